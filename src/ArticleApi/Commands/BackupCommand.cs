using System.CommandLine;

namespace ArticleApi.Commands;

/// <summary><c>backup PATH</c>: copies the database into a new file, also while the service runs.</summary>
internal static class BackupCommand
{
    public static Command Create(CommandContext context)
    {
        var path = new Argument<FileInfo>("PATH") { Description = "The file to write; it must not exist." };
        var command = new Command(
            "backup", "Copies the database as it is now into a new file, also while it is served. Exit code 0, 1 when it failed.") { path };
        command.SetAction((parsed, cancel) => StoreCommand.RunAsync(context, async services =>
        {
            var target = parsed.GetRequiredValue(path);
            if (target.Exists || Directory.Exists(target.FullName))
            {
                await context.Error.WriteLineAsync($"{target} exists already; it is left as it is.");
                return CommandLine.Failure;
            }

            if (target.Directory is not { Exists: true })
            {
                await context.Error.WriteLineAsync($"There is no folder {target.DirectoryName}.");
                return CommandLine.Failure;
            }

            var articles = (await StoreCommand.OpenAsync(services, context.Output, cancel)).Backup(target.FullName);
            var mebibytes = new FileInfo(target.FullName).Length / 1024.0 / 1024;
            await context.Output.WriteLineAsync($"Wrote {target.FullName}: {mebibytes:0.0} MiB, {Quantity.Of(articles, "article")}");
            return CommandLine.Success;
        }));
        return command;
    }
}
