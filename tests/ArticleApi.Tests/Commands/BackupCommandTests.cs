namespace ArticleApi.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Service service = new();

    public void Dispose()
    {
        service.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_running_store_is_copied_whole()
    {
        await service.ImportAsync("A title\n\nZinc is a metal.\n");
        Assert.Equal((0, "", ""), Told(await BackupAsync("copy.db")));

        var exported = await ProgramRun.OfAsync(folder, ["export"], ("ConnectionStrings__Articles", $"Data Source={service.DatabasePath}"));
        var copied = await ProgramRun.OfAsync(folder, ["export"], ("ConnectionStrings__Articles", $"Data Source={folder.File("copy.db")}"));
        Assert.Equal(exported.Output, copied.Output);
        Assert.Contains("\"a-title\"", copied.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_exists_is_left_as_it_is()
    {
        await File.WriteAllTextAsync(folder.File("copy.db"), "mine", TestContext.Current.CancellationToken);
        Assert.Equal((1, "", "copy.db exists already; it is left as it is.\n"), Told(await BackupAsync("copy.db")));
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.File("copy.db"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        var run = await BackupAsync("nowhere/copy.db");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("There is no folder ", run.Error, StringComparison.Ordinal);
    }

    private static (int, string, string) Told(ProgramRun run) => (run.ExitCode, run.Output, run.Error);

    private Task<ProgramRun> BackupAsync(string path) =>
        ProgramRun.OfAsync(folder, ["backup", path], ("ConnectionStrings__Articles", $"Data Source={service.DatabasePath}"));
}
