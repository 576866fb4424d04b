using System.Buffers.Binary;
using CsCheck;
using Fourfold.Codecs.Capture;
using Fourfold.Sense.Tests.Codecs.Asterix;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Capture;

/// <summary>Recordings in every wrapping, and what holds for any bytes.</summary>
public sealed class CaptureTests
{
    private static readonly byte[] Payload = [1, 2, 3, 4, 5, 6, 7];
    private static readonly byte[] Frame = Tshark.Frame(Payload);
    private static readonly byte[] Packet = Frame[14..];

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Pcap_is_read_in_both_orders_of_bytes_and_both_resolutions(bool isBig, bool isNano)
    {
        var log = Log.Of(Files.Pcap(1, [Frame], isBig, isNano));
        Assert.Equal(
            ["01020304050607 at 82 of 40000 to 8600 1700000000000000005"],
            isNano ? log : [log[0].Replace("000005000", "000000005", StringComparison.Ordinal)]
        );
    }

    [Theory]
    [InlineData(1, "vlan")]
    [InlineData(1, "two tags")]
    [InlineData(113, "cooked")]
    [InlineData(276, "cooked 2")]
    [InlineData(101, "raw")]
    [InlineData(228, "raw")]
    [InlineData(0, "loopback")]
    public void Datagrams_are_found_behind_every_link_layer(int link, string kind)
    {
        byte[] frame = kind switch
        {
            "vlan" => [.. Frame[..12], 0x81, 0, 0, 5, .. Frame[12..]],
            "two tags" => [.. Frame[..12], 0x88, 0xA8, 0, 5, 0x81, 0, 0, 6, .. Frame[12..]],
            "cooked" => [.. new byte[14], 8, 0, .. Packet],
            "cooked 2" => [8, 0, .. new byte[18], .. Packet],
            "loopback" => [2, 0, 0, 0, .. Packet],
            _ => Packet,
        };
        Assert.StartsWith(
            "01020304050607 at ",
            Assert.Single(Log.Of(Files.Pcap(link, [frame]))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Ethernet_padding_is_not_part_of_the_datagram()
    {
        var log = Log.Of(
            Files.Pcap(
                1,
                [
                    [.. Frame, .. new byte[30]],
                ]
            )
        );
        Assert.StartsWith("01020304050607 at ", Assert.Single(log), StringComparison.Ordinal);
    }

    [Fact]
    public void Datagrams_are_found_in_ipv6_behind_extension_headers()
    {
        byte[] udp = Packet[20..];
        byte[] options = [17, 0, 0, 0, 0, 0, 0, 0];
        byte[] packet = [0x60, 0, 0, 0, 0, (byte)(udp.Length + 8), 0, 64, .. new byte[32], .. options, .. udp];
        Assert.StartsWith(
            "01020304050607 at ",
            Assert.Single(Log.Of(Files.Pcap(229, [packet]))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Fragments_tcp_arp_and_cut_frames_are_counted_and_passed_over()
    {
        var fragment = Frame.ToArray();
        fragment[20] = 0x20;
        var tcp = Frame.ToArray();
        tcp[23] = 6;
        var arp = Frame.ToArray();
        (arp[12], arp[13]) = (8, 6);
        var log = Log.Of(Files.Pcap(1, [fragment, tcp, arp, Frame[..45], Frame]));
        Assert.Equal(
            ["Fragment", "NotUdp", "NotIp", "FrameTruncated"],
            log.Where(line => line.StartsWith("drop", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])
        );
        Assert.Equal(5, log.Count);
    }

    [Fact]
    public void Pcapng_is_read_with_the_resolution_of_its_interface()
    {
        byte[] file =
        [
            .. Files.NgBlock(0x0A0D0D0A, [0x4D, 0x3C, 0x2B, 0x1A, 1, 0, 0, 0, .. Files.Ones(8)]),
            .. Files.NgBlock(1, [1, 0, 0, 0, 0, 0, 4, 0, 9, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0, 0]),
            .. Files.NgBlock(0x0BAD, [1, 2, 3, 4]),
            .. Files.NgBlock(6, [.. Files.NgPacket(1_700_000_000_000_000_005, Frame)]),
        ];
        Assert.Equal(CaptureFormat.Pcapng, CaptureDetection.Of(file));
        var log = Log.Of(file);
        Assert.EndsWith("of 40000 to 8600 1700000000000000005", Assert.Single(log), StringComparison.Ordinal);
    }

    [Fact]
    public void The_final_format_is_told_from_plain_blocks()
    {
        byte[] block = [34, 0, 7, 0xC0, 25, 201, 2];
        byte[] file = [0, 19, 1, 2, 3, 0x00, 0x27, 0x10, .. block, 0xA5, 0xA5, 0xA5, 0xA5];
        Assert.Equal(CaptureFormat.Final, CaptureDetection.Of([.. file, .. file]));
        Assert.Equal(CaptureFormat.Raw, CaptureDetection.Of(block));
        Assert.Equal(
            ["220007C019C902 at 8 of 0 to 0 00:01:40", "220007C019C902 at 27 of 0 to 0 00:01:40"],
            Log.Of([.. file, .. file])
        );
    }

    [Fact]
    public void Splitting_a_recording_anywhere_changes_nothing()
    {
        Gen.Select(Recording, Gen.Int[1, 200].Array[1, 40])
            .Sample((file, steps) => Assert.Equal(Log.Of(file), Log.Of(file, Pieces.Of(file, steps))));
    }

    [Fact]
    public void Any_bytes_behind_a_header_are_read_without_an_exception()
    {
        Gen.Select(Gen.Int[1, 4], Gen.Byte.Array[0, 500])
            .Sample((format, bytes) => Log.Of(bytes, [bytes], (CaptureFormat)format).Count >= 0);
    }

    private static readonly Gen<byte[]> Recording = Gen.Select(
        Gen.OneOf(Gen.Const(Frame), Gen.Byte.Array[0, 90]).Array[0, 12],
        Gen.Bool,
        Gen.Int[0, 20],
        (frames, isBig, cut) => Files.Pcap(1, frames, isBig)[..^cut]
    );

    /// <summary>Writes down what a reader says.</summary>
    private sealed class Log : ICaptureSink
    {
        private readonly List<string> _lines = [];

        public static List<string> Of(byte[] file, List<byte[]>? pieces = null, CaptureFormat? format = null)
        {
            var log = new Log();
            var known = format ?? CaptureDetection.Of(file);
            var reader = new CaptureReader(known is CaptureFormat.Raw ? CaptureFormat.Pcap : known);
            foreach (var piece in pieces ?? [file])
            {
                reader.Push(piece, log);
            }
            reader.Flush(log);
            Assert.Equal(file.Length, reader.Offset);
            return log._lines;
        }

        public void Datagram(in CapturedDatagram datagram)
        {
            var time = datagram.Time.UnixNanoseconds?.ToString() ?? datagram.Time.SinceMidnight?.ToString();
            _lines.Add(
                $"{Convert.ToHexString(datagram.Payload)} at {datagram.Offset} of {datagram.SourcePort} to {datagram.DestinationPort} {time}"
            );
        }

        public void Dropped(in CaptureDrop drop) => _lines.Add($"drop {drop.Fault} at {drop.Offset}");
    }

    private static class Files
    {
        public static byte[] Pcap(int link, byte[][] frames, bool isBig = false, bool isNano = false)
        {
            using var file = new MemoryStream();
            void Put(uint value)
            {
                Span<byte> four = stackalloc byte[4];
                if (isBig)
                    BinaryPrimitives.WriteUInt32BigEndian(four, value);
                else
                    BinaryPrimitives.WriteUInt32LittleEndian(four, value);
                file.Write(four);
            }
            Put(isNano ? 0xA1B23C4D : 0xA1B2C3D4);
            Put(isBig ? 0x00020004u : 0x00040002u);
            Put(0);
            Put(0);
            Put(65535);
            Put((uint)link);
            foreach (var frame in frames)
            {
                Put(1_700_000_000);
                Put(5);
                Put((uint)frame.Length);
                Put((uint)frame.Length);
                file.Write(frame);
            }
            return file.ToArray();
        }

        public static byte[] NgBlock(uint type, byte[] body)
        {
            var block = new byte[12 + ((body.Length + 3) & ~3)];
            BinaryPrimitives.WriteUInt32LittleEndian(block, type);
            BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), block.Length);
            body.CopyTo(block, 8);
            BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(block.Length - 4), block.Length);
            return block;
        }

        public static byte[] NgPacket(ulong time, byte[] frame)
        {
            var body = new byte[20 + frame.Length];
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(4), (uint)(time >> 32));
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(8), (uint)time);
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(12), frame.Length);
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(16), frame.Length);
            frame.CopyTo(body, 20);
            return body;
        }

        public static byte[] Ones(int count) => [.. Enumerable.Repeat((byte)0xFF, count)];
    }
}
