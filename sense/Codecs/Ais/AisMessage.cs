using System.Runtime.CompilerServices;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Ais;

/// <summary>One AIS message of a source: its bits, and where, when and how it came. Lives only during the sink's call.</summary>
/// <remarks>The fields are read with the view of its type, e.g. <see cref="PositionReport"/>.</remarks>
public readonly ref struct AisMessage
{
    /// <summary>Bits without which a message names no sender and is dropped.</summary>
    public const int MinBits = 38;

    private readonly ReadOnlySpan<byte> _text;
    private readonly ref readonly TagFields _tags;
    private readonly ref readonly Place _place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal AisMessage(
        AisBits bits,
        AisCarrier carrier,
        ReadOnlySpan<byte> text,
        ref readonly TagFields tags,
        ref readonly Place place
    )
    {
        Bits = bits;
        Carrier = carrier;
        _text = text;
        _tags = ref tags;
        _place = ref place;
    }

    /// <summary>The payload, at least <see cref="MinBits"/> long.</summary>
    public AisBits Bits { get; }

    /// <summary>Where in the source's stream it was, its tag block, station and time.</summary>
    public NmeaOrigin Origin => new(_text, in _tags, in _place);

    /// <summary>How the sentences carried it.</summary>
    public AisCarrier Carrier { get; }

    /// <summary>Message type, 1–28.</summary>
    public int Type => (int)Bits.UInt(0, 6);

    /// <summary>Times the message was repeated, 0–3; 3 means do not repeat any more.</summary>
    public int Repeat => (int)Bits.UInt(6, 2);

    /// <summary>MMSI of the sender, 0–1,073,741,823; more than nine digits are passed on as sent.</summary>
    public uint Mmsi => Bits.UInt(8, 30);
}
