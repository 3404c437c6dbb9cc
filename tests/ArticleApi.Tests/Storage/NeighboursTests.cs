using System.Net;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Tests.Storage;

/// <summary>The nearest name to a mistyped one is looked for among its neighbours in the index, not among all that are stored.</summary>
public sealed class NeighboursTests(NeighboursTests.ManyWorks service) : IClassFixture<NeighboursTests.ManyWorks>
{
    private const string Meant = "ref_bbbbbbbbbbbbbbbb", Typed = "ref_bbbbbbbbbbbbbbxb";

    [Fact]
    public async Task At_most_a_thousand_works_are_compared_and_the_nearest_is_among_them()
    {
        using var snapshot = service.Database.ReadAll(CancellationToken.None);
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
    public async Task A_name_after_all_others_has_only_neighbours_before_it()
    {
        using var snapshot = service.Database.ReadAll(CancellationToken.None);
        var ids = await Neighbours.OfWorkAsync(snapshot, "ref_zzzz", TestContext.Current.CancellationToken);
        Assert.Equal(Neighbours.MaxCount / 2, ids.Count);
        Assert.Contains("ref_c000000000002000", ids);
    }

    /// <summary>A service with 2,000 works before the one that is meant and as many after it.</summary>
    public sealed class ManyWorks : Service
    {
        public ManyWorks() => Raw.Execute(
            DatabasePath,
            $"""
            insert into works (id) values ('{Meant}');
            with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000)
            insert into works (id) select format('ref_a%015d', i) from n union all select format('ref_c%015d', i) from n;
            """);
    }
}
