using ArticleApi.Contract;
using ArticleApi.Contract.Topics;

namespace ArticleApi.Commands.Importing;

/// <summary>A line of an NDJSON file that holds a topic.</summary>
/// <param name="SourceLine">The file and the number of the line: <c>export.ndjson:7</c>.</param>
/// <param name="Read">The topic as it was read.</param>
internal sealed record TopicLine(string SourceLine, JsonInputResult<TopicInput> Read)
{
    public bool IsRetired => Read.Input?.Retired == true;
}
