using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Fourfold.Sense.Feeds;
using Fourfold.Tracking;

namespace Fourfold.Sense.Picture;

/// <summary>The status frame's JSON: encoded once a second, with room for the one number that differs by screen.</summary>
internal sealed class StatusText(LivePicture picture, FeedBook feeds, DelayHistogram delays)
{
    private const string InViewMark = "\"inView\":0";
    private byte[] before = [];
    private byte[] after = [];

    /// <summary>Number of the second it was made for; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>Encodes it anew; the caller holds the picture's gate.</summary>
    public void Renew(DateTimeOffset now)
    {
        var counts = Count();
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteCounts(json, counts);
            json.WriteNumber("inView", 0);
            json.WriteNumber("total", picture.Count);
            WriteFeeds(json, now);
            json.WriteNumber("delayMilliseconds", delays.Quantile(0.99));
            json.WriteEndObject();
        }
        delays.Fade();
        var mark = buffer.WrittenSpan.IndexOf(Encoding.UTF8.GetBytes(InViewMark)) + InViewMark.Length - 1;
        before = buffer.WrittenSpan[..mark].ToArray();
        after = buffer.WrittenSpan[(mark + 1)..].ToArray();
        Version++;
    }

    /// <summary>The JSON for a screen with so many slots in view.</summary>
    public byte[] For(int inView) =>
        [.. before, .. Encoding.UTF8.GetBytes(inView.ToString(CultureInfo.InvariantCulture)), .. after];

    private Counts Count()
    {
        var counts = new Counts();
        for (var slot = 0; slot < picture.Used; slot++)
        {
            ref readonly var shown = ref picture[slot];
            if (!shown.IsAlive)
                continue;
            counts.ByRing[(int)shown.Place.Ring]++;
            counts.AisOnly += shown.State.Kind is TrackKind.AisOnly or TrackKind.Ghost ? 1 : 0;
            counts.RadarOnly += shown.State.Kind == TrackKind.RadarOnly ? 1 : 0;
            counts.Fused += shown.State.Kind == TrackKind.Fused ? 1 : 0;
            counts.Moored += shown.State.IsStationary ? 1 : 0;
            counts.Lost += shown.State.Status == TrackStatus.Lost ? 1 : 0;
        }
        return counts;
    }

    private static void WriteCounts(Utf8JsonWriter json, Counts counts)
    {
        json.WriteStartObject("rings");
        json.WriteNumber("nearSea", counts.ByRing[(int)SeaRing.NearSea]);
        json.WriteNumber("shoreline", counts.ByRing[(int)SeaRing.Shoreline]);
        json.WriteNumber("onIsland", counts.ByRing[(int)SeaRing.OnIsland]);
        json.WriteNumber("beyond", counts.ByRing[(int)SeaRing.Beyond]);
        json.WriteEndObject();
        json.WriteStartObject("sources");
        json.WriteNumber("aisOnly", counts.AisOnly);
        json.WriteNumber("radarOnly", counts.RadarOnly);
        json.WriteNumber("fused", counts.Fused);
        json.WriteNumber("moored", counts.Moored);
        json.WriteNumber("lost", counts.Lost);
        json.WriteEndObject();
    }

    private void WriteFeeds(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartArray("feeds");
        foreach (var feed in feeds.Running)
        {
            json.WriteStartObject();
            json.WriteString("id", feed.Setup.Id.Value);
            json.WriteString("name", feed.Setup.Name);
            json.WriteString("state", feed.State.Code());
            if (feed.LastByteAt is { } last)
                json.WriteNumber("ageSeconds", Math.Max(0, Math.Round((now - last).TotalSeconds, 1)));
            else
                json.WriteNull("ageSeconds");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private sealed class Counts
    {
        public int[] ByRing { get; } = new int[4];
        public int AisOnly;
        public int RadarOnly;
        public int Fused;
        public int Moored;
        public int Lost;
    }
}
