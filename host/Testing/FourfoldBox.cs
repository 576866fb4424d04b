using System.Diagnostics;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Fourfold.Testing;

/// <summary>A Fourfold in a box: the real server on a free loopback port, on a fresh store, with a clock the test moves.</summary>
public sealed class FourfoldBox : IAsyncDisposable
{
    private const string ActorHeader = "X-Test-Actor";
    private readonly WebApplication app;
    private readonly ServerOptions options;

    private FourfoldBox(WebApplication app, ServerOptions options, FakeTimeProvider clock)
    {
        (this.app, this.options, Clock) = (app, options, clock);
        Url = new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() // Set once started.
        );
    }

    /// <summary>The clock of this Fourfold; begins at 2026-03-18 04:00 UTC and moves only when told.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Its services, for tests that must look behind the API.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>How it was started.</summary>
    public ServerOptions Options => options;

    /// <summary>Its data folder.</summary>
    public string Data => options.Data;

    /// <summary>Starts one.</summary>
    /// <param name="configure">Adds or replaces services.</param>
    /// <param name="change">Changes the options (feeds, demonstration, web root).</param>
    public static async Task<FourfoldBox> Start(
        Action<IServiceCollection>? configure = null,
        Func<ServerOptions, ServerOptions>? change = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("fourfold-box-").FullName;
        var options = await TestStore.Fresh(folder);
        return await On(change?.Invoke(options) ?? options, configure);
    }

    /// <summary>Starts one on a store that is there already, such as a restored one; it is removed with the box.</summary>
    public static async Task<FourfoldBox> On(ServerOptions options, Action<IServiceCollection>? configure = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 18, 4, 0, 0, TimeSpan.Zero));
        var app = await FourfoldServer.Build(
            options,
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                services.AddSingleton<IStartupFilter, TestActors>();
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
                configure?.Invoke(services);
            }
        );
        await app.StartAsync();
        return new FourfoldBox(app, options, clock);
    }

    /// <summary>A client that acts as somebody without signing in, so that a module's tests need no people. Sign-in has tests of its own.</summary>
    public HttpClient As(TestActor actor)
    {
        var client = new HttpClient { BaseAddress = Url };
        client.DefaultRequestHeaders.Add(
            ActorHeader,
            Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(actor))
        );
        return client;
    }

    /// <summary>A client of nobody.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Url };

    /// <summary>A client of nobody that keeps cookies like a browser and does not follow redirects.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Url };

    /// <summary>Runs something in a scope, as the system.</summary>
    public async Task<T> Inside<T>(Func<IServiceProvider, Task<T>> what)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("test");
        return await what(scope.ServiceProvider);
    }

    /// <summary>How long a test waits for what must happen: a limit for a machine that is very slow, never a measurement.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Asks again every 20 ms until the answer satisfies, for as long as there is <see cref="Patience"/>; then fails with what was awaited.</summary>
    public static async Task<T> Eventually<T>(string what, Func<Task<T>> ask, Func<T, bool> satisfied)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            var answer = await ask();
            if (satisfied(answer))
                return answer;
            await Task.Delay(20);
        }
        throw new TimeoutException($"did not happen within {Patience.TotalSeconds} s: {what}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await TestStore.Drop(options);
        try
        {
            Directory.Delete(options.Data, recursive: true);
        }
        catch (IOException) { } // A file still held open is left to the system's cleaner of temporary folders.
    }

    private sealed class TestActors : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (http, rest) =>
                    {
                        if (http.Request.Headers.TryGetValue(ActorHeader, out var header))
                            http.Features.Set(Read(header!, http)); // Present, so not null.
                        return rest(http);
                    }
                );
                next(app);
            };

        private static Actor Read(string header, HttpContext http)
        {
            var actor = JsonSerializer.Deserialize<TestActor>(Convert.FromBase64String(header))!; // Written by As.
            return new Actor
            {
                Kind = ActorKind.Person,
                Person = PersonId.From(actor.Person),
                Post = PostId.From(actor.Post),
                Unit = UnitId.From(actor.Unit),
                Role = actor.Role,
                Name = actor.Role,
                UnitName = actor.Role,
                AreaPath = actor.AreaPath,
                Scope = AreaScope.Below(actor.AreaPath),
                Purpose = actor.Purpose,
                Permissions = RolePermissions.Of(actor.Role),
                CorrelationId = http.TraceIdentifier,
            };
        }
    }
}
