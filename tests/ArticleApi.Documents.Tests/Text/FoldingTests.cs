using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Tests.Text;

public class FoldingTests
{
    [Theory]
    [InlineData("5-HT", "5ht", "5 ht", "5-ht")]
    [InlineData("Zn²⁺", "zn2", "zn2", "zn2")]
    [InlineData("What we don’t know?", "whatwedontknow", "what we dont know", "what-we-dont-know")]
    [InlineData("Ærøskøbing – Straße", "aeroskobingstrasse", "aeroskobing strasse", "aeroskobing-strasse")]
    [InlineData("e\u0301tude ÉTUDE", "etudeetude", "etude etude", "etude-etude")]
    [InlineData("😀 –", "", "", "")]
    public void Case_diacritics_and_punctuation_are_folded(string text, string key, string words, string kebab)
    {
        Assert.Equal(key, Folding.Key(text));
        Assert.Equal(words, Folding.Words(text));
        Assert.Equal(kebab, Folding.Kebab(text));
    }
}
