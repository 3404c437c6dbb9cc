using System.Text;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>
/// Reads a file of BibTeX or BibLaTeX (https://ctan.org/pkg/btxdoc, https://ctan.org/pkg/biblatex): entries, strings, concatenated values.
/// Each fault is told with its line, and what stands around it is read all the same.
/// </summary>
internal sealed class BibTeXReader
{
    // Strings can be made of strings: a few lines could stand for more than any memory holds.
    private const int MaxFromStrings = 1 << 20;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly BibTeXScanner scanner;
    private readonly Action<int, string> fault;
    private readonly Dictionary<string, string> strings = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> unknownStrings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<BibTeXEntry> entries = [];
    private long fromStrings;
    private bool isBroken;
    private bool isCut;

    private BibTeXReader(string text, Action<int, string> fault)
    {
        scanner = new BibTeXScanner(text);
        this.fault = fault;
        foreach (var month in Months)
        {
            strings[month] = month;
        }
    }

    /// <summary>The entries in their order; a key may stand there twice.</summary>
    /// <param name="text">The file.</param>
    /// <param name="fault">Takes the line and what is wrong there.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static IReadOnlyList<BibTeXEntry> Read(string text, Action<int, string> fault, CancellationToken cancel)
    {
        var reader = new BibTeXReader(text, fault);
        while (reader.scanner.SkipToEntry())
        {
            cancel.ThrowIfCancellationRequested();
            if (reader.entries.Count == ImportLimits.MaxParts)
            {
                fault(reader.scanner.Line, $"More than {ImportLimits.MaxParts} entries; the rest is not read.");
                break;
            }

            reader.ReadEntry();
        }

        return reader.entries;
    }

    private void ReadEntry()
    {
        var line = scanner.Line;
        var type = scanner.Name().ToLowerInvariant();
        scanner.SkipSpace();
        if (type.Length == 0 || scanner.Current is not ('{' or '('))
        {
            return; // A comment, such as an e-mail address between the entries
        }

        isBroken = false;
        if (type is "comment" or "preamble")
        {
            if (scanner.Current == '{')
            {
                scanner.Delimited(isWithinLine: false, out _);
            }

            return;
        }

        var close = scanner.Current == '{' ? '}' : ')';
        scanner.Take(scanner.Current);
        scanner.SkipSpace();
        if (type == "string")
        {
            ReadFields(new BibTeXEntry(type, "", line) { Fields = strings }, close);
            return;
        }

        var key = scanner.Key();
        if (scanner.Current == '=')
        {
            fault(line, $"The entry @{type} has no key and is left out.");
            scanner.Take('=');
            var first = new BibTeXEntry(type, "", line);
            AddValue(first, key, scanner.Line);
            ReadFields(first, close);
            return;
        }

        var entry = new BibTeXEntry(type, key, line);
        if (key.AsSpan().ContainsAny(" \t()"))
        {
            fault(line, $"The key {ImportNote.Quote(key)} has a space or a parenthesis in it.");
        }

        ReadFields(entry, close);
        if (key.Length > 0)
        {
            entries.Add(entry);
        }
        else
        {
            fault(line, $"The entry @{type} has no key and is left out.");
        }
    }

    private void ReadFields(BibTeXEntry entry, char close)
    {
        while (true)
        {
            scanner.SkipSpace();
            var line = scanner.Line;
            if (scanner.IsAtEnd || scanner.StartsEntry())
            {
                fault(line, $"The entry {ImportNote.Quote(entry.Key)} of line {entry.Line} is not closed.");
                return;
            }

            if (scanner.Take(close))
            {
                return;
            }

            if (scanner.Take(','))
            {
                continue;
            }

            var name = scanner.Name();
            scanner.SkipSpace();
            if (name.Length == 0 || !scanner.Take('='))
            {
                fault(line, name.Length == 0
                    ? $"A {scanner.Current} stands where a field should in {ImportNote.Quote(entry.Key)}."
                    : $"{ImportNote.Quote(name)} in {ImportNote.Quote(entry.Key)} has no value.");
                _ = name.Length == 0 && scanner.Take(scanner.Current);
                scanner.SkipTo([',', close]);
                continue;
            }

            AddValue(entry, name, line);
            scanner.SkipSpace();
            if (!isBroken && !scanner.IsAtEnd && scanner.Current != ',' && scanner.Current != close && !scanner.StartsEntry())
            {
                fault(scanner.Line, $"A comma is missing behind {ImportNote.Quote(name)} in {ImportNote.Quote(entry.Key)}.");
            }
        }
    }

    private void AddValue(BibTeXEntry entry, string name, int line)
    {
        var value = Value(entry, name);
        if (entry.Type == "string")
        {
            entry.Fields[name] = value;
        }
        else if (!entry.Fields.TryAdd(name, value))
        {
            fault(line, $"{ImportNote.Quote(entry.Key)} has the field {name} before; {ImportNote.Quote(value)} is left out.");
        }
    }

    /// <summary>A value: pieces in braces or quotes, numbers and strings, joined by <c>#</c>.</summary>
    private string Value(BibTeXEntry entry, string name)
    {
        scanner.SkipSpace();
        var first = Piece(entry, name);
        scanner.SkipSpace();
        if (scanner.Current != '#')
        {
            return first.Text;
        }

        var joined = new StringBuilder();
        Join(first);
        while (scanner.Take('#'))
        {
            scanner.SkipSpace();
            Join(Piece(entry, name));
            scanner.SkipSpace();
        }

        return joined.ToString();

        void Join((string Text, bool IsString) piece)
        {
            fromStrings += piece.IsString ? piece.Text.Length : 0;
            if (!piece.IsString || fromStrings <= MaxFromStrings)
            {
                joined.Append(piece.Text);
            }
            else if (!isCut)
            {
                isCut = true;
                fault(scanner.Line, "The strings of the file are too long: they are left out from here on.");
            }
        }
    }

    private (string Text, bool IsString) Piece(BibTeXEntry entry, string name)
    {
        var line = scanner.Line;
        if (scanner.Current is '{' or '"')
        {
            var value = scanner.Delimited(isBroken, out var isClosed);
            if (!isClosed)
            {
                isBroken = true;
                fault(line, $"The value of {name} in {ImportNote.Quote(entry.Key)} is not closed; it is read to the end of its line.");
            }

            return (value, false);
        }

        var token = scanner.Name();
        if (token.Length == 0)
        {
            fault(line, $"{ImportNote.Quote(name)} in {ImportNote.Quote(entry.Key)} has no value.");
            return ("", false);
        }

        if (token.All(char.IsAsciiDigit) || !strings.TryGetValue(token, out var known))
        {
            if (!char.IsAsciiDigit(token[0]) && unknownStrings.Add(token))
            {
                fault(line, $"The string {ImportNote.Quote(token)} is not defined; it is read as text.");
            }

            return (token, false);
        }

        return (known, true);
    }
}
