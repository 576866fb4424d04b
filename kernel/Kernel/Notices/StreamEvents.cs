using System.Globalization;
using System.Text;
using System.Text.Json;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Fourfold.Kernel.Notices;

/// <summary>Server-sent events: what changed, for those who may see it. A screen that comes back goes on where it was.</summary>
internal static class StreamEvents
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/events", Handle)
            .WithName("StreamEvents")
            .WithTags("Events")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .NeedsSignIn();

    private static async Task Handle(
        HttpContext http,
        Actor actor,
        EventListeners listeners,
        ActorWatch watch,
        IHostApplicationLifetime life,
        CancellationToken ct
    )
    {
        // A server that ends does not wait for its listeners.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        using var place = listeners.Enter(actor);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache, no-transform";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would hold events back.
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var last = http.Request.Headers["Last-Event-ID"].ToString();
        try
        {
            var streaming = listeners.Stream(actor, last, text => Send(http, text, end.Token), end.Token);
            var over = watch.UntilOver(actor, end.Token);
            await Task.WhenAny(streaming, over);
            await end.CancelAsync(); // Also a send that waits for a slow screen.
            await Task.WhenAll(streaming, over);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested) { } // The session is over, the screen went away, or the server ends.
    }

    private static async Task Send(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.WriteAsync(text, ct);
        await http.Response.Body.FlushAsync(ct);
    }
}

/// <summary>Those who listen, and what each is sent.</summary>
internal sealed class EventListeners(
    RingBoard board,
    ActorWatch watch,
    IEnumerable<NoticeKind> kinds,
    TimeProvider clock
)
{
    /// <summary>Listeners of one server; the next one is refused with 503.</summary>
    public const int Maximum = 5_000;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, string> permissions = kinds
        .DistinctBy(k => k.Kind, StringComparer.Ordinal)
        .ToDictionary(k => k.Kind, k => k.Permission, StringComparer.Ordinal);
    private int count;

    /// <summary>Listeners now.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Takes a place, given back on disposal.</summary>
    /// <exception cref="Refused">503 <c>events.too-many-listeners</c>.</exception>
    public IDisposable Enter(Actor actor)
    {
        if (Interlocked.Increment(ref count) > Maximum)
        {
            Interlocked.Decrement(ref count);
            throw new Refused("events.too-many-listeners", 503).With("maximum", Maximum);
        }
        return new Place(this);
    }

    /// <summary>Sends until cancelled or until the actor may no longer act. A slow screen is sent fewer beats, and at worst a reset.</summary>
    public async Task Stream(Actor actor, string last, Func<string, Task> send, CancellationToken ct)
    {
        var (from, reset) = Start(last);
        // Tells the browser where it is even before the first change.
        await send($"retry: 2000\nid: {IdOf(from)}\n\n");
        if (reset)
            await send(Reset(from));
        while (true)
        {
            // Asked after the news was taken: what happened when the session was over is not among it.
            var since = board.Since(from);
            if (!await watch.StillActs(actor, ct))
                return;
            if (since is not { } news)
            {
                from = board.Next;
                await send(Reset(from));
                continue;
            }
            var text = new StringBuilder();
            for (var i = 0; i < news.Changes.Count; i++)
                if (MayHear(actor, news.Changes[i]))
                    Append(text, from + i + 1, news.Changes[i]);
            from = news.Next;
            if (text.Length > 0)
                await send(text.ToString());
            else if (!await Changed(news.More, ct))
                await send($": beat\nid: {IdOf(from)}\n\n");
        }
    }

    private async Task<bool> Changed(Task more, CancellationToken ct)
    {
        try
        {
            await more.WaitAsync(Beat, clock, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // Last-Event-ID holds the number of the next change its screen wants.
    private (long From, bool Reset) Start(string last)
    {
        if (last.Length == 0)
            return (board.Next, false);
        var cut = last.IndexOf('-', StringComparison.Ordinal);
        return
            cut == board.Epoch.Length
            && last.StartsWith(board.Epoch, StringComparison.Ordinal)
            && long.TryParse(last.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && board.Since(from) is not null
            ? (from, false)
            : (board.Next, true);
    }

    private bool MayHear(Actor actor, Change change) =>
        permissions.TryGetValue(change.Kind, out var permission)
        && actor.May(permission)
        && (change.AreaPath.Length == 0 || actor.Scope.Holds(change.AreaPath));

    private void Append(StringBuilder text, long next, Change change)
    {
        var data = JsonSerializer.Serialize(
            new EventData(change.Kind, change.Id, change.Revision, change.Action),
            StoredJson.Options
        );
        text.Append("id: ").Append(IdOf(next)).Append("\nevent: change\ndata: ").Append(data).Append("\n\n");
    }

    private string Reset(long from) => $"id: {IdOf(from)}\nevent: reset\ndata: {{}}\n\n";

    private string IdOf(long next) => string.Create(CultureInfo.InvariantCulture, $"{board.Epoch}-{next}");

    private sealed record EventData(string Kind, string Id, int Revision, string Action);

    private sealed class Place(EventListeners listeners) : IDisposable
    {
        private bool left;

        public void Dispose()
        {
            if (!left)
                Interlocked.Decrement(ref listeners.count);
            left = true;
        }
    }
}
