using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Six-bit text inside a message: upper-case ASCII, ended by the first <c>@</c>, without spaces at its end.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, Table 47. Value 31 is <c>_</c>, 39 is <c>'</c>.</remarks>
public readonly ref struct AisText
{
    private readonly AisBits _bits;
    private readonly int _offset;

    internal AisText(AisBits bits, int offset, int capacity)
    {
        _bits = bits;
        _offset = offset;
        Capacity = capacity;
    }

    /// <summary>Characters the message has room for, from 0 when the field is absent; the text may be shorter.</summary>
    public int Capacity { get; }

    /// <summary>True when the field is absent or says nothing (all <c>@</c> or spaces). Cost: reads the text.</summary>
    public bool IsEmpty
    {
        get
        {
            Span<byte> text = stackalloc byte[MaxCharacters];
            return CopyTo(text) == 0;
        }
    }

    /// <summary>Writes the text as ASCII.</summary>
    /// <returns>Characters written; the text is cut where <paramref name="destination"/> ends.</returns>
    public int CopyTo(Span<byte> destination)
    {
        var room = Math.Min(Capacity, destination.Length);
        var at = 0;
        while (at < room)
        {
            // Eight characters are 48 bits, one load.
            var count = Math.Min(8, room - at);
            var packed = _bits.Bits(_offset + at * 6, count * 6) << (48 - count * 6);
            for (var i = 0; i < count; i++)
            {
                var six = (byte)((packed >> (42 - 6 * i)) & 63);
                if (six == 0)
                {
                    return Trim(destination[..at]);
                }
                destination[at++] = (byte)(six < 32 ? six + 64 : six);
            }
        }
        return Trim(destination[..at]);
    }

    /// <summary>The text; null when the field is absent or says nothing. Allocates.</summary>
    public string? ToStringOrNull()
    {
        Span<byte> text = stackalloc byte[MaxCharacters];
        var length = CopyTo(text);
        return length == 0 ? null : System.Text.Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>The text, empty when absent. Allocates.</summary>
    public override string ToString() => ToStringOrNull() ?? "";

    // The longest text a message of the greatest accepted length can hold.
    private const int MaxCharacters = Nmea.NmeaLimits.MaxPayloadCharacters;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Trim(Span<byte> text)
    {
        var length = text.Length;
        while (length > 0 && text[length - 1] == (byte)' ')
        {
            length--;
        }
        return length;
    }
}
