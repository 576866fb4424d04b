using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;
using Fourfold.Sense.Feeds;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fourfold.Sense.Tests.Feeds;

/// <summary>A Fourfold whose clock is the real one, with one <c>tcp-listen</c> feed of this run.</summary>
internal sealed class SeaBox : IAsyncDisposable
{
    private readonly List<TcpClient> senders = [];

    private SeaBox(FourfoldBox box, int port) => (Box, Port) = (box, port);

    public FourfoldBox Box { get; }

    /// <summary>Port of the first feed.</summary>
    public int Port { get; }

    public FeedBook Book => Box.Services.GetRequiredService<FeedBook>();

    public static Task<SeaBox> Start(params string[] moreFeeds) => StartWith(null, moreFeeds);

    public static async Task<SeaBox> StartWith(Action<IServiceCollection>? configure, params string[] moreFeeds)
    {
        var box = await FourfoldBox.Start(
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton(TimeProvider.System));
                configure?.Invoke(services);
            },
            options => options with { Feeds = ["tcp-listen://127.0.0.1:0", .. moreFeeds] }
        );
        var book = box.Services.GetRequiredService<FeedBook>();
        var first = await FourfoldBox.Eventually(
            "the feed listens",
            () => Task.FromResult(book.Running.FirstOrDefault()?.ListeningAt as System.Net.IPEndPoint),
            at => at is not null
        );
        return new SeaBox(box, first!.Port);
    }

    /// <summary>A connection to the feed, kept until the box is disposed.</summary>
    public async Task<NetworkStream> Connect()
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port);
        senders.Add(client);
        return client.GetStream();
    }

    /// <summary>Sends bytes as one sender who then goes.</summary>
    public async Task Send(byte[] bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port);
        await client.GetStream().WriteAsync(bytes);
    }

    public async Task<JsonElement> Get(string path, TestActor? actor = null)
    {
        using var client = Box.As(actor ?? TestActor.DutyOfficer);
        return await client.GetFromJsonAsync<JsonElement>($"/api/v1/{path}");
    }

    /// <summary>All live vessels, over all pages.</summary>
    public async Task<List<JsonElement>> Vessels()
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await Get($"vessels?limit=200{(cursor is null ? "" : $"&cursor={cursor}")}");
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        return all;
    }

    /// <summary>The status of the first feed.</summary>
    public async Task<JsonElement> FeedStatus() => (await Get("feeds")).GetProperty("items")[0].GetProperty("status");

    public Task<T> Eventually<T>(string what, Func<Task<T>> ask, Func<T, bool> satisfied) =>
        FourfoldBox.Eventually(what, ask, satisfied);

    public async ValueTask DisposeAsync()
    {
        foreach (var sender in senders)
            sender.Dispose();
        await Box.DisposeAsync();
    }
}

/// <summary>AIS sentences for tests.</summary>
internal static class Sentences
{
    private static readonly AisEncoder Encoder = new();

    /// <summary>A class A position report with its line end.</summary>
    public static string Position(
        int mmsi,
        double latitude,
        double longitude,
        double knots = 10,
        double course = 90,
        DateTimeOffset? at = null
    )
    {
        var fields = new PositionReportFields
        {
            Mmsi = (uint)mmsi,
            Position = new AisPosition((int)Math.Round(longitude * 600_000), (int)Math.Round(latitude * 600_000)),
            SpeedKnots = knots,
            CourseDegrees = course,
            HeadingDegrees = (int)course,
        };
        lock (Encoder)
            return Encoder.Encode(fields, new SentenceFrame { TimeUnixMs = at?.ToUnixTimeMilliseconds() });
    }

    /// <summary>A voyage message, two sentences.</summary>
    public static string Voyage(int mmsi, string name, string callSign = "BQXY7", int imo = 9_000_000, int type = 70)
    {
        var fields = new StaticVoyageDataFields
        {
            Mmsi = (uint)mmsi,
            Name = name,
            CallSign = callSign,
            ImoNumber = imo,
            ShipType = type,
            Destination = "HAIKOU",
            DraughtMetres = 4.2,
            Dimensions = new AisDimensions(60, 20, 6, 6),
        };
        lock (Encoder)
            return Encoder.Encode(fields, new SentenceFrame());
    }

    public static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
