using Microsoft.Extensions.Primitives;

namespace ArticleApi.Security;

/// <summary>
/// The keys as they are configured now. A change of <c>appsettings.json</c> holds at once; where it is malformed, the log says so and the
/// former keys stay.
/// </summary>
internal sealed class CurrentApiKeys : IDisposable
{
    private readonly IConfiguration configuration;
    private readonly ILogger<CurrentApiKeys> log;
    private readonly IDisposable changes;
    private volatile ApiKeys keys;
    private string? refused;

    public CurrentApiKeys(IConfiguration configuration, Settings settings, ILogger<CurrentApiKeys> log)
    {
        (this.configuration, this.log, keys) = (configuration, log, settings.Keys);
        foreach (var source in (configuration as IConfigurationBuilder)?.Sources.OfType<FileConfigurationSource>() ?? [])
        {
            // It is thrown on, and the configuration keeps the change to itself.
            source.OnLoadException = file => Refuse(file.Exception.InnerException?.Message ?? file.Exception.Message);
        }

        changes = ChangeToken.OnChange(configuration.GetReloadToken, Read);
    }

    public ApiKeys Keys => keys;

    public void Dispose() => changes.Dispose();

    private void Read()
    {
        try
        {
            SettingNames.Check(configuration);
            var read = KeySettings.Read(configuration);
            (keys, refused) = (read, null);
            log.LogInformation("The configuration was read again. Keys that may write: {Count}.", read.Count);
        }
        catch (SettingException e)
        {
            Refuse(e.Message);
        }
    }

    // A change may be told twice.
    private void Refuse(string why)
    {
        if (Interlocked.Exchange(ref refused, why) != why)
        {
            log.LogError("The changed configuration cannot be used; the former keys stay. {Why}", why);
        }
    }
}
