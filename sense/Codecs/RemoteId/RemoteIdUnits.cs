using System.Buffers.Binary;
using System.Text;

namespace Fourfold.Codecs.RemoteId;

/// <summary>Values that several messages hold in the same way.</summary>
internal static class RemoteIdUnits
{
    private const double LowestMetres = -1000;
    private const double StepMetres = 0.5;
    private static readonly DateTimeOffset Epoch = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Metres in steps of 0.5 from −1,000, which means unknown.</summary>
    public static double? Altitude(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes) is var raw && raw == 0 ? null : LowestMetres + raw * StepMetres;

    public static void WriteAltitude(double? metres, Span<byte> bytes)
    {
        var raw = metres is { } known
            ? Math.Clamp(Math.Round((known - LowestMetres) / StepMetres), 1, ushort.MaxValue)
            : 0;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)raw);
    }

    /// <summary>Seconds since 2019-01-01 UTC; 0 means unknown.</summary>
    public static DateTimeOffset? Time(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes) is var raw && raw == 0 ? null : Epoch.AddSeconds(raw);

    public static void WriteTime(DateTimeOffset? time, Span<byte> bytes)
    {
        var seconds = time is { } known ? Math.Clamp((known - Epoch).TotalSeconds, 1, uint.MaxValue) : 0;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)seconds);
    }

    /// <summary>ASCII, filled with NUL or spaces; what is not printable becomes a question mark.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        var text = bytes[..(end < 0 ? bytes.Length : end)].TrimEnd((byte)' ');
        return string.Create(
            text.Length,
            text,
            static (letters, octets) =>
            {
                for (var i = 0; i < letters.Length; i++)
                {
                    letters[i] = octets[i] is >= 0x20 and < 0x7F ? (char)octets[i] : '?';
                }
            }
        );
    }

    public static void WriteText(string text, Span<byte> bytes)
    {
        if (text.Length > bytes.Length)
        {
            throw new ArgumentException($"'{text}' is longer than {bytes.Length} characters", nameof(text));
        }
        Encoding.ASCII.GetBytes(text, bytes);
    }
}
