using ArticleApi.Contract.Topics;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Commands.Importing;

/// <summary>The topics that an import knows: those of the database, and those that its lines have brought so far.</summary>
/// <param name="database">The database.</param>
/// <param name="reporter">Counts the topics that are stored.</param>
/// <param name="initial">The topics to begin with.</param>
internal sealed class ImportVocabulary(ImportDatabase database, ImportReporter reporter, IReadOnlyList<Topic> initial)
{
    private readonly HashSet<string> retired = new(StringComparer.Ordinal);
    private IReadOnlyList<Topic> topics = initial;
    private TopicTagger? tagger;
    private IReadOnlySet<string>? slugs;

    /// <summary>Finds these topics in texts.</summary>
    public TopicTagger Tagger => tagger ??= new TopicTagger(topics);

    /// <summary>The topics that the claims of any article may have.</summary>
    public IReadOnlySet<string> Slugs => slugs ??= SlugsFor(null);

    /// <summary>The topics that the claims of an article may have: its stored claims may have some that were deleted since.</summary>
    public IReadOnlySet<string> SlugsFor(StoredArticle? stored) =>
        Vocabulary.Allowed(topics, stored?.Article).Union(retired).ToHashSet(StringComparer.Ordinal);

    /// <summary>Stores topics together, so that they may exchange names.</summary>
    public async Task StoreAsync(IReadOnlyList<TopicLine> lines, CancellationToken cancel)
    {
        // A new database that is given a vocabulary does not get the bundled one.
        if (database.IsMissing)
        {
            topics = [];
            await database.EnsureCreatedAsync(cancel, withVocabulary: false);
        }

        if (database.IsDryRun)
        {
            Add(lines, topics);
        }
        else
        {
            await database.WriteAsync(
                async (write, token) =>
                {
                    var (changed, retiring) = Add(lines, await TopicStore.AllAsync(write, token));
                    await StoreAsync(write, changed, retiring, token);
                    return changed.Count;
                },
                cancel);
        }
    }

    /// <summary>Adds the topics of lines to those that are known. Lines with errors are reported and left out.</summary>
    /// <returns>The topics to store, and those to store as retired.</returns>
    private (IReadOnlyList<Topic> Changed, IReadOnlyList<Topic> Retiring) Add(IReadOnlyList<TopicLine> lines, IReadOnlyList<Topic> stored)
    {
        var living = ReadLiving(lines, stored);
        var known = stored.ToDictionary(topic => topic.Slug, StringComparer.Ordinal);
        var changed = living.Where(topic => !known.TryGetValue(topic.Slug, out var before) || !Vocabulary.AreSame(before, topic)).ToList();
        var created = changed.Count(topic => !known.ContainsKey(topic.Slug));
        reporter.AddOutcome("topics created", created);
        reporter.AddOutcome("topics replaced", changed.Count - created);
        reporter.AddOutcome("topics unchanged", living.Count - changed.Count);
        var retiring = lines.Where(line => line.IsRetired).Select(line => line.Read.Input!.ToTopic()).ToList();
        topics = [.. stored.Where(topic => !changed.Exists(other => other.Slug == topic.Slug)), .. changed];
        retired.UnionWith(retiring.Select(topic => topic.Slug));
        (tagger, slugs) = (null, null);
        return (changed, retiring);
    }

    /// <summary>The topics that can be stored together. One that fails may be the broader topic of another, which then fails too.</summary>
    private List<Topic> ReadLiving(IReadOnlyList<TopicLine> lines, IReadOnlyList<Topic> stored)
    {
        var living = lines.Where(line => !line.IsRetired).ToList();
        while (true)
        {
            var read = VocabularyReader.Read([.. living.Select(line => line.Read)], stored);
            if (read.All(topic => topic.Topic is not null))
            {
                return [.. read.Select(topic => topic.Topic!)];
            }

            foreach (var (line, topic) in living.Zip(read).Where(pair => pair.Second.Topic is null).ToList())
            {
                reporter.AddFailure(line.SourceLine, ArticleLineReader.Describe(topic.Errors));
                living.Remove(line);
            }
        }
    }

    private static async Task StoreAsync(
        WriteTransaction write, IReadOnlyList<Topic> changed, IReadOnlyList<Topic> retiring, CancellationToken cancel)
    {
        if (changed.Count > 0)
        {
            await TopicStore.PutAsync(write, changed, cancel);
        }

        foreach (var topic in retiring)
        {
            await TopicStore.PutRetiredAsync(write, topic, cancel);
        }
    }
}
