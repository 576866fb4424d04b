using System.Buffers.Binary;
using System.Text;

namespace Fourfold.Kernel.Tests.Files;

/// <summary>Small videos built by hand, with what phones and cameras hide in them. Their pictures are noise; their structure is right.</summary>
internal static class Videos
{
    public const string Secret = "+20.0301+110.0902/";
    public static readonly byte[] Frame = [.. Enumerable.Range(1, 40).Select(i => (byte)i)];

    /// <summary>One video track of two samples; a track of measurements; positions in every place known for them.</summary>
    public static byte[] Mp4(string brand = "isom", bool wide = false, bool movieFirst = false)
    {
        var secret = Encoding.ASCII.GetBytes(Secret);
        var head = Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0, .. "isom"u8]);
        byte[] hidden = [.. Box("uuid", [.. new byte[16], .. secret]), .. Box("free", secret), .. Box("GPS ", secret)];
        // Two frames, the samples of the other track between them, and bytes that nothing refers to.
        byte[] data = [.. secret, .. Frame, .. secret, .. Frame, .. secret];
        byte[] Movie(int dataAt) => MovieOf(dataAt + secret.Length, secret, wide);
        var before = head.Length + hidden.Length + (movieFirst ? Movie(0).Length : 0);
        var movie = Movie(before + 8);
        byte[] media = Box("mdat", data);
        return movieFirst ? [.. head, .. hidden, .. movie, .. media] : [.. head, .. hidden, .. media, .. movie];
    }

    /// <summary>Where the two frames of <see cref="Mp4"/> are, as they must be afterwards.</summary>
    public static int FramesIn(byte[] video)
    {
        var (count, at) = (0, 0);
        for (int next; (next = video.AsSpan(at).IndexOf(Frame)) >= 0; at += next + Frame.Length)
            count++;
        return count;
    }

    public static byte[] WebM(int trackType = 1, bool unknownSizes = false)
    {
        var secret = Encoding.ASCII.GetBytes(Secret);
        var header = Element([0x1A, 0x45, 0xDF, 0xA3], Element([0x42, 0x82], "webm"u8));
        var info = Element(
            [0x15, 0x49, 0xA9, 0x66],
            [.. Element([0x2A, 0xD7, 0xB1], [0x0F, 0x42, 0x40]), .. Element([0x7B, 0xA9], secret)]
        );
        var track = Element(
            [0xAE],
            [.. Element([0xD7], [1]), .. Element([0x83], [(byte)trackType]), .. Element([0x53, 0x6E], secret)]
        );
        var tracks = Element([0x16, 0x54, 0xAE, 0x6B], track);
        byte[] inCluster = [.. Element([0xE7], [0]), .. Element([0xA3], [0x81, 0, 0, 0x80, .. Frame])];
        var cluster = unknownSizes
            ? [0x1F, 0x43, 0xB6, 0x75, 0x01, 255, 255, 255, 255, 255, 255, 255, .. inCluster]
            : Element([0x1F, 0x43, 0xB6, 0x75], inCluster);
        var tags = Element([0x12, 0x54, 0xC3, 0x67], secret);
        var attached = Element([0x19, 0x41, 0xA4, 0x69], [.. secret, .. new byte[300]]);
        byte[] body = [.. info, .. tracks, .. cluster, .. tags, .. attached];
        return unknownSizes
            ? [.. header, 0x18, 0x53, 0x80, 0x67, 0x01, 255, 255, 255, 255, 255, 255, 255, .. body]
            : [.. header, .. Element([0x18, 0x53, 0x80, 0x67], body), .. secret];
    }

    private static byte[] MovieOf(int firstFrame, byte[] secret, bool wide)
    {
        var said = Box("udta", [.. Box("\u00a9xyz", [0, 18, 0x15, 0xC7, .. secret]), .. Box("loci", secret)]);
        byte[] apple =
        [
            .. Box("hdlr", [.. new byte[8], .. "mdta"u8, .. new byte[13]]),
            .. Box("keys", [0, 0, 0, 0, 0, 0, 0, 1, .. Box("mdta", "com.apple.quicktime.location.ISO6709"u8)]),
            .. Box("ilst", Box("\0\0\0\u0001", Box("data", [0, 0, 0, 1, 0, 0, 0, 0, .. secret]))),
        ];
        var gap = Frame.Length + secret.Length;
        var pictures = Track("vide", [firstFrame, firstFrame + gap], Frame.Length, wide, said);
        var measured = Track("meta", [firstFrame + Frame.Length], secret.Length, wide, said);
        return Box(
            "moov",
            [
                .. Box("mvhd", new byte[100]),
                .. pictures,
                .. measured,
                .. said,
                .. Box("meta", apple),
                .. Box("gps ", secret),
            ]
        );
    }

    private static byte[] Track(string handler, int[] chunks, int sampleBytes, bool wide, byte[] said)
    {
        byte[] Offsets() => [.. chunks.SelectMany(at => wide ? [0, 0, 0, 0, .. Int(at)] : Int(at))];
        byte[] table =
        [
            .. Box("stsd", [.. new byte[4], .. Int(0)]),
            .. Box("stsc", [.. new byte[4], .. Int(1), .. Int(1), .. Int(1), .. Int(1)]),
            .. Box("stsz", [.. new byte[4], .. Int(sampleBytes), .. Int(chunks.Length)]),
            .. Box(wide ? "co64" : "stco", [.. new byte[4], .. Int(chunks.Length), .. Offsets()]),
        ];
        var media = Box("minf", Box("stbl", table));
        var handling = Box("hdlr", [.. new byte[8], .. Encoding.ASCII.GetBytes(handler), .. new byte[13]]);
        return Box(
            "trak",
            [
                .. Box("tkhd", new byte[84]),
                .. Box("mdia", [.. Box("mdhd", new byte[24]), .. handling, .. media]),
                .. said,
            ]
        );
    }

    private static byte[] Box(string type, ReadOnlySpan<byte> body) =>
        [.. Int(body.Length + 8), .. Encoding.Latin1.GetBytes(type), .. body];

    private static byte[] Element(ReadOnlySpan<byte> id, ReadOnlySpan<byte> body) =>
        body.Length < 127
            ? [.. id, (byte)(0x80 | body.Length), .. body]
            : [.. id, (byte)(0x40 | (body.Length >> 8)), (byte)body.Length, .. body];

    private static byte[] Int(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
