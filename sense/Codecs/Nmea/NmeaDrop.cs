namespace Fourfold.Codecs.Nmea;

/// <summary>One fault, where it is in the source, and a sample of the bytes. Lives only during the sink's call.</summary>
public readonly ref struct NmeaDrop
{
    internal NmeaDrop(NmeaFault fault, long offset, long line, ReadOnlySpan<byte> sample)
    {
        Fault = fault;
        Offset = offset;
        Line = line;
        Sample = sample;
    }

    /// <summary>What was wrong.</summary>
    public NmeaFault Fault { get; }

    /// <summary>Byte offset of the sample's first byte in the source's stream, from 0.</summary>
    public long Offset { get; }

    /// <summary>Line of the source, from 1; line feeds are counted.</summary>
    public long Line { get; }

    /// <summary>The first bytes of what was wrong, at most <see cref="NmeaLimits.MaxSampleBytes"/>; any byte values.</summary>
    public ReadOnlySpan<byte> Sample { get; }
}
