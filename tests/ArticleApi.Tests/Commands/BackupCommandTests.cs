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
    public async Task A_database_that_is_served_is_copied_whole()
    {
        await service.ImportAsync("A title\n\nZinc is a metal.\n");
        var run = await ProgramRun.OfAsync(
            folder, ["backup", "copy.db"], ("ConnectionStrings__Articles", $"Data Source={service.DatabasePath}"));
        var size = new FileInfo(folder.File("copy.db")).Length / 1024.0 / 1024;
        Assert.Equal(
            (0, $"Database: {service.DatabasePath}\nWrote {folder.File("copy.db")}: {size:0.0} MiB, 2 articles\n", ""),
            (run.ExitCode, run.Output, run.Error));
        Assert.Equal(["copy.db"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));

        var exported = await ExportAsync(service.DatabasePath);
        var copied = await ExportAsync(folder.File("copy.db"));
        Assert.Equal(exported.Output, copied.Output);
        Assert.Contains("\"a-title\"", copied.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_exists_is_left_unchanged()
    {
        await File.WriteAllTextAsync(folder.File("copy.db"), "mine", TestContext.Current.CancellationToken);
        var run = await BackupAsync("copy.db");
        Assert.Equal((1, "", $"{folder.File("copy.db")} exists already; it is left as it is.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.File("copy.db"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_missing_folder_is_refused()
    {
        var run = await BackupAsync("nowhere/copy.db");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("There is no folder ", run.Error, StringComparison.Ordinal);
    }

    private Task<ProgramRun> BackupAsync(string file) =>
        ProgramRun.InProcessAsync(
            folder, ["backup", folder.File(file)], ("ConnectionStrings__Articles", $"Data Source={service.DatabasePath}"));

    private Task<ProgramRun> ExportAsync(string database) =>
        ProgramRun.InProcessAsync(folder, ["export"], ("ConnectionStrings__Articles", $"Data Source={database}"));
}
