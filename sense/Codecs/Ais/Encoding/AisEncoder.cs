using System.Buffers.Text;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>
/// Writes AIS messages as VDM or VDO sentences with checksums, fill bits, fragments and tag blocks, each ended by CR
/// LF.
/// </summary>
/// <remarks>
/// Not thread-safe: it counts the sequence numbers of messages in fragments. The same calls give the same bytes.
/// </remarks>
public sealed class AisEncoder
{
    /// <summary>
    /// Payload characters a sentence: with the longest header and <c>*hh</c> CR LF it stays within NMEA's 82.
    /// </summary>
    public const int CharactersPerSentence = 60;

    /// <summary>Longest station name in a tag block, characters.</summary>
    public const int MaxStationCharacters = 15;

    /// <summary>Bytes that hold any message with its tag blocks.</summary>
    public const int MaxBytes = 9 * BytesPerLine;

    // 82 of the sentence, and a tag block with group, station and time in ms.
    private const int BytesPerLine = 160;

    // Nine fragments is what the sentence can number.
    private const int MaxBits = 9 * CharactersPerSentence * 6;

    private readonly byte[] _bits = new byte[MaxBits / 8 + AisBits.Slack];
    private int _sequence = -1;

    /// <summary>Writes a message as one or more lines.</summary>
    /// <param name="fields">The message.</param>
    /// <param name="frame">Talker, channel, tag block.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> for a message of any length.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int Encode<TFields>(in TFields fields, in SentenceFrame frame, Span<byte> destination)
        where TFields : IAisFields, allows ref struct
    {
        Array.Clear(_bits);
        var writer = new AisBitWriter(_bits.AsSpan(0, MaxBits / 8));
        fields.Write(ref writer);
        return Encode(new AisBits(_bits, writer.Length), frame, destination);
    }

    /// <summary>The same, as a string. Allocates.</summary>
    public string Encode<TFields>(in TFields fields, in SentenceFrame frame)
        where TFields : IAisFields, allows ref struct
    {
        Span<byte> lines = stackalloc byte[MaxBytes];
        return System.Text.Encoding.ASCII.GetString(lines[..Encode(fields, frame, lines)]);
    }

    /// <summary>Writes a payload of any bits, up to 3,240, as one or more lines.</summary>
    public int Encode(AisBits bits, in SentenceFrame frame, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits.Length, MaxBits, nameof(bits));
        var characters = (bits.Length + 5) / 6;
        var total = Math.Max(1, (characters + CharactersPerSentence - 1) / CharactersPerSentence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frame.Station?.Length ?? 0, MaxStationCharacters, nameof(frame));
        if (destination.Length < total * BytesPerLine)
        {
            throw new ArgumentException($"{total * BytesPerLine} bytes are needed", nameof(destination));
        }
        _sequence = total > 1 ? (_sequence + 1) % 10 : _sequence;
        var line = new LineWriter(destination);
        for (var number = 1; number <= total; number++)
        {
            WriteTags(ref line, frame, number, total);
            WriteSentence(ref line, bits, frame, number, total);
        }
        return line.Length;
    }

    private static void WriteTags(ref LineWriter line, in SentenceFrame frame, int number, int total)
    {
        var isGrouped = total > 1 && frame.GroupId is not null;
        // Within a group the first block speaks for all.
        var isFirst = number == 1 || !isGrouped;
        if (!isGrouped && frame.Station is null && frame.TimeUnixMs is null)
        {
            return;
        }
        line.Byte('\\');
        line.BeginChecksum();
        if (isGrouped)
        {
            line.Text("g:");
            line.Number(number);
            line.Byte('-');
            line.Number(total);
            line.Byte('-');
            line.Number(frame.GroupId.GetValueOrDefault());
        }
        if (isFirst && frame.Station is { } station)
        {
            line.Text(isGrouped ? ",s:" : "s:");
            line.Text(station);
        }
        if (isFirst && frame.TimeUnixMs is { } time)
        {
            line.Text(isGrouped || frame.Station is not null ? ",c:" : "c:");
            line.Number(time % 1000 == 0 ? time / 1000 : time);
        }
        line.EndChecksum();
        line.Byte('\\');
    }

    private void WriteSentence(ref LineWriter line, AisBits bits, in SentenceFrame frame, int number, int total)
    {
        line.Byte('!');
        line.BeginChecksum();
        line.Text(frame.Talker);
        line.Text(frame.IsOwnShip ? "VDO," : "VDM,");
        line.Number(total);
        line.Byte(',');
        line.Number(number);
        line.Byte(',');
        if (total > 1)
        {
            line.Number(_sequence);
        }
        line.Byte(',');
        if (frame.Channel != '\0')
        {
            line.Byte(frame.Channel);
        }
        line.Byte(',');
        var from = (number - 1) * CharactersPerSentence * 6;
        var to = Math.Min(from + CharactersPerSentence * 6, bits.Length);
        for (; from < to; from += 6)
        {
            var width = Math.Min(6, bits.Length - from);
            line.Byte((char)SixBit.Characters[(int)(bits.UInt(from, width) << (6 - width))]);
        }
        line.Byte(',');
        line.Number(number == total ? from - bits.Length : 0);
        line.EndChecksum();
        line.Text("\r\n");
    }

    private ref struct LineWriter(Span<byte> destination)
    {
        private readonly Span<byte> _destination = destination;
        private int _checksumFrom;

        public int Length { get; private set; }

        public void Byte(char value) => _destination[Length++] = (byte)value;

        public void Text(string text) => Length += System.Text.Encoding.ASCII.GetBytes(text, _destination[Length..]);

        public void Number(long value)
        {
            // There is room: the door has checked it.
            _ = Utf8Formatter.TryFormat(value, _destination[Length..], out var written);
            Length += written;
        }

        public void BeginChecksum() => _checksumFrom = Length;

        public void EndChecksum()
        {
            var sum = Checksum.Of(_destination[_checksumFrom..Length]);
            Byte('*');
            Byte("0123456789ABCDEF"[sum >> 4]);
            Byte("0123456789ABCDEF"[sum & 15]);
        }
    }
}
