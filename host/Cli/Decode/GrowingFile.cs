namespace Fourfold.Cli.Decode;

/// <summary>Reads a source that may still grow, as a pipe or a followed file does.</summary>
/// <param name="bytes">The source.</param>
/// <param name="output">Shows what was read so far before a read that may wait.</param>
/// <param name="isPipe">Waits by itself.</param>
/// <param name="isFollowed">Does not end: waits for what will be added.</param>
internal sealed class GrowingFile(Stream bytes, LineOutput output, bool isPipe, bool isFollowed)
{
    // How often a followed file is asked whether it has grown.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private bool _gaveLess;

    /// <summary>The next bytes; 0 at the end, which a followed source does not have until it is interrupted.</summary>
    public int Read(Span<byte> room, CancellationToken ct)
    {
        // What gave less than was asked for has no more just now.
        if (_gaveLess && (isPipe || isFollowed))
            output.Flush();
        while (!ct.IsCancellationRequested)
        {
            var count = bytes.Read(room);
            _gaveLess = count < room.Length;
            if (count > 0 || !isFollowed)
                return count;
            ct.WaitHandle.WaitOne(Pause);
        }
        return 0;
    }

    /// <summary>At least one byte unless the source is at its end, and as many as are wanted if they are there already.</summary>
    public int ReadAtLeast(Span<byte> room, int wanted, CancellationToken ct)
    {
        var length = Read(room, ct);
        for (int count; length > 0 && length < wanted && (count = bytes.Read(room[length..])) > 0; )
            length += count;
        return length;
    }
}
