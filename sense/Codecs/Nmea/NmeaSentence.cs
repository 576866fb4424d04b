namespace Fourfold.Codecs.Nmea;

/// <summary>One sentence of a source, with where and when it came. Lives only during the sink's call.</summary>
public readonly ref struct NmeaSentence
{
    private readonly int _length;
    private readonly int _bodyLength;

    internal NmeaSentence(
        ReadOnlySpan<byte> padded,
        int start,
        int end,
        int bodyLength,
        bool checksumValid,
        NmeaOrigin origin
    )
    {
        Padded = padded[start..];
        _length = end - start;
        _bodyLength = bodyLength;
        ChecksumValid = checksumValid;
        Origin = origin;
    }

    /// <summary>The sentence from its <c>!</c> or <c>$</c> to its checksum's last digit.</summary>
    public ReadOnlySpan<byte> Raw => Padded[.._length];

    /// <summary>What the checksum covers: between <c>!</c> or <c>$</c> and <c>*</c>.</summary>
    public ReadOnlySpan<byte> Body => Padded.Slice(1, _bodyLength);

    /// <summary>False when the checksum is missing or wrong and the policy let the sentence pass.</summary>
    public bool ChecksumValid { get; }

    /// <summary>Where in the source's stream it was, when and from whom.</summary>
    public NmeaOrigin Origin { get; }

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

    /// <summary>The field with this index, 0 being the address; empty when absent. Cost: one scan of the sentence.</summary>
    public ReadOnlySpan<byte> Field(int index)
    {
        var rest = Body;
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
