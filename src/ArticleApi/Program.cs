using ArticleApi;
using ArticleApi.Commands;
using ArticleApi.Storage;

try
{
    return await CommandLine.RunAsync(args);
}
catch (Exception e) when (e is DatabaseException or SettingException or IOException or FormatException) // The last two: an address that is in use, one that is none.
{
    await Console.Error.WriteLineAsync(e.Message);
    return CommandLine.Failure;
}
