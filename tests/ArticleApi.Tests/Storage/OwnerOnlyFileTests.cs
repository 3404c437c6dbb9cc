namespace ArticleApi.Tests.Storage;

/// <summary>What the program writes nobody but its user may read.</summary>
public sealed class OwnerOnlyFileTests
{
    [Fact]
    public async Task Databases_backups_and_exports_are_their_owner_s_alone()
    {
        using var folder = new TemporaryFolder();
        var export = folder.File("export.ndjson");
        Assert.Equal(0, (await ProgramRun.InProcessAsync(folder, ["import", await TextAsync(folder)])).ExitCode);
        Assert.Equal(0, (await ProgramRun.InProcessAsync(folder, ["backup", folder.File("copy.db")])).ExitCode);
        Assert.Equal(0, (await ProgramRun.InProcessAsync(folder, ["export", "--output", export])).ExitCode);
        foreach (var file in new[] { folder.File("articles.db"), folder.File("copy.db"), export })
        {
            AssertOwnerOnly(file);
        }
    }

    [Fact]
    public async Task The_files_beside_a_served_database_are_too()
    {
        using var service = new NewDatabase();
        await service.OkAsync("/api/v1/topics");
        var files = Directory.GetFiles(Path.GetDirectoryName(service.DatabasePath)!);
        Assert.Equal(["articles.db", "articles.db-shm", "articles.db-wal"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, AssertOwnerOnly);
    }

    private static void AssertOwnerOnly(string file)
    {
        if (!OperatingSystem.IsWindows()) // It has the rights of the folder.
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private static async Task<string> TextAsync(TemporaryFolder folder)
    {
        await File.WriteAllTextAsync(folder.File("a.txt"), "Zinc\n\nZinc is a metal.", TestContext.Current.CancellationToken);
        return folder.File("a.txt");
    }

    private sealed class NewDatabase : Service
    {
        protected override bool HasPreparedDatabase => false;
    }
}
