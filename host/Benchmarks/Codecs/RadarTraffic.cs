using Fourfold.Codecs.Asterix.Categories;
using Fourfold.Codecs.Asterix.Encoding;
using Fourfold.Codecs.Capture;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Blocks as radars and trackers send them, with the items that the captures at hand carry most; the same every time.</summary>
internal static class RadarTraffic
{
    public const ushort Port = 8600;

    // What fits an Ethernet frame.
    private const int MaxBlockOctets = 1400;

    /// <summary>Blocks of category 048: Mode S plots with track number, speed and one register.</summary>
    public static List<byte[]> Plots(int records)
    {
        var chance = new Random(48);
        var radar = new AsterixEncoder(Cat048.Edition131, MaxBlockOctets);
        return Blocks(
            radar,
            records,
            i =>
            {
                radar["010"].Set("SAC", 25).Set("SIC", 201);
                radar["140"].Set(27_000 + i * 0.001 % 50_000);
                radar["020"].SetRaw("TYP", 5);
                radar["040"].Set("RHO", chance.NextDouble() * 200).Set("THETA", chance.NextDouble() * 359);
                radar["070"].SetRaw("MODE3A", chance.Next(4096));
                radar["090"].Set("FL", chance.Next(1600) / 4.0);
                radar["220"].SetOctets("", [0x3C, (byte)chance.Next(256), (byte)i]);
                radar["240"].SetText("", $"DLH{chance.Next(1000)}A");
                radar["250"].Add().SetOctets("MBDATA", [0xC0, 0x78, 0, 0x31, 0xBC, 0, 0]).SetRaw("BDS1", 4);
                radar["161"].SetRaw("TRN", i % 4096);
                radar["200"].Set("GSP", chance.NextDouble() * 0.15).Set("HDG", chance.NextDouble() * 359);
                radar["170"].SetRaw("RAD", 2).SetRaw("TRE", 0);
                radar["230"].SetRaw("COM", 1).SetRaw("ARC", 1);
            }
        );
    }

    /// <summary>Blocks of category 062: tracks with position, velocity, levels, ages, aircraft and measured data.</summary>
    public static List<byte[]> Tracks(int records)
    {
        var chance = new Random(62);
        var tracker = new AsterixEncoder(Cat062.Edition119, MaxBlockOctets);
        return Blocks(
            tracker,
            records,
            i =>
            {
                tracker["010"].Set("SAC", 25).Set("SIC", 100);
                tracker["015"].Set(4);
                tracker["070"].Set(30_000 + i * 0.001 % 50_000);
                tracker["105"].Set("LAT", 44 + chance.NextDouble()).Set("LON", 13 + chance.NextDouble());
                tracker["100"].Set("X", chance.Next(-200_000, 200_000)).Set("Y", chance.Next(-200_000, 200_000));
                tracker["185"].Set("VX", chance.Next(-200, 200)).Set("VY", chance.Next(-200, 200));
                tracker["210"].Set("AX", 0).Set("AY", 0);
                tracker["060"].SetRaw("MODE3A", chance.Next(4096));
                tracker["380"]["ADR"].SetOctets("", [0x3C, (byte)chance.Next(256), (byte)i]);
                tracker["380"]["ID"].SetText("", $"SXD{chance.Next(1000)}");
                tracker["040"].Set(i % 65_536);
                tracker["080"].SetRaw("SRC", 4).SetRaw("AAC", 0);
                tracker["290"]["PSR"].Set(7.25);
                tracker["290"]["SSR"].Set(1);
                tracker["290"]["MDS"].Set(2.5);
                tracker["200"].SetRaw("VERT", 2);
                tracker["295"]["MFL"].Set(1);
                tracker["295"]["MDA"].Set(1);
                tracker["136"].Set(chance.Next(1600) / 4.0);
                tracker["130"].Set(chance.Next(6000) * 6.25);
                tracker["135"].Set("CTB", chance.Next(1600) / 4.0);
                tracker["220"].Set(chance.Next(-200, 200) * 6.25);
                tracker["340"]["SID"].Set("SAC", 25).Set("SIC", 13);
                tracker["340"]["POS"].Set("RHO", chance.NextDouble() * 200).Set("THETA", chance.NextDouble() * 359);
                tracker["340"]["TYP"].SetRaw("TYP", 2);
            }
        );
    }

    /// <summary>A capture of datagrams, one block each.</summary>
    public static byte[] Pcap(IReadOnlyCollection<byte[]> blocks)
    {
        var file = new byte[PcapWriter.HeaderOctets + blocks.Sum(block => block.Length + PcapWriter.DatagramOverhead)];
        PcapWriter.WriteHeader(file);
        var at = PcapWriter.HeaderOctets;
        foreach (var block in blocks)
            at += PcapWriter.WriteDatagram(block, 0, 40_000, Port, file.AsSpan(at));
        return file;
    }

    private static List<byte[]> Blocks(AsterixEncoder encoder, int records, Action<int> fill)
    {
        var blocks = new List<byte[]>();
        for (var i = 0; i < records; i++)
        {
            fill(i);
            if (encoder.TryEndRecord())
                continue;
            blocks.Add(encoder.Block.ToArray());
            encoder.Clear();
            encoder.TryEndRecord();
        }
        blocks.Add(encoder.Block.ToArray());
        return blocks;
    }
}
