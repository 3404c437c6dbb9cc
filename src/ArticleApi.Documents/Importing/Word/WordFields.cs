namespace ArticleApi.Documents.Importing.Word;

/// <summary>The fields that are open, one within another, and the citations that they make.</summary>
internal sealed class WordFields(List<ImportNote> notes)
{
    private readonly List<WordField> open = [];
    private readonly List<WordCitation> citations = [];
    private int instructions;
    private int bibliographies;
    private int contents;

    /// <summary>The citations that were read, in order.</summary>
    public IReadOnlyList<WordCitation> Citations => citations;

    /// <summary>Whether what is read is the instruction of a field, which prints nothing.</summary>
    public bool IsInstruction => instructions > 0;

    public bool IsBibliography => bibliographies > 0;

    public bool IsContents => contents > 0;

    /// <summary>The citation whose result is read, by index; -1 where there is none.</summary>
    public int Citation { get; private set; } = -1;

    /// <summary>Begins a field; its instruction follows.</summary>
    public void Begin(int line, string? data)
    {
        var field = new WordField(line);
        field.Data.Append(data);
        open.Add(field);
        instructions++;
    }

    public void AddInstruction(string text)
    {
        if (open is [.., { HasResult: false } field])
        {
            field.Instruction.Append(text);
        }
    }

    /// <summary>Begins what a field prints.</summary>
    public void Separate()
    {
        if (open is [.., { HasResult: false } field])
        {
            Open(field, FieldReader.Read(field.Instruction.ToString(), field.Data.ToString()));
        }
    }

    public void End()
    {
        if (open is not [.., var field])
        {
            return;
        }

        Separate();
        open.RemoveAt(open.Count - 1);
        bibliographies -= field.Meaning.Kind == FieldKind.Bibliography ? 1 : 0;
        contents -= field.Meaning.Kind == FieldKind.Contents ? 1 : 0;
        if (field.Meaning.Kind == FieldKind.Data && open is [.., { Data.Length: 0 } around])
        {
            around.Data.Append(field.Data);
        }

        if (field.Citation >= 0)
        {
            Citation = field.CitationAround;
        }
    }

    /// <summary>Reads what a simple field or a content control prints.</summary>
    public void Within(FieldMeaning meaning, int line, Action read)
    {
        var field = new WordField(line);
        open.Add(field);
        instructions++;
        Open(field, meaning);
        var depth = open.Count;
        read();

        // A field that begins within and does not end there ends with it.
        while (open.Count >= depth && open.Count > 0)
        {
            End();
        }
    }

    /// <summary>Tells of the fields that do not end.</summary>
    public void Close()
    {
        if (open.Find(field => !field.HasResult) is { } field)
        {
            notes.Add(ImportNote.Warning(
                "unclosed-field", "A field begins here and does not end: the text behind it is taken as its instruction.", field.Line));
        }
    }

    private void Open(WordField field, FieldMeaning meaning)
    {
        field.HasResult = true;
        field.Meaning = meaning;
        instructions--;
        bibliographies += meaning.Kind == FieldKind.Bibliography ? 1 : 0;
        contents += meaning.Kind == FieldKind.Contents ? 1 : 0;
        if (meaning.IsDamaged)
        {
            notes.Add(ImportNote.Warning("unreadable-field", "The data of this citation cannot be read; it stays as printed.", field.Line));
        }

        if (meaning.Works.Count > 0 || meaning.Bookmark is not null)
        {
            field.CitationAround = Citation;
            field.Citation = Citation = citations.Count;
            citations.Add(new WordCitation(meaning.Works, meaning.Bookmark));
        }
    }
}
