using Fourfold.Contracts;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Cases;

/// <summary>What it was reported with, and what came after.</summary>
internal sealed partial class Case
{
    /// <summary>Most files of one case, all of its report's additions together.</summary>
    public const int MaxFiles = 60;

    /// <summary>Pictures, videos and spoken words of the report; those of work orders lie with these.</summary>
    public List<CaseFile> Files { get; private set; } = [];

    /// <summary>The grid it was reported in, if the report named one.</summary>
    public GridId? Grid { get; private init; }

    /// <summary>Adds words and files of whoever reported it.</summary>
    /// <exception cref="Refused">409 <c>case.too-many-files</c>.</exception>
    public void Add(string text, IReadOnlyList<CaseFile> files, Act act)
    {
        Keep(files);
        Note("note", "case.added", act, Counted(files), text.Length > 0 ? text : null);
        Raise(act);
    }

    private void Tell(CaseTold told, Act act)
    {
        Keep(told.Files);
        var said = Counted(told.Files);
        said["what"] = told.Kind;
        if (told.AccuracyMetres is { } metres)
            said["accuracyMetres"] = Math.Round(metres);
        if (told.ByHand)
            said["byHand"] = true;
        Note("case", "case.told", act, said, told.Text);
    }

    private void Keep(IReadOnlyList<CaseFile> files)
    {
        var added = files.ExceptBy(Files.Select(f => f.Id), f => f.Id).ToList();
        if (Files.Count + added.Count > MaxFiles)
            throw new Refused("case.too-many-files").With("most", MaxFiles);
        if (added.Count > 0)
            Files = [.. Files, .. added];
    }

    private static Dictionary<string, object?> Counted(IReadOnlyList<CaseFile> files)
    {
        var said = new Dictionary<string, object?>(StringComparer.Ordinal);
        var sounds = files.Count(f => f.Kind == CaseFileKinds.Sound);
        if (files.Count > sounds)
            said["photos"] = files.Count - sounds;
        if (sounds > 0)
            said["sounds"] = sounds;
        return said;
    }
}
