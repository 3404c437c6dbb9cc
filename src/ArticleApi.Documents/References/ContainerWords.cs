using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.References;

/// <summary>Knows the names of journals, series and publishers by their words.</summary>
internal static class ContainerWords
{
    /// <summary>The commonest words and abbreviations (ISO 4) in the names of journals and proceedings.</summary>
    private static readonly FrozenSet<string> Journal = WordSet.Of(
        "journal journals j jnl annals ann annal annual annu proceedings proc archives archive arch acta advances adv bulletin bull "
        + "letters lett transactions trans reviews review rev reports rep rept frontiers front international int intern european eur "
        + "american am amer british br brit canadian can chinese chin japanese jpn indian australian aust austral scandinavian scand "
        + "german ger nordic african afr asian latin nature nat science sci sciences lancet plos bmc bmj jama nejm elife peerj mbio "
        + "cell trends current curr opinion opin quarterly q quart magazine mag notes medicine med medical clinical clin research res "
        + "biology biol biochemistry biochem biochemical chemistry chem physics phys zeitschrift z zentralbl revista revue rivista "
        + "anales annales annalen archiv arkiv cahiers comptes compt rendus c.r. bol boletin boletín vestnik вестник журнал известия "
        + "psychology psychol psychiatry psychiat neurology neurol neuroscience neurosci pharmacology pharmacol therapeutics ther "
        + "nutrition nutr genetics genet immunology immunol microbiology microbiol bacteriology bacteriol virology virol ecology ecol "
        + "evolution evol environment environmental environ engineering eng economics econ economic sociology sociol sociological "
        + "education educ philosophical philos royal roy soc society national natl acad academy university univ public health "
        + "epidemiology epidemiol surgery surg oncology oncol cancer molecular mol experimental exp applied appl theoretical theor "
        + "comparative comp physiology physiol endocrinology endocrinol metabolism metab diabetes circulation heart stroke chest "
        + "brain sleep gut blood thorax pediatrics genesis oncogene neuron immunity nutrients sensors molecules zookeys biometrika "
        + "econometrica mind systems syst sustainability remote meteorological meteorol meteor atmospheric atmos geophysical geophys "
        + "geology geol hydrology hydrol climate clim mathematics math mathematical stat statistics statist computer comput computing "
        + "communications commun ieee acm lecture conference conf symposium symp arxiv biorxiv medrxiv ssrn cochrane database dev "
        + "genes genome nucleic acids embo faseb febs pnas");

    /// <summary>Names of containers that begin in lower case.</summary>
    private static readonly FrozenSet<string> LowerCase = WordSet.Of(
        "bioRxiv medRxiv arXiv eLife mBio iScience npj mSystems mSphere eBioMedicine eNeuro eClinicalMedicine bmj chemRxiv psyArXiv");

    /// <summary>Words that stay in lower case within a title in capitals.</summary>
    private static readonly FrozenSet<string> Connectors = WordSet.Of(
        "of the and for in on a an to at by with de del la le les des du di der die das und für et e y da do en zur zum sur och og "
        + "i & / – - — vs part aus per");

    private static readonly FrozenSet<string> Publisher = WordSet.Of(
        "press publisher publishers publishing publications verlag books book wiley elsevier springer routledge sage palgrave "
        + "macmillan penguin mcgraw-hill pearson blackwell thieme karger birkhäuser gruyter vieweg dunod gallimard seuil puf suhrkamp "
        + "éditions ediciones editorial editora editore издательство наука academic foundation ltd inc gmbh llc co company sons "
        + "wissenschaftliche");

    private static readonly FrozenSet<string> PublisherAcronyms = WordSet.Of("ACM IEEE AAAI USENIX SPIE PMLR FAO IARC OECD UNESCO");

    private static readonly FrozenSet<string> Abbreviations = WordSet.Of(
        "acad adv afr agric agron am amer an anal anat angew ann annu anthropol antimicrob apl appl aquat arch arthritis assoc "
        + "astron astrophys atmos aust austral bacteriol behav ber bioanal biochem biochim bioeng bioinform biol biomater biomed "
        + "biophys biosci biotechnol bot br brit bull bur c can carcinog cardiol cardiovasc cell cereb chem chim chin chromatogr circ "
        + "clim clin coll commun comp comput conf contemp contrib crit crystallogr curr cytol d dent dermatol dev diagn dig dis "
        + "disord ecol econ educ electrochem electron embryol endocr endocrinol eng engl entomol environ enzymol epidemiol ergon "
        + "ethnopharmacol eur evol exp expt exptl fed fertil fish food front gastroenterol gen genet geochem geochim geogr geol "
        + "geophys geosci ger geriatr gerontol gynecol haematol health hematol hepatol hist horm hort hosp hum hydrobiol hydrol hyg "
        + "immun immunol ind infect inflamm inst instr int intell intern intl invest isr ital j jpn jour kidney lab laryngol lett "
        + "libr lond mach manag mar math mater mech med mem metab metall meteor meteorol methodol methods microb microbiol microsc "
        + "mol monogr morphol n nat natl nephrol neurobiol neurochem neuroendocrinol neuroimmunol neurol neuropharmacol neurophysiol "
        + "neuropsychol neurosci neurosurg nucl nutr obes obstet occup oceanogr oncol ophthalmol opin opt org ornithol orthop otol "
        + "paediatr parasitol pathol pediatr pept percept pers petrol pharm pharmacol pharmacother philos photochem phys physiol "
        + "phytochem phytopathol plan plast pol polym pract prev proc prog protoc psychiat psychiatr psychiatry psychol psychopathol "
        + "psychosom psychother publ pulm q qual quant quart r radiat radiol reg rehabil rel ren rend rep reprod res resour respir "
        + "rev rheum rheumatol roy s safe scand sci sect semin ser signal soc sociol softw sol spectrosc sports st stat statist stud "
        + "suppl surg surv symp syst technol tetrahedron ther theor thromb tissue today top toxicol trans transl transplant trauma "
        + "trop u univ urol usa vac vasc vet virol vis vitam water wiss y z zool ztg atl edn ed eds morb mortal wkly acta exper "
        + "intensive aspects neuropsychiatr pnas lond biosens bioelectron mikrobiol allerg orl zh khim fiz akad nauk izv dokl sssr "
        + "tech bound lay wea mon pollut process nano photon geod manuf perform autom electr netw lang linguist");

    /// <summary>How much a text looks like the name of a container; below zero where it does not.</summary>
    public static int Score(ReadOnlySpan<char> text)
    {
        var (words, capitals, known, counted) = (0, 0, 0, 0);
        var isKnownFirst = false;
        foreach (var range in text.Split(' '))
        {
            var word = text[range].Trim("().,:;[]");
            if (word.IsEmpty)
            {
                continue;
            }

            words++;
            if (IsConnector(word) && words > 1)
            {
                continue;
            }

            counted++;
            capitals += char.IsLower(word[0]) && !(words == 1 && LowerCase.Contains(word.ToString())) ? 0 : 1;
            if (Journal.Contains(word.ToString().ToLowerInvariant()))
            {
                known++;
                isKnownFirst |= words == 1;
            }
        }

        if (counted == 0)
        {
            return -10;
        }

        var score = words switch { <= 6 => 1, <= 10 => 0, <= 14 => -2, _ => -6 };
        score += capitals == counted ? 3 : capitals * 10 >= counted * 7 ? 1 : capitals * 2 < counted ? -4 : -1;
        score += (isKnownFirst ? 2 : 0) + (known > 0 ? 1 : 0) + (known * 2 > counted ? 1 : 0);
        return score;
    }

    /// <summary>Whether a word with a period is an abbreviation in the name of a journal.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> word) => word.Length == 1
        || Abbreviations.Contains(word.ToString().ToLowerInvariant());

    /// <summary>Whether a text has the name of a publisher in it, or is one.</summary>
    public static bool HasPublisher(string text) => PublisherAcronyms.Contains(text) ||
        text.Split([' ', ',', '.', ':', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Any(word =>
            Publisher.Contains(word.ToLowerInvariant()));

    /// <summary>Whether a word is one that links others.</summary>
    public static bool IsConnector(ReadOnlySpan<char> word) => Connectors.Contains(word.ToString());
}
