using System.Collections.Frozen;
using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Storage;

namespace Fourfold.Kernel.Areas;

/// <summary>All areas of the province, in memory: about 3,600 rows that change once a year, with a release.</summary>
internal sealed class AreaDirectory : IAreaDirectory
{
    private const string Resource = "Fourfold.Kernel.Areas.Data.hainan.csv";
    private static readonly string[] LevelNames = ["province", "prefecture", "county", "township", "village", "grid"];
    private static readonly int[] LevelDigits = [2, 4, 6, 9, 12, 15];

    private readonly FrozenDictionary<string, Area> byCode;
    private readonly FrozenDictionary<string, Area[]> children;
    private readonly Area[] all;

    public AreaDirectory()
    {
        using var reader = new StreamReader(EmbeddedData.Open(typeof(AreaDirectory).Assembly, Resource));
        all = [.. Read(reader)];
        byCode = all.ToFrozenDictionary(a => a.Code, StringComparer.Ordinal);
        children = all.GroupBy(a => a.ParentCode ?? "", StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    public Area Root => children[""][0];

    public Area? Find(string code) => byCode.GetValueOrDefault(code);

    public IReadOnlyList<Area> ChildrenOf(string code) => children.GetValueOrDefault(code) ?? [];

    /// <summary>Areas whose code begins with the text or whose name, pinyin or English name holds it; upper levels first.</summary>
    public IReadOnlyList<Area> Search(string text, int limit) =>
        [
            .. all.Where(a =>
                    a.Code.StartsWith(text, StringComparison.Ordinal)
                    || a.Name.Contains(text, StringComparison.Ordinal)
                    || a.EnglishName?.Contains(text, StringComparison.OrdinalIgnoreCase) == true
                )
                .OrderBy(a => a.Level)
                .ThenBy(a => a.Code, StringComparer.Ordinal)
                .Take(limit),
        ];

    /// <summary>The name of a level, by its digits: <c>township</c> for 9.</summary>
    public static string LevelName(int digits) => LevelNames[Array.IndexOf(LevelDigits, digits)];

    private static IEnumerable<Area> Read(StreamReader reader)
    {
        reader.ReadLine(); // The header.
        while (reader.ReadLine() is { } line)
        {
            var cell = line.Split(',');
            var level = LevelDigits[Array.IndexOf(LevelNames, cell[1])];
            var above = Array.IndexOf(LevelDigits, level) - 1;
            yield return new Area(
                cell[0],
                cell[2],
                cell[4].Length == 0 ? null : cell[4],
                level,
                cell[0],
                above < 0 ? null : cell[0][..LevelDigits[above]],
                cell[5] == "pseudo",
                cell[6].Length == 0 ? null : new GeoPoint(Number(cell[6]), Number(cell[7]))
            );
        }
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
