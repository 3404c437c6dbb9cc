namespace ArticleApi.Documents.Claims.Markers;

/// <summary>What is known of a candidate.</summary>
internal enum Verdict
{
    Open,
    Marker,
    NoMarker,
}
