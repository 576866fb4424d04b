using Fourfold.Testing;
using Xunit;

namespace Fourfold.Kernel.Tests.Areas;

/// <summary>The committed extract of the administrative divisions, as docs/reference/data.md promises it.</summary>
public sealed class HainanDataTests
{
    private static readonly Dictionary<int, string> Levels = new()
    {
        [2] = "province",
        [4] = "prefecture",
        [6] = "county",
        [9] = "township",
        [12] = "village",
    };

    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Repository.At("kernel/Kernel/Areas/Data/hainan.csv")).Skip(1).Select(line => line.Split(',')),
    ];

    [Fact]
    public void Every_row_has_the_digits_of_its_level_and_a_parent_before_it()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            var code = row[0];
            Assert.Equal(8, row.Length);
            Assert.Equal(Levels[code.Length], row[1]);
            Assert.NotEmpty(row[2]);
            var cut = Levels.Keys.Where(digits => digits < code.Length).DefaultIfEmpty(0).Max();
            Assert.True(cut == 0 || seen.Contains(code[..cut]), $"{code} comes before its parent");
            Assert.True(seen.Add(code), $"{code} occurs twice");
        }
    }

    [Theory]
    [InlineData("province", 1)]
    [InlineData("prefecture", 5)]
    [InlineData("county", 27)]
    [InlineData("township", 243)]
    [InlineData("village", 3296)]
    public void Every_tier_is_there(string level, int count) => Assert.Equal(count, Rows.Count(row => row[1] == level));

    [Fact]
    public void Nada_town_holds_its_villages_and_none_of_the_towns_beside_it()
    {
        var below = Rows.Where(row => row[0].StartsWith("460400100", StringComparison.Ordinal)).ToArray();
        Assert.Equal("那大镇", below[0][2]);
        Assert.All(below.Skip(1), row => Assert.Equal("village", row[1]));
        Assert.Contains(Rows, row => row[0] == "460400101" && row[2] == "和庆镇");
    }

    [Theory]
    [InlineData("4690", "pseudo")]
    [InlineData("460400", "pseudo")]
    [InlineData("460202198", "pseudo")]
    [InlineData("460322451498", "pseudo")]
    [InlineData("460400499", "quasi")]
    [InlineData("4604", "")]
    [InlineData("469023101", "")]
    public void Stand_ins_are_flagged(string code, string flag) =>
        Assert.Equal(flag, Rows.Single(row => row[0] == code)[5]);

    [Fact]
    public void Nineteen_cities_and_counties_remain_without_the_stand_ins() =>
        Assert.Equal(
            19,
            Rows.Count(row => row[1] == "prefecture" && row[5].Length == 0)
                + Rows.Count(row => row[1] == "county" && row[0].StartsWith("4690", StringComparison.Ordinal))
        );
}
