using Fourfold.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs;

/// <summary>Real AIS recordings beside the repository, each with what two other decoders made of it.</summary>
internal static class Recordings
{
    private static readonly string? Folder = Repository.SharedData("ais");

    /// <summary>Names of the recordings; one that says they are missing when there are none, so that the tests are seen to skip.</summary>
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (
            var oracle in Directory.Exists(Folder)
                ? Directory.GetFiles(Path.Combine(Folder, "oracle"), "*.gpsd.jsonl")
                : []
        )
        {
            names.Add(Path.GetFileName(oracle)[..^".gpsd.jsonl".Length]);
        }
        return names.Count > 0 ? names : [Missing];
    }

    /// <summary>Stands for a recording where there is none.</summary>
    public const string Missing = "(no recordings)";

    /// <summary>Bytes of a recording; skips the test when there is none.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Require(name), name));

    /// <summary>Lines of a file beside the recordings; skips the test when there is none.</summary>
    public static IEnumerable<string> Lines(string name) => File.ReadLines(Path.Combine(Require(name), name));

    /// <summary>Lines of <c>gpsd</c> or <c>libais</c> for a recording.</summary>
    public static IEnumerable<string> Oracle(string name, string decoder) =>
        File.ReadLines(Path.Combine(Require(name), "oracle", $"{name}.{decoder}.jsonl"));

    private static string Require(string name)
    {
        Assert.SkipWhen(Folder is null || name == Missing, "the recordings of ../shared/data/ais are not here");
        return Folder ?? throw new InvalidOperationException("skipped above");
    }
}
