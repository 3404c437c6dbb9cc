using System.CommandLine;

namespace ArticleApi.Commands;

/// <summary><c>backup PATH</c>: copies the database into a new file, also while the service runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var path = new Argument<FileInfo>("PATH") { Description = "The file to write; it must not exist." };
        var command = new Command("backup", "Copies the database as it is now into a new file, also while it is served. Exit code 0, 1 when it failed.") { path };
        command.SetAction((parsed, cancel) => StoreCommand.RunAsync(async services =>
        {
            var target = parsed.GetRequiredValue(path);
            if (target.Exists || Directory.Exists(target.FullName))
            {
                await Console.Error.WriteLineAsync($"{target} exists already; it is left as it is.");
                return CommandLine.Failure;
            }

            if (target.Directory is not { Exists: true })
            {
                await Console.Error.WriteLineAsync($"There is no folder {target.DirectoryName}.");
                return CommandLine.Failure;
            }

            // What is written half is never seen under its name.
            var partial = $"{target.FullName}.partial";
            File.Delete(partial);
            (await StoreCommand.OpenAsync(services, cancel)).Backup(partial);
            File.Move(partial, target.FullName);
            return CommandLine.Success;
        }));
        return command;
    }
}
