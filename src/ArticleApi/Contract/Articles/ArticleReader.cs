using System.Text.RegularExpressions;
using ArticleApi.Contract.Articles.Editing;
using ArticleApi.Contract.Topics;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Contract.Articles;

/// <summary>
/// Turns an article that a client sends into one that can be stored. It reports every error with its JSON Pointer, not only the first.
/// </summary>
internal sealed partial class ArticleReader
{
    // The largest whole number that is exact in all JSON implementations (RFC 8259, section 6).
    private const long MaxRevision = (1L << 53) - 1;

    private const string WayOut =
        "Leave out location to have the text looked for, leave out the claim, or leave out claims to have them extracted from the text.";

    private readonly IReadOnlySet<string> topics;
    private readonly ValidationErrors errors;
    private readonly HashSet<string> unreadable;

    private readonly HashSet<string> storedAddresses;
    private readonly StoredParagraphs? storedParagraphs;
    private readonly ValidationErrors? leftOut;
    private string language = "en";

    private ArticleReader(
        ArticleInput input, IReadOnlySet<string> topics, ValidationErrors found, Article? stored, ValidationErrors? leftOut)
    {
        (this.topics, errors, this.leftOut) = (topics, ValidationErrors.Of(found), leftOut);
        storedParagraphs = stored is null ? null : new StoredParagraphs(stored.Sections, TextsOf(input));
        storedAddresses = stored is null
            ? []
            : [.. stored.References.Select(entry => entry.Url).Append(stored.Source.Url).Append(stored.Source.License).OfType<string>()];

        // These members are missing from the input, since they could not be read: one error for each is enough.
        unreadable = found.Select(error => error.Pointer!).ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="read">The article as it was sent.</param>
    /// <param name="topics">The slugs of the topics that claims may have.</param>
    /// <param name="slug">The slug that the article must have; null for any.</param>
    /// <param name="stored">The article that it replaces, whose addresses may be sent back whatever they are, and with
    /// whose text markers move; null for none.</param>
    /// <param name="leftOut">Takes what is left out of the article; null where an unsafe address is an error.</param>
    /// <returns>The article, or null and its errors.</returns>
    public static (Article? Article, ValidationErrors Errors) Read(
        JsonInputResult<ArticleInput> read,
        IReadOnlySet<string> topics,
        string? slug = null,
        Article? stored = null,
        ValidationErrors? leftOut = null)
    {
        if (read.Input is null)
        {
            return (null, read.Errors);
        }

        var reader = new ArticleReader(read.Input, topics, read.Errors, stored, leftOut);
        var article = reader.Article(read.Input, slug);
        return (reader.errors.Count == 0 ? article : null, reader.errors);
    }

    /// <summary>The error of a text that is no slug.</summary>
    public static ProblemError InvalidSlug(string? parameter, string slug) => new()
    {
        Parameter = parameter,
        Code = "invalid-slug",
        Detail = $"'{ValidationErrors.Quote(slug)}' is no slug: lower-case letters and digits in words joined by single hyphens, "
            + $"at most {Documents.Model.Article.MaxSlugLength} characters.",
    };

    private Article Article(ArticleInput input, string? requiredSlug)
    {
        var title = Required(input.Title, "/title");
        var slug = input.Slug ?? requiredSlug ?? Slugs.Of(title);
        if (requiredSlug is not null && slug != requiredSlug)
        {
            Error("/slug", "slug-differs", $"The document has the slug '{ValidationErrors.Quote(slug)}', the path '{requiredSlug}'.");
        }
        else if (!Slugs.IsSlug(slug) && (input.Slug is not null || title.Length > 0))
        {
            Add(InvalidSlug(null, slug) with { Pointer = "/slug" });
        }

        if (input.Sections is not { Count: > 0 })
        {
            Error("/sections", "required", "An article has at least one section.");
        }

        if (input.Revision is < 1 or > MaxRevision)
        {
            Error("/revision", "out-of-range", $"A revision is from 1 to {MaxRevision}.");
        }

        var references = References(input.References);
        var labels = references.Select(reference => reference.Label).ToHashSet(StringComparer.Ordinal);
        var sections = Sections(input.Sections, labels);
        if (input.Language is not null && !LanguageTag().IsMatch(input.Language))
        {
            Error("/language", "invalid-value", $"'{ValidationErrors.Quote(input.Language)}' is no language tag like en or pt-BR.");
        }

        language = input.Language ?? "en";
        return new()
        {
            Slug = slug,
            Title = title,
            Subtitle = Optional(input.Subtitle),
            Category = Optional(input.Category),
            Language = language,
            Authors = Items(input.Authors, "/authors", Required),
            ReviewedBy = Items(input.ReviewedBy, "/reviewedBy", Required),
            PublishedOn = input.PublishedOn,
            Source = new()
            {
                Publisher = Optional(input.Source?.Publisher),
                Url = Address(input.Source?.Url, "/source/url", WebAddress.IsSafe),
                License = Address(input.Source?.License, "/source/license", license => !WebAddress.IsScript(license)),
            },
            KeyPoints = Items(input.KeyPoints, "/keyPoints", (point, at) => new KeyPoint(Required(point.Text, $"{at}/text"))),
            Sections = sections,
            References = references,
            Claims = Claims(input.Claims, slug, sections, labels),
        };
    }

    private static IEnumerable<string> TextsOf(ArticleInput input) =>
        (input.Sections ?? []).SelectMany(section => section?.Paragraphs ?? []).Select(paragraph => CleanText.Of(paragraph?.Text ?? ""));

    private List<Reference> References(IReadOnlyList<ReferenceInput?>? input)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var parsed = ParseLines(input);
        return Items(input, "/references", (reference, at) =>
        {
            var label = Required(reference.Label, $"{at}/label");
            if (!seen.Add(label))
            {
                Error($"{at}/label", "duplicate-label", $"The label '{ValidationErrors.Quote(label)}' is there twice.");
            }

            var doi = reference.Doi is null ? null : Doi.Normalise(reference.Doi);
            if (reference.Doi is not null && doi is null)
            {
                Error($"{at}/doi", "invalid-doi", $"'{ValidationErrors.Quote(reference.Doi)}' is no DOI.");
            }

            if (reference.Type is not null && !ReferenceTypes.All.Contains(reference.Type))
            {
                Error($"{at}/type", "unknown-value", $"'{ValidationErrors.Quote(reference.Type)}' is no CSL type.");
            }

            var raw = Required(reference.Raw, $"{at}/raw");
            if (parsed.TryGetValue(reference, out var line))
            {
                return line with { Label = label };
            }

            var read = new Reference
            {
                Label = label,
                Id = "",
                Raw = raw,
                Type = reference.Type ?? ReferenceTypes.Default,
                Authors = Items(reference.Authors, $"{at}/authors", Name),
                Year = reference.Year,
                Title = Optional(reference.Title),
                ContainerTitle = Optional(reference.ContainerTitle),
                Volume = Optional(reference.Volume),
                Issue = Optional(reference.Issue),
                Pages = Optional(reference.Pages),
                Doi = doi,
                Url = Address(reference.Url, $"{at}/url", WebAddress.IsSafe),
            };
            return read with { Id = WorkIdentity.IdOf(read) };
        });
    }

    /// <summary>The references that were sent as their lines alone, read as an import would read them: as one list.</summary>
    private static Dictionary<ReferenceInput, Reference> ParseLines(IReadOnlyList<ReferenceInput?>? input)
    {
        var lines = (input ?? []).OfType<ReferenceInput>().Where(IsLineAlone).ToList();
        var parsed = ReferenceParser.ParseList([.. lines.Select(reference => (reference.Label ?? "", reference.Raw!))]);
        return lines.Zip(parsed).ToDictionary(
            pair => pair.First, pair => pair.Second.Reference, (IEqualityComparer<ReferenceInput>)ReferenceEqualityComparer.Instance);
    }

    private static bool IsLineAlone(ReferenceInput reference) =>
        reference.Raw is not null && reference == new ReferenceInput { Label = reference.Label, Raw = reference.Raw };

    private PersonName Name(NameInput name, string at)
    {
        var (family, given, literal) = (Optional(name.Family), Optional(name.Given), Optional(name.Literal));
        if (family is null == literal is null || (literal is not null && given is not null))
        {
            Error(at, "invalid-name", "A name has either family (and perhaps given) or literal.");
        }

        return new(family, given, literal);
    }

    private List<Section> Sections(IReadOnlyList<SectionInput?>? input, HashSet<string> labels)
    {
        var ids = new SectionIds([.. (input ?? []).Select(section => section?.Id).OfType<string>()]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Items(input, "/sections", (section, at) =>
        {
            var heading = Optional(section.Heading);
            var id = section.Id ?? ids.Next(heading);
            if (!seen.Add(id))
            {
                Error($"{at}/id", "duplicate-id", $"The section id '{ValidationErrors.Quote(id)}' is there twice.");
            }

            if (!Slugs.IsSlug(id))
            {
                Error(
                    $"{at}/id",
                    "invalid-id",
                    $"'{ValidationErrors.Quote(id)}' is no section id: lower-case letters and digits in words joined by single hyphens.");
            }

            if (section.Level is < 2 or > 6)
            {
                Error($"{at}/level", "out-of-range", "The level of a section is from 2 to 6.");
            }

            var number = 0;
            return new Section
            {
                Id = id,
                Heading = heading,
                Level = section.Level ?? Section.TopLevel,
                Paragraphs = Items(
                    section.Paragraphs, $"{at}/paragraphs", (paragraph, inner) => Paragraph(paragraph, inner, id, number++, labels)),
            };
        });
    }

    private Paragraph Paragraph(ParagraphInput paragraph, string at, string sectionId, int number, HashSet<string> labels)
    {
        var text = Required(paragraph.Text, $"{at}/text");
        if (paragraph.Markers is { Count: > 0 } && paragraph.Text != text && text.Length > 0)
        {
            Error(
                $"{at}/text",
                "text-not-clean",
                "Markers stand at places of the clean text. Send it so: no white space but single spaces, none at its ends, "
                + "and nothing that cannot be seen.");
        }

        var read = new Paragraph
        {
            Text = text,
            Markers = Items(paragraph.Markers, $"{at}/markers", (marker, inner) =>
            {
                var label = Label(marker.Label, $"{inner}/label", labels);
                return new Marker(label, marker.At ?? -1, CleanText.Of(marker.Text ?? ""), marker.Kept ?? false);
            }),
        };
        return read with { Markers = Placed(read, $"{at}/markers", sectionId, number) };
    }

    /// <summary>The markers of a paragraph, moved with the text around them where it is an edited one.</summary>
    private IReadOnlyList<Marker> Placed(Paragraph paragraph, string at, string sectionId, int number)
    {
        var length = CodePoints.Count(paragraph.Text);
        var source = paragraph.Markers.Count > 0 ? storedParagraphs?.SourceOf(sectionId, number, paragraph) : null;
        var lost = new HashSet<int>();
        var placed = source is null ? paragraph.Markers : MarkerMoves.Of(source, paragraph, i => lost.Add(i));
        foreach (var (i, marker) in paragraph.Markers.Index())
        {
            if (lost.Contains(i))
            {
                Error(
                    $"{at}/{i}",
                    "marker-lost",
                    $"The text around the marker of '{ValidationErrors.Quote(marker.Label)}' has changed, so that its place cannot be told."
                    + " Set at to where it stands now, or take the marker out.");
            }
            else if (marker.At < 0 || (marker.At > length && placed.Contains(marker)))
            {
                Error($"{at}/{i}/at", "out-of-range", $"The paragraph has {length} code points; a marker stands from 0 to {length}.");
            }
        }

        return placed;
    }

    private List<Claim> Claims(
        IReadOnlyList<ClaimInput?>? input, string slug, List<Section> sections, HashSet<string> labels)
    {
        var spans = new ClaimSpans(sections);
        var located = SentLocations(input, spans); // First: the others get the spans that are left.
        FindLocations(input, spans, located);
        var claims = Items(input, "/claims", (claim, at) => Claim(claim, at, located.GetValueOrDefault(at), labels));
        if (errors.Count > 0)
        {
            return [];
        }

        return [.. EditorialClaims.InOrder(slug, sections, claims)];
    }

    private Claim Claim(ClaimInput claim, string at, ClaimLocation? location, HashSet<string> labels)
    {
        var text = Required(claim.Text, $"{at}/text");
        if (claim.Topics is null)
        {
            Error($"{at}/topics", "required", "A claim has topics, perhaps none: [].");
        }

        var cited = new HashSet<string>(StringComparer.Ordinal);
        var citations = Items(claim.Citations, $"{at}/citations", (citation, inner) =>
        {
            var label = Label(citation.Label, $"{inner}/label", labels);
            if (!cited.Add(label))
            {
                Error($"{inner}/label", "duplicate-citation", $"The claim cites '{ValidationErrors.Quote(label)}' twice.");
            }

            return new Citation(label, citation.Via ?? CitationVia.Marker);
        });
        var (cues, found) = Hedging.Of(text, language);
        var certainty = claim.Certainty ?? found;
        return new()
        {
            Id = "",
            Text = text,
            Location = location ?? NoLocation(text, at),
            Topics = [.. Items(claim.Topics, $"{at}/topics", Topic).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Certainty = certainty,
            Hedges = certainty == Certainty.Hedged ? cues : [],
            Citations = citations,
            Origin = claim.Origin ?? ClaimOrigin.Authored,
            ReviewStatus = claim.ReviewStatus ?? ReviewStatus.Unreviewed,
        };
    }

    /// <summary>The locations that were sent with claims, by the pointers of the claims.</summary>
    private Dictionary<string, ClaimLocation> SentLocations(IReadOnlyList<ClaimInput?>? claims, ClaimSpans spans)
    {
        var given = new Dictionary<string, ClaimLocation>(StringComparer.Ordinal);
        for (var i = 0; i < claims?.Count; i++)
        {
            if (claims[i] is { Location: { } sent } claim)
            {
                var location = new ClaimLocation(sent.SectionId ?? "", sent.Paragraph ?? 0, sent.Start ?? -1, sent.End ?? -1);
                CheckLocation(location, CleanText.Of(claim.Text ?? ""), $"/claims/{i}/location", spans);
                given[$"/claims/{i}"] = location;
            }
        }

        return given;
    }

    private void CheckLocation(ClaimLocation location, string text, string at, ClaimSpans spans)
    {
        var there = spans.TextAt(location);
        if (there.IsEmpty)
        {
            const string NoPlace = "The article has no such place: sectionId, paragraph (from 1), start and end must lie within it. ";
            Error(at, "out-of-range", NoPlace + WayOut);
        }
        else if (!there.SequenceEqual(text))
        {
            Error(at, "text-differs", $"The span cuts out '{ValidationErrors.Quote(there)}', not the text of the claim. " + WayOut);
        }
        else if (!spans.Take(location))
        {
            Error(at, "duplicate-claim", "Another claim has the same place.");
        }
    }

    /// <summary>Finds the locations of the claims that were sent without one.</summary>
    private static void FindLocations(IReadOnlyList<ClaimInput?>? claims, ClaimSpans spans, Dictionary<string, ClaimLocation> located)
    {
        var missing = (claims ?? []).Index().Where(claim => claim.Item is { Location: null, Text: not null }).ToList();
        foreach (var (claim, location) in missing.Zip(spans.TakeFirst([.. missing.Select(claim => CleanText.Of(claim.Item!.Text!))])))
        {
            if (location is not null)
            {
                located[$"/claims/{claim.Index}"] = location;
            }
        }
    }

    private ClaimLocation NoLocation(string text, string at)
    {
        if (text.Length > 0)
        {
            Error(
                $"{at}/text",
                "claim-not-in-text",
                "The text of the claim stands in no paragraph, or every place of it is another claim's. Leave out the claim, or leave out "
                + "claims to have them extracted from the text.");
        }

        return new("", 0, 0, 0);
    }

    private string Topic(string topic, string at)
    {
        if (!topics.Contains(topic))
        {
            errors.Add("unknown-value", () => Vocabulary.UnknownTopic(at, topic, topics));
        }

        return topic;
    }

    private string Label(string? label, string at, HashSet<string> labels)
    {
        if (label is null || !labels.Contains(label))
        {
            Error(at, "unknown-label", $"No reference of the article has the label '{ValidationErrors.Quote(label)}'.");
        }

        return label ?? "";
    }

    private string Required(string? text, string at)
    {
        var clean = CleanText.Of(text ?? "");
        if (clean.Length == 0)
        {
            var name = at[(at.LastIndexOf('/') + 1)..];
            Error(at, "required", char.IsAsciiDigit(name[0]) ? "The text is empty." : $"{name} is required.");
        }

        return clean;
    }

    private static string? Optional(string? text) => text is null ? null : CleanText.Of(text) is { Length: > 0 } clean ? clean : null;

    private string? Address(string? text, string at, Func<string, bool> isSafe)
    {
        var address = Optional(text);
        if (address is null || isSafe(address) || storedAddresses.Contains(address))
        {
            return address;
        }

        (leftOut ?? errors).Add(new()
        {
            Pointer = at, Code = "unsafe-url", Detail = $"'{ValidationErrors.Quote(address)}' is no URL of http or https.",
        });
        return null;
    }

    private List<TOut> Items<TIn, TOut>(IReadOnlyList<TIn?>? items, string at, Func<TIn, string, TOut> read)
        where TIn : class
    {
        var result = new List<TOut>(items?.Count ?? 0);
        for (var i = 0; i < items?.Count; i++)
        {
            if (items[i] is { } item)
            {
                result.Add(read(item, $"{at}/{i}"));
            }
            else
            {
                Error($"{at}/{i}", "required", "null is no item.");
            }
        }

        return result;
    }

    private void Error(string pointer, string code, string detail) => Add(new() { Pointer = pointer, Code = code, Detail = detail });

    private void Add(ProblemError error)
    {
        if (!unreadable.Contains(error.Pointer!))
        {
            errors.Add(error);
        }
    }

    // The syntax of BCP 47, not its registry.
    [GeneratedRegex("^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
