using System.Globalization;
using System.Text;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Output;
using Fourfold.Codecs.Asterix.Specification;
using Fourfold.Codecs.Text;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>Numbers are written from their raw units, and the text is that of the double.</summary>
public sealed class AsterixNumberTests
{
    private const int Seed = 240;
    private const int RawNumbersOfAField = 400;

    [Fact]
    public void A_value_is_written_by_as_few_digits_as_name_its_double()
    {
        var chance = new Random(Seed);
        var exact = 0;
        foreach (var field in AsterixEditions.All.Editions.SelectMany(Fields).Where(field => field.IsScaled))
        {
            exact += field.Step.IsExact ? 1 : 0;
            foreach (var raw in RawNumbers(field, chance))
            {
                var text = field.Scale(raw).ToString(CultureInfo.InvariantCulture);
                Assert.True(text == Written(field, raw), $"{field.Name} {raw}: {Written(field, raw)} is not {text}");
            }
        }
        Assert.True(exact > 250, $"{exact} fields are written from their raw units");
    }

    [Fact]
    public void Any_bits_of_any_width_are_read_as_they_stand()
    {
        var chance = new Random(Seed);
        var bytes = new byte[12];
        for (var i = 0; i < 20_000; i++)
        {
            chance.NextBytes(bytes);
            var width = chance.Next(1, 65);
            var offset = chance.Next(bytes.Length * 8 - width + 1);
            var bits = string.Concat(bytes.Select(one => one.ToString("b8", CultureInfo.InvariantCulture)));
            Assert.Equal(Convert.ToUInt64(bits.Substring(offset, width), 2), FieldBits.Read(bytes, offset, width));
        }
    }

    private static string Written(AsterixField field, long raw)
    {
        var room = new byte[128];
        var tree = new JsonTree(room);
        AsterixJson.Number(ref tree, field, raw);
        return Encoding.ASCII.GetString(room, 0, tree.Length);
    }

    private static IEnumerable<long> RawNumbers(AsterixField field, Random chance)
    {
        var (least, most) = field.RawRange;
        for (var near = 0L; near < 40; near++)
        {
            yield return Math.Min(near, most);
            yield return most - Math.Min(near, most);
            yield return least + Math.Min(near, most);
        }
        for (var i = 0; i < RawNumbersOfAField; i++)
        {
            yield return chance.NextInt64(least, most + 1);
        }
    }

    private static IEnumerable<AsterixField> Fields(AsterixCategory category) =>
        category.Profile.Concat(category.Alternative ?? []).OfType<AsterixItem>().SelectMany(Fields);

    private static IEnumerable<AsterixField> Fields(AsterixItem item) =>
        item
            .Fields.SelectMany(field => field.WhenBitBefore is { } other ? new[] { field, other } : [field])
            .Concat(item.Parts.OfType<AsterixItem>().SelectMany(Fields))
            .Concat(item.Content is { } content ? Fields(content) : []);
}
