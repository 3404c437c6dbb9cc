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

    [Theory]
    [InlineData("àáâãäåāăą", 'a')]
    [InlineData("çćĉċč", 'c')]
    [InlineData("èéêëēĕėęě", 'e')]
    [InlineData("ĝğġģ", 'g')]
    [InlineData("ìíîïĩīĭį", 'i')]
    [InlineData("ñńņňǹ", 'n')]
    [InlineData("òóôõöōŏőơ", 'o')]
    [InlineData("śŝşšș", 's')]
    [InlineData("ţťț", 't')]
    [InlineData("ùúûüũūŭůűųư", 'u')]
    [InlineData("ýÿŷ", 'y')]
    [InlineData("źżž", 'z')]
    [InlineData("άὰᾶ", 'α')]
    [InlineData("ӑӓ", 'а')]
    [InlineData("ѐёӗ", 'е')]
    [InlineData("йѝ", 'и')]
    [InlineData("ўӯ", 'у')]
    public void A_letter_loses_its_diacritics(string letters, char plain) =>
        Assert.Equal(new string(plain, letters.Length), Folding.Key(letters));
}
