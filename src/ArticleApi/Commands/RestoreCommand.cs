using System.CommandLine;
using ArticleApi.Storage;

namespace ArticleApi.Commands;

/// <summary><c>restore PATH</c>: puts a backup in the place of the database.</summary>
internal static class RestoreCommand
{
    public static Command Create(CommandContext context)
    {
        var path = new Argument<FileInfo>("PATH") { Description = "The backup." };
        var command = new Command(
            "restore",
            "Puts a backup in the place of the database, which nobody may serve or use meanwhile; what was there is gone. The backup is "
            + "verified first, and is left as it is. Mirrors of the database begin anew. Exit code 0, 1 when it failed.")
        {
            path,
        };
        command.SetAction((parsed, cancel) => StoreCommand.RunAsync(context, async services =>
        {
            var source = parsed.GetRequiredValue(path);
            var database = services.GetRequiredService<Database>();
            await context.Output.WriteLineAsync(StoreCommand.Describe(database, isNew: !File.Exists(database.Location)));
            if (source.FullName == database.Location)
            {
                await context.Error.WriteLineAsync($"{source.FullName} is the database itself.");
                return CommandLine.Failure;
            }

            using var progress = new MigrationProgress(context.Output.WriteLine);
            var articles = await database.RestoreAsync(source.FullName, progress, cancel);
            await context.Output.WriteLineAsync($"Restored from {source.FullName}: {Quantity.Of(articles, "article")}");
            return CommandLine.Success;
        }));
        return command;
    }
}
