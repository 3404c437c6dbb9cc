using System.Net;
using ArticleApi.Http.Limits;

namespace ArticleApi.Tests.Http.Limits;

/// <summary>What happens when all slots of a kind are taken and nobody may wait.</summary>
public sealed class RequestSlotsTests
{
    private const string Article = "/api/v1/articles/ketamine-and-anorexia", List = "/api/v1/claims?topic=zinc";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_refused_as_busy_until_a_slot_is_free()
    {
        using var service = WithoutQueue();
        using (await AllAsync(service, SlotKind.Lists))
        {
            var answer = (await service.GetAsync(List)).IsProblem(HttpStatusCode.ServiceUnavailable, "busy");
            Assert.Equal("5", answer.Header("Retry-After"));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.Null(answer.Header("ETag"));
        }

        await service.OkAsync(List);
    }

    [Fact]
    public async Task Lists_keep_nobody_else_waiting()
    {
        using var service = WithoutQueue();
        await service.OkAsync("/api/v1/claims?topic=serotonin");
        using (await AllAsync(service, SlotKind.Lists))
        {
            await service.OkAsync("/api/v1/claims?topic=serotonin"); // It is kept.
            await service.OkAsync(Article);
            await service.OkAsync("/health/live");
            await service.OkAsync("/health/ready");
            Assert.Equal(HttpStatusCode.Created, (await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""")).Status);
        }
    }

    [Fact]
    public async Task Items_exports_and_writes_have_slots_of_their_own()
    {
        using var service = WithoutQueue();
        using (await AllAsync(service, SlotKind.Items))
        {
            (await service.GetAsync(Article)).IsProblem(HttpStatusCode.ServiceUnavailable, "busy");
            await service.OkAsync(List);
        }

        using (await AllAsync(service, SlotKind.Exports))
        {
            (await service.GetAsync("/api/v1/exports/topics")).IsProblem(HttpStatusCode.ServiceUnavailable, "busy");
            await service.OkAsync(Article);
        }

        using (await AllAsync(service, SlotKind.Writes))
        {
            (await service.ImportAsync("Zinc\n\nZinc is a metal.")).IsProblem(HttpStatusCode.ServiceUnavailable, "busy");
            await service.OkAsync(List);
        }
    }

    [Fact]
    public async Task A_slot_is_given_back_after_each_kind_of_request()
    {
        using var service = WithoutQueue();
        for (var i = 0; i < 50; i++)
        {
            await service.OkAsync($"{List}&limit={i + 1}");
            await service.OkAsync("/api/v1/exports/topics");
            await service.GetAsync($"/api/v1/articles/none-{i}");
            await service.ImportAsync("", "?dry_run=true");
        }
    }

    [Fact]
    public async Task Bodies_that_take_too_much_memory_together_are_refused_as_busy()
    {
        using var service = new ServiceWith(("Limits:MaxBodyBytes", "1000"));
        using (var others = service.Slots.Bodies.Open())
        {
            Assert.True(others.TryAdd(service.Slots.Bodies.MaxBytes - 10));
            (await service.ImportAsync("Zinc\n\nZinc is a metal.")).IsProblem(HttpStatusCode.ServiceUnavailable, "busy");
        }

        Assert.Equal(HttpStatusCode.Created, (await service.ImportAsync("Zinc\n\nZinc is a metal.")).Status);
        using var all = service.Slots.Bodies.Open();
        while (!all.TryAdd(service.Slots.Bodies.MaxBytes))
        {
            await Task.Delay(10, Cancel); // It is given back behind the response.
        }
    }

    [Fact]
    public async Task Two_writes_with_the_largest_body_leave_no_slot_and_many_small_ones_do()
    {
        using var service = WithoutQueue();
        var largest = 10 << 20;
        using (await service.Slots.EnterWriteAsync(largest, Cancel))
        using (await service.Slots.EnterWriteAsync(largest, Cancel))
        {
            (await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }"""))
                .IsProblem(HttpStatusCode.ServiceUnavailable, "busy");
        }

        using var small = new Taken();
        for (var i = 0; i < 50; i++)
        {
            small.Slots.Add(Assert.IsType<RequestSlot>(await service.Slots.EnterWriteAsync(1000, Cancel)));
        }

        await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""");
    }

    [Fact]
    public async Task A_request_waits_for_a_slot_that_is_free_soon()
    {
        using var service = new Service();
        var taken = await AllAsync(service, SlotKind.Items);
        var answer = service.OkAsync(Article);
        await Task.Yield();
        taken.Dispose();
        await answer;
    }

    private static ServiceWith WithoutQueue() => new(("Limits:Queue", "0"));

    private static async Task<IDisposable> AllAsync(Service service, SlotKind kind)
    {
        var taken = new Taken();
        for (var i = 0; i < RequestSlots.Slots(kind); i++)
        {
            taken.Slots.Add(Assert.IsType<RequestSlot>(await service.Slots.EnterAsync(kind, Cancel)));
        }

        return taken;
    }

    private sealed class Taken : IDisposable
    {
        public List<RequestSlot> Slots { get; } = [];

        public void Dispose() => Slots.ForEach(slot => slot.Dispose());
    }
}
