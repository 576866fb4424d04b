using System.Text;
using CsCheck;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>One message that several stations heard is one message.</summary>
public sealed class DuplicateFilterTests
{
    private const string Position = "!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A\n";
    private const string SameElsewhere = @"\s:ALPHA*0E\!BSVDM,1,1,,B,14`qQb0000o?u?DK>Smo2E`v0404,0*00" + "\n";
    private const string Another = "!AIVDM,1,1,,B,15NOdr?001o?v:RK@p@QDQBv0D1<,0*44\n";

    [Fact]
    public void The_same_bits_within_the_window_are_a_duplicate_whoever_sent_them()
    {
        var filter = new DuplicateFilter(windowMilliseconds: 1000);
        Assert.Equal([false, true, false], Seen(filter, 0, Position + SameElsewhere + Another));
        Assert.Equal([true], Seen(filter, 1000, Position));
        Assert.Equal(2, filter.Suppressed);
        Assert.Equal([false, true], Seen(filter, 1001, Position + Position));
    }

    [Fact]
    public void When_it_is_full_the_oldest_gives_way()
    {
        var filter = new DuplicateFilter(windowMilliseconds: 1000, capacity: 1);
        Assert.Equal([false, false, false], Seen(filter, 0, Position + Another + Position));
    }

    [Fact]
    public void It_agrees_with_a_list_of_everything_that_came()
    {
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 300])
            .Array[0, 300]
            .Sample(steps =>
            {
                var filter = new DuplicateFilter(windowMilliseconds: 1000, capacity: 1000);
                var past = new List<(int Message, long Time)>();
                long now = 0;
                foreach (var (message, pause) in steps)
                {
                    now += pause;
                    var bytes = new byte[32];
                    bytes[3] = (byte)message;
                    var expected = past.Any(one => one.Message == message && now - one.Time <= 1000);
                    Assert.Equal(expected, filter.IsDuplicate(new AisBits(bytes, 168), now));
                    if (!expected)
                        past.Add((message, now));
                }
            });
    }

    private static List<bool> Seen(DuplicateFilter filter, long time, string lines)
    {
        var sink = new Sink(filter, time);
        var reader = new AisReader(ChecksumPolicy.Ignore);
        reader.Push(Encoding.ASCII.GetBytes(lines), 0, ref sink);
        return sink.Seen;
    }

    private struct Sink(DuplicateFilter filter, long time) : IAisSink
    {
        public List<bool> Seen { get; } = [];

        public readonly void Message(in AisMessage message) => Seen.Add(filter.IsDuplicate(message.Bits, time));

        public readonly void Sentence(in NmeaSentence sentence) { }

        public readonly void Dropped(in NmeaDrop drop) { }
    }
}
