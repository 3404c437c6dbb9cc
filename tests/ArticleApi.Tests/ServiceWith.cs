using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests;

/// <summary>A service with settings of its own.</summary>
public sealed class ServiceWith(params (string Name, string Value)[] settings) : Service
{
    protected override void Configure(IWebHostBuilder builder)
    {
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
    }
}
