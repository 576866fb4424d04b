namespace Fourfold.Kernel.Files.Video;

/// <summary>The <c>moov</c> box: which tracks there are, where their samples lie, and what else is said.</summary>
internal sealed class Mp4Movie
{
    private const int Deepest = 6;

    // Of each box that holds others, those that are kept; all else is overwritten.
    private static readonly Dictionary<string, string[]> Kept = new(StringComparer.Ordinal)
    {
        ["moov"] = ["mvhd", "trak", "mvex", "iods"],
        ["trak"] = ["tkhd", "edts", "tref", "mdia", "tapt"],
        ["mdia"] = ["mdhd", "hdlr", "minf", "elng"],
        ["minf"] = ["vmhd", "smhd", "nmhd", "gmhd", "hdlr", "dinf", "stbl"],
        ["stbl"] =
        [
            .. new[] { "stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "stps" },
            .. new[] { "stsh", "sdtp", "sbgp", "sgpd", "subs", "padb", "stdp" },
        ],
    };

    private readonly List<(long From, long To)> samples = [];

    private Mp4Movie() { }

    /// <summary>Whether a track was taken out.</summary>
    public bool HasOtherTracks { get; private set; }

    /// <summary>Whether there is a picture; without one there is sound alone.</summary>
    public bool HasPicture { get; private set; }

    /// <summary>Overwrites in <paramref name="movie"/> what is not kept.</summary>
    /// <returns>What is left, or null when it is not built as it must be or has neither picture nor sound.</returns>
    public static Mp4Movie? Clean(Span<byte> movie, int header)
    {
        var found = new Mp4Movie();
        var box = new Mp4.Box("moov", 0, header, movie.Length);
        if (!Walk(movie, box, out var children))
            return null;
        var tracks = 0;
        foreach (var track in children.Where(b => b.Type == "trak"))
        {
            var handler = HandlerOf(movie, track);
            if (handler is null)
                return null;
            if (handler is not ("vide" or "soun"))
            {
                found.HasOtherTracks = true;
                Blank(movie, track);
                continue;
            }
            tracks++;
            found.HasPicture |= handler == "vide";
            if (!Mp4Samples.TryRead(movie, track, found.samples))
                return null;
        }
        if (tracks == 0 || !Strip(movie, box, 0))
            return null;
        found.Sort();
        return found;
    }

    /// <summary>Whether every sample lies in one of these boxes.</summary>
    public bool LiesWithin(List<Mp4.Box> data) =>
        samples.TrueForAll(s => data.Exists(box => s.From >= box.Body && s.To <= box.End));

    /// <summary>Spans of a box's body that no kept sample lies in.</summary>
    public IEnumerable<(long From, long To)> GapsIn(Mp4.Box box)
    {
        var at = box.Body;
        foreach (var (from, to) in samples)
        {
            if (to <= at || from >= box.End)
                continue;
            if (from > at)
                yield return (at, from);
            at = to;
        }
        if (at < box.End)
            yield return (at, box.End);
    }

    /// <summary>The boxes that one holds; false when they do not fill it.</summary>
    internal static bool Walk(ReadOnlySpan<byte> movie, Mp4.Box parent, out List<Mp4.Box> children)
    {
        children = [];
        // QuickTime may end a list with four zero bytes.
        for (var at = parent.Body; parent.End - at > 4; at = children[^1].End)
        {
            if (!Mp4.TryBox(movie[(int)at..(int)parent.End], at, parent.End, out var box))
                return false;
            children.Add(box);
        }
        return true;
    }

    /// <summary>The box found by going down these names; null when one is missing.</summary>
    internal static Mp4.Box? Find(ReadOnlySpan<byte> movie, Mp4.Box from, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (!Walk(movie, from, out var children))
                return null;
            var next = children.FindIndex(b => b.Type == name);
            if (next < 0)
                return null;
            from = children[next];
        }
        return from;
    }

    /// <summary><c>vide</c>, <c>soun</c> or another kind of track; null when it is not told.</summary>
    internal static string? HandlerOf(ReadOnlySpan<byte> movie, Mp4.Box track) =>
        Find(movie, track, "mdia", "hdlr") is { } handler && handler.End - handler.Body >= 12
            ? System.Text.Encoding.Latin1.GetString(movie.Slice((int)handler.Body + 8, 4))
            : null;

    private static bool Strip(Span<byte> movie, Mp4.Box parent, int depth)
    {
        if (depth > Deepest || !Walk(movie, parent, out var children))
            return false;
        foreach (var box in children)
        {
            if (!Kept[parent.Type].Contains(box.Type, StringComparer.Ordinal))
                Blank(movie, box);
            else if (Kept.ContainsKey(box.Type) && !Strip(movie, box, depth + 1))
                return false;
        }
        return true;
    }

    private static void Blank(Span<byte> movie, Mp4.Box box)
    {
        // One that reaches to the end of what holds it keeps its length of 0, which says the same.
        "free"u8.CopyTo(movie[((int)box.Start + 4)..]);
        movie[(int)box.Body..(int)box.End].Clear();
    }

    private void Sort()
    {
        samples.Sort();
        var kept = 0;
        for (var i = 0; i < samples.Count; i++)
        {
            var (from, to) = samples[i];
            if (kept > 0 && from <= samples[kept - 1].To)
                samples[kept - 1] = (samples[kept - 1].From, Math.Max(to, samples[kept - 1].To));
            else
                samples[kept++] = (from, to);
        }
        samples.RemoveRange(kept, samples.Count - kept);
    }
}
