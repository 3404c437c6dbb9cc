using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>The list under "Key points": bullets, or plain lines up to a blank one.</summary>
internal static class KeyPointList
{
    private const int MaxPlainLength = 300;

    /// <summary>The index after the points that follow a heading at <paramref name="heading"/>; the same where there are none.</summary>
    public static int End(List<TextLine> lines, int heading, int end, bool opensArticle)
    {
        var i = heading + 1;
        while (i < end && Bullets.IsBullet(lines[i].Text))
        {
            i++;
        }

        if (i > heading + 1 || !opensArticle)
        {
            return i > heading + 1 ? i : heading;
        }

        // Where a blank line stands before each, none ends the list; what has another form than the first point does.
        var spaced = heading + 2 < end && lines[heading + 1].AfterBlank && lines[heading + 2].AfterBlank;

        // Without bullets and blank lines the first that is more than a sentence begins the body.
        while (i < end
            && lines[i].Text.Length <= MaxPlainLength
            && (i == heading + 1
                || (spaced
                    ? lines[i].AfterBlank && HeadingForm.Has(lines[i].Text) == HeadingForm.Has(lines[heading + 1].Text)
                    : !lines[i].AfterBlank))
            && !(HeadingForm.Has(lines[i].Text) && i + 1 < end && lines[i + 1].Text.Length > MaxPlainLength)
            && Claims.SentenceSplitter.Split(lines[i].Text).Count == 1)
        {
            i++;
        }

        return i > heading + 1 && i < end ? i : heading;
    }
}
