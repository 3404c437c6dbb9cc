using ArticleApi.Commands;

try
{
    return await CommandLine.RunAsync(args);
}
catch (Exception e) when (e is not OperationCanceledException)
{
    // A start that fails is the operator's to mend: one line says why.
    await Console.Error.WriteLineAsync(e.Message);
    return CommandLine.Failure;
}
