namespace ArticleApi.Contract;

/// <summary>A page of a list, whatever else it tells.</summary>
/// <typeparam name="T">The items.</typeparam>
internal interface IListOf<out T>
{
    IReadOnlyList<T> Data { get; }
}
