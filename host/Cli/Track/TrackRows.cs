using System.Buffers.Text;
using Fourfold.Cli.Decode;
using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Cli.Track;

/// <summary>Writes tracks as rows.</summary>
internal sealed class TrackRows(Stream output)
{
    private readonly LineOutput lines = new(output);

    /// <summary>Hands on what was written.</summary>
    /// <exception cref="ReaderLeftException">Nobody reads the output any more.</exception>
    public void Flush() => lines.Flush();

    /// <summary>Writes a track as it is at a time, s.</summary>
    /// <exception cref="ReaderLeftException">Nobody reads the output any more.</exception>
    public void Write(double time, in SystemTrack track)
    {
        var to = new JsonRow(lines.Reserve(512));
        to.Number("{\"t\":"u8, time, 3);
        to.Whole(",\"track_id\":"u8, track.Id);
        to.Number(",\"lat\":"u8, track.Position.LatitudeDegrees, 7);
        to.Number(",\"lon\":"u8, track.Position.LongitudeDegrees, 7);
        to.Number(",\"vn\":"u8, track.VelocityNorth, 2);
        to.Number(",\"ve\":"u8, track.VelocityEast, 2);
        if (track.Mmsi != 0)
            to.Whole(",\"mmsi\":"u8, track.Mmsi);
        if (track.Kind == TrackKind.Ghost)
            to.Text(",\"kind\":\"ghost\""u8);
        to.Alerts(track.Alerts);
        to.Text("}\n"u8);
        lines.Commit(to.Length);
    }

    private ref struct JsonRow(Span<byte> room)
    {
        private readonly Span<byte> room = room;

        public int Length { get; private set; }

        public void Text(ReadOnlySpan<byte> text)
        {
            text.CopyTo(room[Length..]);
            Length += text.Length;
        }

        public void Number(ReadOnlySpan<byte> name, double value, byte decimals)
        {
            Text(name);
            Length += FixedText.Write(value, decimals, room[Length..]);
        }

        public void Whole(ReadOnlySpan<byte> name, long value)
        {
            Text(name);
            _ = Utf8Formatter.TryFormat(value, room[Length..], out var written);
            Length += written;
        }

        public void Alerts(TrackAlerts alerts)
        {
            if (alerts == TrackAlerts.None)
                return;
            Text(",\"alerts\":["u8);
            var first = true;
            Alert(alerts, TrackAlerts.Dark, "\"dark\""u8, ref first);
            Alert(alerts, TrackAlerts.Offset, "\"spoof\""u8, ref first);
            Alert(alerts, TrackAlerts.Swap, "\"swap\""u8, ref first);
            Text("]"u8);
        }

        private void Alert(TrackAlerts alerts, TrackAlerts which, ReadOnlySpan<byte> name, ref bool first)
        {
            if ((alerts & which) == 0)
                return;
            if (!first)
                Text(","u8);
            first = false;
            Text(name);
        }
    }
}
