using System.Text;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Categories;
using Fourfold.Codecs.Asterix.Output;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>
/// Category 129 by hand, for no other decoder at hand reads it: each octet below is written from the specification.
/// </summary>
public sealed class Cat129Tests
{
    private static readonly byte[] Items =
    [
        .. (byte[])[0xFF, 0xFF, 0x80], // All items up to FRN 15.
        .. (byte[])[25, 201, 7, 8],
        .. "DJIM30"u8,
        .. (byte[])[0x15, 0x81, 0xF4, 0, 0, 0, 0, 0, 0, 0, 0, 0x2A],
        .. "CN"u8,
        .. (byte[])[0x54, 0x60, 0x00], // 12:00:00 in 1/128 s.
        .. (byte[])[0xF8, 0, 0, 0, 0x28, 0, 0, 0], // −22.5° and 112.5° in 180/2^30.
        .. (byte[])[0x00, 0x04, 0xB5, 0xFF, 0xFF, 0xE0], // 120.5 m and −3.2 m.
        .. (byte[])[0x00, 0x0C],
        .. (byte[])[0b10_01_0101, 0xAB, 0xCD], // Specific; 1; 5; not described.
        .. (byte[])[2, 0x7F],
        .. (byte[])[0x00, 0x4D, 0x2F, 0xFF, 0xFF], // 12.34 m/s east, 0.01 m/s south.
        .. (byte[])[0xAF, 0xFF, 0x38], // Four spare bits, 2 m/s down.
    ];

    private static readonly byte[] Block = [129, 0, (byte)(Items.Length + 3), .. Items];

    [Fact]
    public void Every_item_is_read_where_the_specification_puts_it()
    {
        var diary = Diary.Of([Block]);
        Assert.Equal(0, diary.Faults);
        Assert.Equal(
            """
            {"category":129,"edition":"1.2","offset":3,"length":59,"items":{"010":{"SAC":25,"SIC":201},
            "015":{"DAC":7,"DIC":8},"020":"DJI","030":"M30","040":"1581f400000000000000002a","050":"CN","070":43200,
            "080":{"LAT":-22.5,"LON":112.5},"090":120.5,"100":-3.2,"110":12,
            "120":{"UCC":2,"ARC":1,"AEC":5,"REST":"abcd"},"SP":"7f","185":{"VX":12.34,"VY":-0.01},"220":-2}}
            """.ReplaceLineEndings(""),
            Assert.Single(diary.Told, told => told.StartsWith('{'))
        );
    }

    [Fact]
    public void A_row_has_time_place_and_motion_and_takes_no_serial_number_for_a_track_number()
    {
        var sink = new RowSink();
        new AsterixReader().Push(Block, sink);
        Assert.Equal(
            "129,1.2,3,25,201,,43200.000,,,,,,-22.5000000,112.5000000,,,,,24.0,90.05",
            Assert.Single(sink.Rows)
        );
    }

    [Fact]
    public void Further_records_of_a_block_are_read_although_there_should_be_none()
    {
        var diary = Diary.Of([
            [129, 0, 9, 0x80, 25, 201, 0x04, 0x43, 0x4E],
        ]);
        Assert.Equal(0, diary.Faults);
        Assert.Equal(2, diary.Records.Count);
    }

    [Fact]
    public void A_reserved_place_of_the_profile_ends_the_reading_of_its_block()
    {
        var told = Diary
            .Of([
                [129, 0, 9, 0x81, 0x01, 0x40, 25, 201, 0],
            ])
            .Told;
        Assert.Contains(told, line => line.StartsWith("drop ItemUnknown 129/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_velocity_beyond_its_twenty_bits_is_refused_when_encoding()
    {
        var encoder = new Fourfold.Codecs.Asterix.Encoding.AsterixEncoder(Cat129.Edition12);
        encoder["185"].Set("VX", 5242.87).Set("VY", -5242.88);
        Assert.Throws<ArgumentOutOfRangeException>(() => encoder["185"].Set("VX", 5242.88));
    }

    private sealed class RowSink : IAsterixSink
    {
        private readonly byte[] _row = new byte[AsterixCsv.MaxBytes];

        public List<string> Rows { get; } = [];

        public bool Block(in AsterixBlock block) => true;

        public void Record(in AsterixRecord record) =>
            Rows.Add(Encoding.ASCII.GetString(_row, 0, AsterixCsv.Write(in record, _row)));

        public void Dropped(in AsterixDrop drop) { }
    }
}
