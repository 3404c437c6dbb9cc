using ArticleApi.Contract;
using ArticleApi.Features;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Audit;
using ArticleApi.Features.Changes;
using ArticleApi.Features.Claims;
using ArticleApi.Features.Exports;
using ArticleApi.Features.Health;
using ArticleApi.Features.Imports;
using ArticleApi.Features.References;
using ArticleApi.Features.Topics;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Limits;
using ArticleApi.Http.OpenApi;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Rates;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Security;
using ArticleApi.Services;
using ArticleApi.Storage;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using KestrelServerOptions = Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions;

namespace ArticleApi;

/// <summary>The service: what it is made of, and the way of a request through it.</summary>
internal static class ArticleApiHost
{
    public const string DefaultUrl = "http://localhost:5080";
    private const int MaxRequestLine = 64 * 1024;

    private static readonly string[] UrlSettings = ["urls", "http_ports", "https_ports"];

    public static WebApplicationBuilder AddArticleApi(this WebApplicationBuilder builder)
    {
        AddDefaults(builder);
        Telemetry.Add(builder);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Settings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => provider.GetRequiredService<Settings>().Cache);
        services.AddSingleton<CurrentApiKeys>();
        services.AddSingleton(provider => new PublicAddress(provider.GetRequiredService<Settings>().Hosts));
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]); // HostFilter answers with a problem.
        services.AddOptions<KestrelServerOptions>()
            .Configure<Settings>((kestrel, settings) => kestrel.Limits.MaxRequestBodySize = settings.Limits.MaxBodyBytes);
        services.AddSingleton(provider => new Database(
            provider.GetRequiredService<Settings>().Storage,
            provider.GetRequiredService<TimeProvider>(),
            ArticleRenderer.Renderer,
            provider.GetRequiredService<ILogger<Database>>(),
            provider.GetRequiredService<Telemetry>()));
        services.AddSingleton<FaultLog>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<StartGate>();
        services.AddSingleton(provider => new ResponseCache(
            provider.GetRequiredService<CacheSettings>().MaxBytes,
            provider.GetRequiredService<Database>().ChangeCount,
            provider.GetRequiredService<Telemetry>()));
        services.AddSingleton(provider => provider.GetRequiredService<Settings>().Limits);
        services.AddSingleton(provider => new RequestSlots(
            provider.GetRequiredService<LimitSettings>(), Database.IsInterrupted, provider.GetRequiredService<Telemetry>()));
        services.AddSingleton<SlowRequests>();
        services.AddSingleton(new ApiVersion("v1", ApiDescription.V1, MapV1));
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin().AllowAnyHeader().WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithExposedHeaders(
                "ETag", "Link", ResponseHeaders.DataVersion, "Content-Location", "Retry-After",
                RequestId.Header, RateLimits.Header, RateLimits.PolicyHeader)));
        services.AddOpenApi();
        ValidatorOptions.Global.PropertyNameResolver = (_, member, _) => member is null ? null : QueryParameters.NameOf(member);
        foreach (var validator in AssemblyScanner.FindValidatorsInAssembly(typeof(ArticleApiHost).Assembly, includeInternalTypes: true))
        {
            services.AddSingleton(validator.InterfaceType, validator.ValidatorType);
        }

        return builder;
    }

    /// <summary>The way of a request, from the outside in.</summary>
    public static WebApplication UseArticleApi(this WebApplication app)
    {
        RequestSlots.ReserveThreads();
        app.Services.GetRequiredService<Telemetry>().Observe(
            app.Services.GetRequiredService<Database>(),
            app.Services.GetRequiredService<ResponseCache>(),
            app.Services.GetRequiredService<RequestSlots>());
        var versions = app.Services.GetServices<ApiVersion>().ToList();
        _ = app.Services.GetRequiredService<CurrentApiKeys>(); // It watches the configuration from now on.
        var supported = string.Join(", ", versions.Select(version => version.Name));
        UseGuards(app, supported);
        app.Use(app.Services.GetRequiredService<ResponseCache>().Middleware); // A response that is kept needs nothing of what follows.
        app.Use(app.Services.GetRequiredService<SlowRequests>().MeasureAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = RespondToException,
            SuppressDiagnosticsCallback = _ => true, // RespondToException logs with the id that the caller gets.
        });
        app.Use(HeadRequests.HandleAsGet);
        app.UseStatusCodePages(pages => RespondToStatus(pages.HttpContext));
        app.Use((HttpContext http, RequestDelegate next) => AddHeaders(http, next, supported));
        app.Use(Methods.RefuseUnknown);
        app.UseCors();
        app.Use(app.Services.GetRequiredService<StartGate>().HandleAsync);
        app.UseOpenApi();
        app.UseRouting();

        app.MapGet("/", () => TypedResults.Redirect("/swagger")).ExcludeFromDescription();
        app.MapHealth();
        foreach (var version in versions)
        {
            version.MapTo(app);
        }

        return app;
    }

    /// <summary>Creates the database, or brings it up to date.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="say">Takes lines that tell how far a migration is; by default they are logged.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public static async Task<bool> PrepareDatabaseAsync(this IServiceProvider services, Action<string>? say, CancellationToken cancel)
    {
        var isNew = false;
        var log = services.GetRequiredService<ILogger<Database>>();
        using var progress = new MigrationProgress(say ?? (line => log.LogInformation("{Line}", line)));
        var applied = await services.GetRequiredService<Database>().PrepareAsync(
            (write, token) =>
            {
                isNew = true;
                return Seed.FillAsync(write, services.GetRequiredService<Settings>().SeedArticle, token);
            },
            cancel,
            progress);
        if (applied.Count > 0 && !isNew)
        {
            log.LogInformation("Applied the migrations {Numbers}.", string.Join(", ", applied));
        }

        return isNew;
    }

    /// <summary>
    /// Starts to serve, with the database brought up to date. Where that may take long, <c>/health/live</c> answers meanwhile.
    /// </summary>
    /// <returns>Whether the database is new.</returns>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public static async Task<bool> StartServingAsync(this WebApplication app)
    {
        var (services, cancel) = (app.Services, app.Lifetime.ApplicationStopping);
        var database = services.GetRequiredService<Database>();
        var isOutdated = await database.StateAsync(cancel) == DatabaseState.Outdated;
        if (isOutdated)
        {
            await app.StartAsync(cancel);
        }

        var isNew = await services.PrepareDatabaseAsync(null, cancel);
        await database.BeginServingAsync(cancel);
        services.GetRequiredService<StartGate>().Open();
        if (!isOutdated)
        {
            await app.StartAsync(cancel);
        }

        return isNew;
    }

    private static void MapV1(IEndpointRouteBuilder api)
    {
        api.MapTopics();
        api.MapClaims();
        api.MapArticles();
        api.MapReferences();
        api.MapImports();
        api.MapChanges();
        api.MapExports();
        api.MapAudit();
    }

    private static void AddDefaults(WebApplicationBuilder builder)
    {
        // What is said here yields to appsettings.json, the environment and the command line.
        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                [WebHostDefaults.ShutdownTimeoutKey] = "5", // A container engine kills what has not stopped after 10 seconds.
                ["Logging:LogLevel:Default"] = "Information",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
                ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning", // StartMessage says where it listens.
                ["Logging:LogLevel:Microsoft.Extensions.Hosting"] = "None", // CommandLine says why a start failed.
            },
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
        });
        var configuration = builder.Configuration;
        if (UrlSettings.All(key => string.IsNullOrEmpty(configuration[key]))
            && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }

    // What stands before the cache, and only where it is configured: kept responses are for allowed hosts and within rates, too.
    private static void UseGuards(WebApplication app, string supportedVersions)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        if (settings.Hosts.Proxies.Count > 0)
        {
            app.UseForwardedHeaders(ForwardedHeadersOf(settings.Hosts.Proxies));
        }

        var guards = new List<Func<HttpContext, ProblemResult?>>();
        if (settings.Hosts.AllowedHosts.Count > 0)
        {
            var hosts = new HostFilter(settings.Hosts);
            guards.Add(http => hosts.Refuse(http.Request));
        }

        if (!settings.Rates.AreOff)
        {
            guards.Add(new RateLimits(settings.Rates, app.Services.GetRequiredService<TimeProvider>()).Refuse);
        }

        var refusal = ((IApplicationBuilder)app).New();
        refusal.Use((HttpContext http, RequestDelegate next) => AddHeaders(http, next, supportedVersions));
        refusal.UseCors();
        refusal.Run(http => http.Features.GetRequiredFeature<ProblemResult>().ExecuteAsync(http));
        var refuse = refusal.Build();
        foreach (var guard in guards)
        {
            app.Use((HttpContext http, RequestDelegate next) =>
            {
                if (guard(http) is not { } problem)
                {
                    return next(http);
                }

                http.Features.Set(problem);
                return refuse(http);
            });
        }
    }

    private static ForwardedHeadersOptions ForwardedHeadersOf(IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null, // As far as the proxies are known.
        };
        options.KnownProxies.Clear(); // The framework trusts this machine.
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        return options;
    }

    private static Task AddHeaders(HttpContext http, RequestDelegate next, string supportedVersions)
    {
        // When the response starts, since the exception handler clears what was set before.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers[RequestId.Header] = RequestId.Of(http);
            ContentSecurityPolicy.AddTo(http);
            http.Response.Headers[ResponseHeaders.SupportedVersions] = supportedVersions;
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static Task RespondToException(HttpContext http)
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is BadHttpRequestException refused)
        {
            return Problems.ForStatus(http, refused.StatusCode).ExecuteAsync(http);
        }

        if (error is not null && http.RequestServices.GetRequiredService<Database>().Explain(error) is { } fault
            && StorageProblems.Of(fault.Fault) is { } problem)
        {
            http.RequestServices.GetRequiredService<FaultLog>().Add(fault);
            return problem.ExecuteAsync(http);
        }

        http.RequestServices.GetRequiredService<ILogger<Problem>>().LogError(
            error, "{Method} {Path} failed; traceId {TraceId}.", http.Request.Method, http.Request.Path, RequestId.Of(http));
        return Problems.ForStatus(http, StatusCodes.Status500InternalServerError).ExecuteAsync(http);
    }

    private static Task RespondToStatus(HttpContext http)
    {
        HeadRequests.CompleteAllow(http.Response);
        return Problems.ForStatus(http, http.Response.StatusCode).ExecuteAsync(http);
    }
}
