using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArticleApi.Client;

/// <summary>What is not set is not sent: to a merge patch null says something.</summary>
public partial class ArticleApiClient
{
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
}
