using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Nmea;

/// <summary>One sentence of a source, with where and when it came. Lives only during the sink's call.</summary>
public readonly ref struct NmeaSentence
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly ref readonly TagFields _tags;
    private readonly ref readonly Place _place;
    private readonly int _length;
    private readonly int _bodyLength;

    // Fields rather than a nested origin: a struct that was just written is read back slowly as a whole.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal NmeaSentence(
        ReadOnlySpan<byte> padded,
        int length,
        int bodyLength,
        bool checksumValid,
        ReadOnlySpan<byte> text,
        ref readonly TagFields tags,
        ref readonly Place place
    )
    {
        Padded = padded;
        _length = length;
        _bodyLength = bodyLength;
        ChecksumValid = checksumValid;
        _text = text;
        _tags = ref tags;
        _place = ref place;
    }

    /// <summary>The sentence from its <c>!</c> or <c>$</c> to its checksum's last digit.</summary>
    public ReadOnlySpan<byte> Raw => Padded[.._length];

    /// <summary>What the checksum covers: between <c>!</c> or <c>$</c> and <c>*</c>.</summary>
    public ReadOnlySpan<byte> Body => Padded.Slice(1, _bodyLength);

    /// <summary>False when the checksum is missing or wrong and the policy let the sentence pass.</summary>
    public bool ChecksumValid { get; }

    /// <summary>Where in the source's stream it was, when and from whom.</summary>
    public NmeaOrigin Origin => new(_text, in _tags, in _place);

    /// <summary>True for an encapsulated sentence (<c>!</c>), false for a parametric one (<c>$</c>).</summary>
    public bool IsEncapsulated => Padded[0] == (byte)'!';

    /// <summary>True for a proprietary sentence, <c>$P…</c>.</summary>
    public bool IsProprietary => _bodyLength > 0 && Padded[1] == (byte)'P';

    /// <summary>Field 0: talker and formatter, e.g. <c>AIVDM</c>.</summary>
    public ReadOnlySpan<byte> Address => Field(0);

    /// <summary>The last three characters of the address, e.g. <c>VDM</c>; empty for a shorter or proprietary address.</summary>
    public ReadOnlySpan<byte> Formatter => Address is { Length: 5 } address && !IsProprietary ? address[2..] : default;

    /// <summary>Number of fields, the address included. Cost: one scan of the sentence.</summary>
    public int FieldCount => Body.Count((byte)',') + 1;

    /// <summary>The sentence and what the buffer holds behind it, so that vectors may be loaded across its end.</summary>
    internal ReadOnlySpan<byte> Padded { get; }

    /// <summary>The line or buffer that the tag blocks' fields point into.</summary>
    internal ReadOnlySpan<byte> Text => _text;

    internal ref readonly TagFields TagFields => ref _tags;

    internal ref readonly Place Place => ref _place;

    /// <summary>Where the body ends, from the <c>!</c> or <c>$</c>.</summary>
    internal int BodyEnd => _bodyLength + 1;

    /// <summary>The field with this index, 0 being the address; empty when absent. Cost: one scan of the sentence.</summary>
    public ReadOnlySpan<byte> Field(int index) => FieldOf(Body, index);

    /// <inheritdoc cref="Field"/>
    internal static ReadOnlySpan<byte> FieldOf(ReadOnlySpan<byte> body, int index)
    {
        var rest = body;
        for (; index > 0; index--)
        {
            var comma = rest.IndexOf((byte)',');
            if (comma < 0)
            {
                return default;
            }
            rest = rest[(comma + 1)..];
        }
        var end = rest.IndexOf((byte)',');
        return end < 0 ? rest : rest[..end];
    }
}
