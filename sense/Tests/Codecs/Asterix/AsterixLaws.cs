using CsCheck;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Categories;
using Fourfold.Codecs.Asterix.Encoding;
using Fourfold.Codecs.Asterix.Output;
using Fourfold.Codecs.Asterix.Specification;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>What holds for any bytes and any record.</summary>
public sealed class AsterixLaws
{
    private static readonly AsterixCategory[] Tables = [.. AsterixEditions.All.Editions];

    private static readonly Gen<byte[]> Block = Gen.Select(Gen.Int[0, Tables.Length - 1], Gen.Int, Gen.Int[1, 4])
        .Select(
            (table, seed, records) => new RandomRecords(Tables[table], new Random(seed), 0.3).Block(records, out _)
        );

    private static readonly Gen<byte[]> Stream = Gen.Frequency((6, Block), (2, Gen.Byte.Array[0, 40]))
        .Array[0, 8]
        .Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    [Fact]
    public void What_is_encoded_is_decoded_in_every_category_and_edition()
    {
        Gen.Select(Gen.Int[0, Tables.Length - 1], Gen.Int)
            .Sample(
                (table, seed) =>
                {
                    var random = new RandomRecords(Tables[table], new Random(seed), 0.4);
                    var block = random.Block(3, out var expected);
                    var diary = Diary.Of([block], editions: AsterixEditions.Of(Tables[table]));
                    Assert.Equal(0, diary.Faults);
                    Assert.Equal(expected, diary.Listings);
                },
                iter: 2000
            );
    }

    [Fact]
    public void Splitting_the_bytes_anywhere_changes_nothing()
    {
        Gen.Select(Stream, Gen.Int[1, 50].Array[1, 60])
            .Sample((bytes, steps) => Assert.Equal(Diary.Of([bytes]).Told, Diary.Of(Pieces.Of(bytes, steps)).Told));
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception()
    {
        Gen.Byte.Array[0, 600].Sample(bytes => Assert.Equal($"end {bytes.Length}", Diary.Of([bytes]).Told[^1]));
    }

    [Fact]
    public void A_damaged_block_is_read_without_an_exception()
    {
        Gen.Select(Block, Gen.Select(Gen.Int[3, 5000], Gen.Byte).Array[1, 6])
            .Sample(
                (block, damages) =>
                {
                    foreach (var (at, value) in damages)
                    {
                        block[Math.Min(3, block.Length - 1) + at % Math.Max(block.Length - 3, 1)] = value;
                    }
                    Assert.Equal($"end {block.Length}", Diary.Of([block]).Told[^1]);
                },
                iter: 3000
            );
    }

    [Fact]
    public void A_block_of_an_unknown_category_is_passed_over_by_its_length()
    {
        var told = Diary
            .Of([
                [250, 0, 5, 1, 2, 34, 0, 6, 0x40, 2, 2, 1, 2],
            ])
            .Told;
        Assert.Contains("drop CategoryUnknown 250/ at 0 FA00050102", told);
        Assert.Contains("block 34 at 5", told);
    }

    [Fact]
    public void Extents_of_a_later_edition_are_passed_over()
    {
        // I048/020 with five extents where the table has two, then I048/161.
        var diary = Diary.Of([
            [48, 0, 16, 0xA1, 0x10, 25, 201, 0xA1, 1, 1, 1, 1, 1, 0, 0x0D, 0xEB],
        ]);
        Assert.Equal(0, diary.Faults);
        Assert.Equal(3563, diary.Records[0].GetProperty("items").GetProperty("161").GetProperty("TRN").GetInt32());
    }

    [Fact]
    public void A_warm_reader_allocates_nothing()
    {
        var blocks = Tables.SelectMany(table => new RandomRecords(table, new Random(5)).Block(3, out _)).ToArray();
        var sink = new Counter();
        var reader = new AsterixReader();
        // Long enough that the runtime, too, has made what it makes of its own as code grows hot.
        for (var round = 0; round < 200; round++)
        {
            reader.Push(blocks.AsSpan(0, 1000), ref sink);
            reader.Push(blocks.AsSpan(1000), ref sink);
        }

        var (records, before) = (sink.Records, GC.GetAllocatedBytesForCurrentThread());
        reader.Push(blocks.AsSpan(0, 1000), ref sink);
        reader.Push(blocks.AsSpan(1000), ref sink);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sink.Records >= records + 3 * Tables.Length);
    }

    [Fact]
    public void A_value_beyond_its_field_is_refused_when_encoding()
    {
        var encoder = new AsterixEncoder(Cat048.Edition131);
        Assert.Throws<ArgumentOutOfRangeException>(() => encoder["040"].Set("RHO", 256));
        Assert.Throws<KeyNotFoundException>(() => encoder["041"]);
        encoder["040"].Set("RHO", 255.9).Set("THETA", 0);
        Assert.True(encoder.TryEndRecord());
        Assert.Throws<InvalidOperationException>(() => encoder.TryEndRecord());
    }

    [Fact]
    public void A_record_that_does_not_fit_is_kept_for_the_next_block()
    {
        var encoder = new AsterixEncoder(Cat034.Edition129, maxBlockOctets: 10);
        encoder["010"].Set("SAC", 1).Set("SIC", 2);
        encoder["000"].Set(1);
        Assert.True(encoder.TryEndRecord());
        encoder["010"].Set("SAC", 1).Set("SIC", 2);
        encoder["000"].Set(2);
        Assert.False(encoder.TryEndRecord());
        Assert.Equal([34, 0, 7, 0xC0, 1, 2, 1], encoder.Block.ToArray());
        encoder.Clear();
        Assert.True(encoder.TryEndRecord());
        Assert.Equal([34, 0, 7, 0xC0, 1, 2, 2], encoder.Block.ToArray());
    }

    private struct Counter() : IAsterixSink
    {
        private readonly byte[] _row = new byte[AsterixCsv.MaxBytes];

        public long Sources { get; private set; }

        public int Records { get; private set; }

        public readonly bool Block(in AsterixBlock block) => true;

        public void Record(in AsterixRecord record)
        {
            Records++;
            Sources += record.Raw("010", "SAC").GetValueOrDefault() + (record.Number("340", "none") is null ? 0 : 1);
            AsterixCsv.Write(in record, _row);
        }

        public readonly void Dropped(in AsterixDrop drop) { }
    }
}
