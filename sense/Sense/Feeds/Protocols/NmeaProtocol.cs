using Fourfold.Codecs.Ais;
using Fourfold.Sense.Sensors;

namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>
/// <c>protocol=nmea</c>: NMEA 0183 sentences with AIS inside, with or without tag blocks, and the tracks that a radar made.
/// </summary>
internal sealed class NmeaProtocol(SensorBook sensors) : IProtocol
{
    public string Name => "nmea";

    public bool IsBinary => false;

    public IDecoder Open(IDecoded into) => new NmeaDecoder(into, sensors);

    public IRecordingClock? RecordingClock() => new NmeaRecordingClock();

    /// <summary>Tag blocks, prefixes and suffixes say when; where a recording has none, the UTC seconds inside the reports do.</summary>
    private sealed class NmeaRecordingClock : IRecordingClock, IAisSink
    {
        private const int Minute = 60;
        private readonly AisReader reader = new();
        private long? stamped;
        private bool isStamped;
        private long secondsMs;
        private int lastSecond = -1;

        public long? TimeOf(ReadOnlySpan<byte> line)
        {
            stamped = null;
            reader.Push(line, 0, this);
            if (isStamped)
                return stamped;
            return lastSecond < 0 ? null : secondsMs;
        }

        public void Message(in AisMessage message)
        {
            Note(message.Origin.TimeUnixMs);
            var second =
                PositionReport.TryRead(message.Bits, out var a) ? a.Timestamp?.Second
                : ClassBPositionReport.TryRead(message.Bits, out var b) ? b.Timestamp?.Second
                : null;
            if (second is not { } now)
                return;
            // Reports are not in strict order; only a step forward by less than half a minute is time passing.
            var step = lastSecond < 0 ? 0 : (now - lastSecond + Minute) % Minute;
            if (lastSecond >= 0 && step >= Minute / 2)
                return;
            secondsMs += step * 1000L;
            lastSecond = now;
        }

        public void Sentence(in Codecs.Nmea.NmeaSentence sentence) => Note(sentence.Origin.TimeUnixMs);

        public void Dropped(in Codecs.Nmea.NmeaDrop drop) { } // A bad line says no time.

        private void Note(long? time)
        {
            isStamped |= time is not null;
            stamped = time ?? stamped;
        }
    }
}
