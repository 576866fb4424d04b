using System.Text.Json;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>Every recording against what libais 0.17 made of it, field by field. Where we differ on purpose, <see cref="LibaisFields"/> says why.</summary>
public sealed class LibaisComparison
{
    [Theory]
    [MemberData(nameof(Recordings.Names), MemberType = typeof(Recordings))]
    public void Every_message_of_libais_is_ours_with_the_same_fields(string recording)
    {
        var oracle = new Oracle(recording);
        var reader = new AisReader();
        var bytes = Recordings.Read(recording);
        reader.Push(bytes, 0, oracle);
        reader.EndOfSource(0, oracle);
        var wrong = oracle.Wrong();
        Assert.True(oracle.Compared + oracle.Refused > 0, "the oracle holds no message");
        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n{string.Join('\n', wrong.Take(20))}");
    }

    /// <summary>Compares each message as it comes.</summary>
    private sealed class Oracle : IAisSink
    {
        private readonly Dictionary<long, List<JsonElement>> _byLine = [];
        private readonly List<string> _wrong = [];

        public Oracle(string recording)
        {
            foreach (var text in Recordings.Oracle(recording, "libais"))
            {
                var one = JsonElement.Parse(text);
                var line = one.GetProperty("lines").EnumerateArray().Last().GetInt64();
                if (!_byLine.TryGetValue(line, out var list))
                {
                    _byLine[line] = list = [];
                }
                list.Add(one);
            }
        }

        public int Compared { get; private set; }

        /// <summary>Messages that libais refuses for their length or application, and we read.</summary>
        public int Refused { get; private set; }

        public List<string> Wrong()
        {
            foreach (var (line, left) in _byLine.SelectMany(entry => entry.Value.Select(one => (entry.Key, one))))
            {
                // Type 0 is no message: libais says so, and we drop it.
                if (!left.TryGetProperty("payload_type", out var type) || type.GetInt32() >= 1)
                {
                    _wrong.Add($"line {line}: missing {left}");
                }
            }
            return _wrong;
        }

        public void Message(in AisMessage message)
        {
            var line = message.Origin.Line;
            if (!_byLine.TryGetValue(line, out var candidates))
            {
                return;
            }
            var (type, mmsi) = (message.Type, message.Mmsi);
            var index = candidates.FindIndex(one => Fits(one, type, mmsi));
            if (index < 0)
            {
                return;
            }
            var found = candidates[index];
            candidates.RemoveAt(index);
            if (!found.TryGetProperty("msg", out var fields))
            {
                Refused++;
                return;
            }
            Compared++;
            var theirs = new LibaisMessage(fields);
            LibaisFields.Compare(message.Bits, theirs);
            _wrong.AddRange(theirs.Finish().Select(difference => $"line {line}, type {type}: {difference}"));
        }

        public void Sentence(in NmeaSentence sentence) { }

        public void Dropped(in NmeaDrop drop) { }

        private static bool Fits(JsonElement one, int type, uint mmsi) =>
            one.TryGetProperty("msg", out var fields)
                ? fields.GetProperty("id").GetInt32() == type && fields.GetProperty("mmsi").GetUInt32() == mmsi
                : one.GetProperty("payload_type").GetInt32() == type;
    }
}
