using System.Net;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Tests.Storage;

/// <summary>What was probably meant is looked for among the names around it, not among all that are stored.</summary>
public sealed class NeighboursTests : IDisposable
{
    private const string Meant = "ref_bbbbbbbbbbbbbbbb", Typed = "ref_bbbbbbbbbbbbbbxb";

    private readonly Service service = new();

    public NeighboursTests() => Raw.Execute(
        service.DatabasePath,
        $"""
        insert into works (id) values ('{Meant}');
        with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000)
        insert into works (id) select format('ref_a%015d', i) from n union all select format('ref_c%015d', i) from n;
        """);

    [Fact]
    public async Task At_most_a_thousand_works_are_looked_at_and_the_near_one_is_among_them()
    {
        using var snapshot = service.Database.Read();
        var ids = await Neighbours.OfWorkAsync(snapshot, Typed, TestContext.Current.CancellationToken);
        Assert.Equal(Neighbours.MaxCount, ids.Count);
        Assert.Contains(Meant, ids);
        Assert.Contains("ref_a000000000002000", ids);
        Assert.Contains("ref_c000000000000001", ids);
        Assert.DoesNotContain("ref_a000000000000001", ids);
        Assert.DoesNotContain("ref_c000000000002000", ids);
    }

    [Theory]
    [InlineData(Typed)]
    [InlineData("REF_BBBBBBBBBBBBBBBX")]
    public async Task An_unknown_reference_is_a_400_with_the_nearest_one(string typed)
    {
        var answer = await service.GetAsync($"/api/v1/claims?reference={typed}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(Meant, answer.Json["errors"]![0]!["suggestion"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_name_beyond_all_others_has_only_neighbours_below_it()
    {
        using var snapshot = service.Database.Read();
        var ids = await Neighbours.OfWorkAsync(snapshot, "ref_zzzz", TestContext.Current.CancellationToken);
        Assert.Equal(Neighbours.MaxCount / 2, ids.Count);
        Assert.Contains("ref_c000000000002000", ids);
    }

    public void Dispose() => service.Dispose();
}
