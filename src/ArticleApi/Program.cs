using ArticleApi;
using ArticleApi.Storage;

try
{
    var builder = WebApplication.CreateBuilder(args).AddArticleApi();
    await using var app = builder.Build().UseArticleApi();
    await app.Services.PrepareDatabaseAsync(CancellationToken.None);
    await app.RunAsync();
    return 0;
}
catch (DatabaseException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
