using System.CommandLine;
using System.Data.Common;
using ArticleApi.Contract.Articles;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Text;

namespace ArticleApi.Commands.Importing;

/// <summary><c>import PATH…</c>: reads articles from files and stores them.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, and folders with all that is in them.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(given =>
        {
            foreach (var path in given.Tokens
                .Select(token => token.Value)
                .Where(path => path is "" || (path[0] == '-' && !File.Exists(path))))
            {
                given.AddError($"'{path}' is no path, and no option.");
            }
        });
        var format = new Option<string>("--format")
        {
            Description = "The format of the files; by default told by their extension, else by their content.",
        };
        format.AcceptOnlyFromAmong([.. ArticleImporters.All.Select(known => known.Format), ImportSource.Ndjson]);
        var bibliographies = new Option<string[]>("--bibliography")
        {
            Description = "A file of BibTeX or CSL-JSON that the citation keys of Markdown point into; may be given several times.",
            Arity = ArgumentArity.OneOrMore,
        };
        bibliographies.Validators.Add(given =>
        {
            foreach (var path in given.Tokens.Select(token => token.Value).Where(path => !File.Exists(path)))
            {
                given.AddError($"There is no bibliography '{path}'.");
            }
        });
        var slug = new Option<string>("--slug") { Description = "The slug of the article; for a single file with a raw article." };
        slug.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { } value && !Slugs.IsSlug(value))
            {
                given.AddError(ArticleReader.InvalidSlug(null, value).Detail);
            }
        });
        var database = new Option<string>("--database") { Description = "The file of the database, in place of the configured one." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be stored, and stores nothing." };
        var command = new Command(
            "import",
            "Imports articles, raw or as NDJSON; one of the same slug is replaced. Exit code 0, 1 when a file failed, 2 on bad usage.")
        {
            paths, format, slug, bibliographies, database, dryRun,
        };
        command.SetAction((parsed, cancel) => StoreCommand.RunAsync(On(context, parsed.GetValue(database)), services => ImportRun.RunAsync(
            services,
            context,
            parsed.GetRequiredValue(paths),
            new ImportOptions
            {
                Format = parsed.GetValue(format),
                Slug = parsed.GetValue(slug),
                Bibliographies = parsed.GetValue(bibliographies) ?? [],
                IsDryRun = parsed.GetValue(dryRun),
            },
            cancel)));
        return command;
    }

    private static CommandContext On(CommandContext context, string? database) => database is null
        ? context
        : context with
        {
            Settings = new Dictionary<string, string?>(context.Settings)
            {
                [SettingNames.Database] = new DbConnectionStringBuilder { ["Data Source"] = database }.ConnectionString,
            },
        };
}
