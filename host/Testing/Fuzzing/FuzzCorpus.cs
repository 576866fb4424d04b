namespace Fourfold.Testing.Fuzzing;

/// <summary>Inputs that once made a reader do something new, kept in the repository: <c>sense/Tests/Codecs/Fuzz/TARGET/*</c>.</summary>
public static class FuzzCorpus
{
    private const string Folder = "sense/Tests/Codecs/Fuzz";

    /// <summary>All targets there are.</summary>
    public static IReadOnlyList<IFuzzTarget> Targets { get; } =
    [new NmeaFuzzTarget(), new CsvFuzzTarget(), new AsterixFuzzTarget(), new RemoteIdFuzzTarget(), new CotFuzzTarget()];

    /// <summary>The folder of a target.</summary>
    public static string FolderOf(IFuzzTarget target) => Repository.At(Path.Combine(Folder, target.Name));

    /// <summary>The kept inputs of a target, by file name.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Kept(IFuzzTarget target) =>
        Directory.Exists(FolderOf(target))
            ?
            [
                .. Directory
                    .GetFiles(FolderOf(target))
                    .Order(StringComparer.Ordinal)
                    .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))),
            ]
            : [];
}
