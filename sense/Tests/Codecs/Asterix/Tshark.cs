using System.Buffers.Binary;
using System.Diagnostics;
using Fourfold.Codecs.Capture;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>Wireshark's dissector, when it is installed: an independent reader of ASTERIX.</summary>
internal static class Tshark
{
    public const int Port = 8600;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What tshark prints of datagrams sent to <see cref="Port"/>; null when it is not installed.</summary>
    public static List<string>? Dissect(IEnumerable<byte[]> datagrams, params string[] options)
    {
        var file = Path.Combine(Path.GetTempPath(), $"fourfold-{Guid.NewGuid():N}.pcap");
        try
        {
            File.WriteAllBytes(file, Pcap(datagrams));
            var start = new ProcessStartInfo("tshark") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (
                var argument in (string[])["-r", file, "-d", $"udp.port=={Port},asterix", "-O", "asterix", .. options]
            )
            {
                start.ArgumentList.Add(argument);
            }
            using var process = Process.Start(start);
            if (process is null)
            {
                return null;
            }
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var lines = new List<string>();
            while (process.StandardOutput.ReadLine() is { } line)
            {
                lines.Add(line);
            }
            process.WaitForExit(Patience);
            return lines;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Pcap(IEnumerable<byte[]> datagrams)
    {
        using var file = new MemoryStream();
        Span<byte> record = new byte[PcapWriter.DatagramOverhead + PcapWriter.MaxPayloadOctets];
        PcapWriter.WriteHeader(record);
        file.Write(record[..PcapWriter.HeaderOctets]);
        foreach (var datagram in datagrams)
        {
            file.Write(record[..PcapWriter.WriteDatagram(datagram, 0, 40_000, Port, record)]);
        }
        return file.ToArray();
    }

    /// <summary>Ethernet, IPv4 and UDP around a payload of up to 65,000 octets. No checksums.</summary>
    public static byte[] Frame(byte[] payload)
    {
        var frame = new byte[42 + payload.Length];
        frame[12] = 8;
        frame[14] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(16), (ushort)(28 + payload.Length));
        frame[22] = 64;
        frame[23] = 17;
        frame[26] = frame[30] = 127;
        frame[29] = frame[33] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(34), 40000);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(36), Port);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(38), (ushort)(8 + payload.Length));
        payload.CopyTo(frame, 42);
        return frame;
    }
}
