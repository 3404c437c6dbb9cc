using ArticleApi.Contract.Articles.Editing;
using CsCheck;

namespace ArticleApi.Tests.Articles.Editing;

public sealed class EditedTextTests
{
    // | is the place before and after the edit; without it in the second text, the place is lost.
    [Theory]
    [InlineData("Zinc helps.| Iron does not.", "Zinc often helps.| Iron does not.")] // A word before it.
    [InlineData("Zinc helps.| Iron does not.", "At first: Zinc helps.| Iron does not.")]
    [InlineData("Zinc helps.| Iron does not.", "Zinc helps.| So it is said. Iron does not.")] // A sentence behind it.
    [InlineData("Zinc helps.| Iron does not.", "Zinc helps.|")] // The rest is gone.
    [InlineData("Zinc helps.|", "Zinc helps.| Iron does not.")]
    [InlineData("Zinc helps the tsate.| Iron does not.", "Zinc helps the taste.| Iron does not.")] // The word itself; its sentence stays.
    [InlineData("Zinc helps the tsate|, iron does not.", "Zinc helps the taste|, iron does not.")]
    [InlineData("Zinc helps.| Iron does not.", "Copper hurts. Iron does not.")] // The sentence is another.
    [InlineData("Zinc helps.| Iron does not.", "Iron does not.")]
    [InlineData("Zinc helps.| Iron does not.", "All is different now")]
    [InlineData("Zinc helps.| Iron does not.", "")]
    [InlineData("Zinc helps|.", "Zinc helps|!")]
    [InlineData("Zinc helps.|", "Zinc helps!|")]
    [InlineData("Zinc (as a salt)| helps.", "Zinc (as one salt)| helps.")]
    [InlineData("Zinc (as a salt)| helps.", "Zinc as a salt| helps.")]
    [InlineData("Zi|nc helps.", "Now zinc is Zi|nc.")] // Inside a word, as it was sent once.
    [InlineData("Zi|nc helps.", "Iron helps.")]
    [InlineData("|Zinc helps.", "|Iron hurts.")]
    [InlineData("🧠 Zinc helps.| 🧠", "🧠🧠 Zinc 🧠 helps.| 🧠")]
    [InlineData("A a a a.| A a a.", "A a a a.| A a a a a.")]
    public void A_place_moves_with_the_words_beside_it(string before, string now)
    {
        var place = before.IndexOf('|', StringComparison.Ordinal);
        var expected = now.IndexOf('|', StringComparison.Ordinal);
        Assert.Equal(
            expected < 0 ? null : expected,
            new EditedText(before.Remove(place, 1), expected < 0 ? now : now.Remove(expected, 1)).PlaceNow(place));
    }

    [Fact]
    public void What_is_put_before_or_behind_a_text_moves_all_its_places_alike() => Gen
        .Select(Gen.String[Gen.Char["ab1 .,-"], 0, 30], Gen.String[Gen.Char["xy ."], 0, 30], Gen.Int[0, 30])
        .Sample((text, more, at) =>
        {
            var place = Math.Min(at, text.Length);
            var inFront = new EditedText(text, $"{more}. {text}").PlaceNow(place);
            Assert.True(inFront is null || inFront == more.Length + 2 + place || place <= FirstWord(text));
            Assert.Equal(place, new EditedText(text, $"{text} {more}").PlaceNow(place) ?? place);
            Assert.Equal(place, new EditedText(text, text).PlaceNow(place));
        });

    private static int FirstWord(string text) => WordChunker.Spans(text) is [var (start, _), ..] ? start : text.Length;
}
