using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Tests.Push;

/// <summary>A push service of the test's own, on a free port of this machine: it keeps what it is sent and answers as told.</summary>
internal sealed class PushService : IAsyncDisposable
{
    private readonly WebApplication app;

    private PushService(WebApplication app) => this.app = app;

    public sealed record Received(string Path, Dictionary<string, string> Headers, byte[] Body);

    public ConcurrentQueue<Received> Messages { get; } = new();

    /// <summary>What it answers; 201 until told otherwise.</summary>
    public Func<HttpContext, int> Answer { get; set; } = _ => 201;

    public string Url =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<PushService> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new PushService(builder.Build());
        service.app.MapPost("/{**path}", service.Take);
        await service.app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers.ToDictionary(
            h => h.Key,
            h => h.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        http.Response.StatusCode = Answer(http);
        Messages.Enqueue(new Received(http.Request.Path, headers, body.ToArray()));
    }
}
