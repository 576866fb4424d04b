using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Capture;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>Radar captures beside the repository, each with what other decoders made of it.</summary>
internal static class RadarCaptures
{
    /// <summary>Stands for a capture where there is none.</summary>
    public const string Missing = "(no captures)";

    private static readonly string? Folder = Repository.SharedData("asterix");

    /// <summary>Every capture.</summary>
    public static TheoryData<string> All() =>
        Named(
            Folder is null
                ? []
                : Directory
                    .GetFiles(Path.Combine(Folder, "croatia"))
                    .Concat(Directory.GetFiles(Path.Combine(Folder, "jasterix")))
                    .Select(Path.GetFileName)
        );

    /// <summary>Captures that a decoder's output is there for.</summary>
    public static IEnumerable<string?> WithOutput(string suffix) =>
        Folder is null
            ? []
            : Directory
                .GetFiles(Path.Combine(Folder, "decoded"), "*" + suffix)
                .Select(path => Path.GetFileName(path)[..^suffix.Length]);

    public static TheoryData<string> Named(IEnumerable<string?> names)
    {
        var data = new TheoryData<string>();
        foreach (
            var name in names
                .OfType<string>()
                .Where(name => Path.GetExtension(name) != ".txt")
                .Order(StringComparer.Ordinal)
        )
        {
            data.Add(name);
        }
        return data.Count > 0 ? data : [Missing];
    }

    /// <summary>Lines of a decoder's output; skips the test when there is none.</summary>
    public static IEnumerable<string> Output(string name) => File.ReadLines(Path.Combine(Require(), "decoded", name));

    /// <summary>A file that came with the captures of Croatia Control.</summary>
    public static IEnumerable<string> Expected(string name) =>
        File.ReadLines(Path.Combine(Require(), "croatia", "expected", name));

    /// <summary>Bytes of a capture; skips the test when there is none.</summary>
    public static byte[] Read(string name)
    {
        Assert.SkipWhen(name == Missing, "the captures of ../shared/data/asterix are not here");
        var file = Array.Find(
            [
                Path.Combine(Require(), "croatia", name),
                Path.Combine(Require(), "jasterix", name),
                // Two outputs are of a file under another name, with the same bytes.
                Path.Combine(Require(), "croatia", Path.ChangeExtension(name, ".raw")),
            ],
            File.Exists
        );
        return File.ReadAllBytes(file ?? throw new FileNotFoundException(name));
    }

    /// <summary>Everything a capture says: records, drops, the bytes of each record.</summary>
    public static Diary Decode(string name, AsterixEditions? editions = null)
    {
        var bytes = Read(name);
        var format = name.EndsWith(".gps", StringComparison.Ordinal)
            ? CaptureFormat.GpsRecorder
            : CaptureDetection.Of(bytes);
        return Diary.Of([bytes], format, editions);
    }

    private static string Require()
    {
        Assert.SkipWhen(Folder is null, "the captures of ../shared/data/asterix are not here");
        return Folder ?? throw new InvalidOperationException("skipped above");
    }
}
