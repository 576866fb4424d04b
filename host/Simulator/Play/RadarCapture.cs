using Fourfold.Codecs.Capture;

namespace Fourfold.Simulator.Play;

/// <summary>Writes the radars' datagrams as a pcap file, as if they had been recorded at port 8600.</summary>
public sealed class RadarCapture : IDisposable
{
    /// <summary>The UDP port they go to.</summary>
    public const ushort Port = 8600;

    private const ushort SourcePort = 40_000;
    private const long NanosecondsPerTick = 100;

    private readonly Stream stream;
    private readonly DateTimeOffset start;
    private byte[] buffer = new byte[2_048];

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Is disposed with this.</param>
    /// <param name="start">UTC when the scenario begins.</param>
    public RadarCapture(Stream stream, DateTimeOffset start)
    {
        this.stream = stream;
        this.start = start;
        PcapWriter.WriteHeader(buffer);
        stream.Write(buffer, 0, PcapWriter.HeaderOctets);
    }

    /// <summary>Writes a step's datagram, if it has one.</summary>
    public void Write(in ScenarioStep step)
    {
        if (step.Datagram.IsEmpty)
        {
            return;
        }

        var length = step.Datagram.Length + PcapWriter.DatagramOverhead;
        if (buffer.Length < length)
        {
            buffer = new byte[length];
        }

        var nanoseconds = (start + step.At - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
        PcapWriter.WriteDatagram(step.Datagram.Span, nanoseconds, SourcePort, Port, buffer);
        stream.Write(buffer, 0, length);
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
