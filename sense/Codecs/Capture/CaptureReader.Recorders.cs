using System.Buffers.Binary;

namespace Fourfold.Codecs.Capture;

public sealed partial class CaptureReader
{
    private const int GpsHeaderOctets = 2200;
    private const int GpsTrailerOctets = 10;
    private const int AsterixHeaderOctets = 3;

    /// <summary>One record of the final format: LEN of two octets, board, line, day, time of day in 10 ms, blocks, four A5.</summary>
    private int TakeFinal<TSink>(ReadOnlySpan<byte> bytes, long offset, ref TSink sink)
        where TSink : ICaptureSink
    {
        const int Overhead = CaptureDetection.FinalHeaderOctets + CaptureDetection.FinalPadOctets;
        if (bytes.Length < 2)
        {
            return 0;
        }
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (length < Overhead)
        {
            Lose(offset, ref sink);
            return bytes.Length;
        }
        if (bytes.Length < length)
        {
            return 0;
        }
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes[(length - 4)..]) != CaptureDetection.FinalPad)
        {
            Lose(offset, ref sink);
            return bytes.Length;
        }
        var time = TimeSpan.FromMilliseconds(10L * U24(bytes, 5));
        var blocks = bytes[CaptureDetection.FinalHeaderOctets..(length - CaptureDetection.FinalPadOctets)];
        Recorded(blocks, offset + CaptureDetection.FinalHeaderOctets, time, ref sink);
        return length;
    }

    /// <summary>One block of a GPS recording: CAT, LEN, records; then ten octets, of which three are the time in 1/128 s.</summary>
    private int TakeGps<TSink>(ReadOnlySpan<byte> bytes, long offset, ref TSink sink)
        where TSink : ICaptureSink
    {
        if (bytes.Length < AsterixHeaderOctets)
        {
            return 0;
        }
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]);
        if (length < AsterixHeaderOctets)
        {
            Lose(offset, ref sink);
            return bytes.Length;
        }
        if (bytes.Length < length + GpsTrailerOctets)
        {
            return 0;
        }
        var time = TimeSpan.FromTicks(U24(bytes, length + 6) * TimeSpan.TicksPerSecond / 128);
        Recorded(bytes[..length], offset, time, ref sink);
        return length + GpsTrailerOctets;
    }

    private void Recorded<TSink>(ReadOnlySpan<byte> payload, long offset, TimeSpan sinceMidnight, ref TSink sink)
        where TSink : ICaptureSink
    {
        Datagrams++;
        sink.Datagram(new(payload, offset, new CapturedTime(null, sinceMidnight), 0, 0));
    }

    private static long U24(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32BigEndian(bytes[(at - 1)..]) & 0xFFFFFF;
}
