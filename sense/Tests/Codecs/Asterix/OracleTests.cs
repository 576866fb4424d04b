using System.Text.Json;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Categories;
using Fourfold.Codecs.Asterix.Specification;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>Every capture, and records of any content, against tshark 4.0.17 and Croatia Control's decoder, item by item.</summary>
/// <remarks>Where we differ knowingly, docs/reference/asterix.md says who is right.</remarks>
public sealed class OracleTests
{
    private const string OfTshark = ".tshark.txt";
    private const string OfCroatia = ".croatia.jsonl";

    /// <summary>tshark shows the first element of a chain only, some signs and steps otherwise, registers as one number.</summary>
    private static readonly HashSet<string> TsharkDiffers =
    [
        .. (string[])["1/030", "1/130", "1/210", "2/050", "2/060", "2/080", "8/110", "48/030"],
        .. (string[])["8/036", "8/038", "8/050", "10/202", "10/210", "34/120", "48/090"],
        .. (string[])["21/150", "21/250", "62/380"],
        .. (string[])["240/030", "240/050", "240/051", "240/052"],
    ];

    /// <summary>Registers it takes apart, nanoseconds it prints as seconds, a sign its draft table lacks.</summary>
    private static readonly HashSet<string> CroatiaDiffers = ["48/250", "21/074", "62/220"];

    public static TheoryData<string> TsharkCaptures() => RadarCaptures.Named(RadarCaptures.WithOutput(OfTshark));

    public static TheoryData<string> CroatiaCaptures() => RadarCaptures.Named(RadarCaptures.WithOutput(OfCroatia));

    public static TheoryData<int, string> Editions()
    {
        var data = new TheoryData<int, string>();
        foreach (var edition in AsterixEditions.All.Editions)
        {
            data.Add(edition.Number, edition.Edition);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(RadarCaptures.All), MemberType = typeof(RadarCaptures))]
    public void Every_capture_is_read_to_its_end_without_a_fault(string capture)
    {
        var diary = RadarCaptures.Decode(capture);
        Assert.NotEmpty(diary.Records);
        Assert.DoesNotContain(diary.Told, told => told.StartsWith("drop", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TsharkCaptures))]
    public void What_tshark_reads_of_a_capture_we_read_the_same(string capture)
    {
        Assert.SkipWhen(capture == "asterix.pcap", "tshark has no table for the draft edition 0.17");
        Assert.SkipWhen(capture == "cat_001_002.pcap", "tshark does not know the recorder's framing");
        Assert.SkipWhen(capture == "cat062ed1.16.bin", "tshark reads I062/510 wrong and is lost behind it");
        Assert.SkipWhen(capture == "cat021ed0.26.bin", "tshark took it for edition 2.6");
        var ours = RadarCaptures.Decode(capture).Records;
        var theirs = TsharkText.Parse(RadarCaptures.Output(capture + OfTshark));
        Assert.Equal(theirs.Count, ours.Count);
        var wrong = ours.Zip(theirs).SelectMany(pair => TsharkText.Differences(pair.First, pair.Second));
        AssertSame(wrong, TsharkDiffers);
    }

    [Theory]
    [MemberData(nameof(CroatiaCaptures))]
    public void What_Croatia_Controls_decoder_reads_of_a_capture_we_read_the_same(string capture)
    {
        Assert.SkipWhen(capture == "cat021ed0.26.bin", "it took the record for two of edition 2.6");
        var diary = RadarCaptures.Decode(capture.Replace(".cat062ed0.17", "", StringComparison.Ordinal));
        var theirs = RadarCaptures.Output(capture + OfCroatia).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(theirs.Count, diary.Records.Count);
        var wrong = theirs.SelectMany((record, i) => CroatiaJson.Differences(diary.Records[i], diary.Bytes[i], record));
        AssertSame(wrong, CroatiaDiffers);
    }

    [Theory]
    [InlineData("parsegps.gps", "parsegps.txt")]
    [InlineData("cat_034_048.pcap", "cat_034_048.txt")]
    [InlineData("cat_001_002.pcap", "cat_001_002.txt")]
    public void Records_begin_and_end_where_Croatia_Controls_decoder_sees_them(string capture, string expected)
    {
        var theirs = new List<string>();
        var isRecord = false;
        foreach (var line in RadarCaptures.Expected(expected))
        {
            isRecord = line.StartsWith("Data Record", StringComparison.Ordinal) || (isRecord && line.Length > 0);
            if (isRecord && line.StartsWith("HexData: ", StringComparison.Ordinal))
            {
                theirs.Add(line["HexData: ".Length..].Trim());
            }
        }
        Assert.NotEmpty(theirs);
        Assert.Equal(theirs, RadarCaptures.Decode(capture).Bytes.Select(Convert.ToHexString));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Records_of_any_content_are_read_as_tshark_reads_them(int category, string edition)
    {
        var table = Table(category, edition);
        Assert.SkipWhen(table == Cat062.Edition017, "tshark has no table for the draft edition 0.17");
        Assert.SkipWhen(table == Cat021.Edition026, "tshark has no table for edition 0.26");
        Assert.SkipWhen(table == Cat129.Edition12, "tshark has no table for category 129");
        var random = new RandomRecords(table, new Random(category), share: 0.2);
        var blocks = Enumerable.Range(0, 150).Select(_ => random.Block(1, out var _)).ToList();
        var ours = Diary.Of(blocks, editions: AsterixEditions.Of(table)).Records;
        var lines = Tshark.Dissect(blocks);
        Assert.SkipWhen(lines is null, "tshark is not installed");
        var theirs = TsharkText.Parse(lines ?? []).ToLookup(reading => reading.Block);
        // tshark always takes the profile of plots, and cannot read slave tracks.
        var compared = Enumerable
            .Range(0, ours.Count)
            .Where(i =>
                category != 1 || ours[i].GetProperty("items").GetProperty("020").GetProperty("TYP").GetInt32() == 0
            )
            .Where(i => category != 62 || !ours[i].GetProperty("items").TryGetProperty("510", out _))
            .ToList();
        Assert.True(compared.Count > 30);
        AssertSame(compared.SelectMany(i => TsharkText.Differences(ours[i], Assert.Single(theirs[i]))), TsharkDiffers);
    }

    private static AsterixCategory Table(int category, string edition) =>
        AsterixEditions.All.Editions.Single(table => table.Number == category && table.Edition == edition);

    private static void AssertSame(IEnumerable<string> differences, HashSet<string> known)
    {
        var wrong = differences
            .Where(one => !known.Contains(one[..one.IndexOf(':', StringComparison.Ordinal)]))
            .ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n{string.Join('\n', wrong.Take(10))}");
    }
}
