namespace Fourfold.Cli.Track;

/// <summary>Steps through the lines of a stream.</summary>
internal sealed class RowLines(Stream bytes)
{
    /// <summary>Bytes of the longest line; of a longer one the beginning is given, which is longer than this.</summary>
    public const int Longest = 64 * 1024;

    private const int ReadBytes = 1 << 20;

    private readonly byte[] buffer = new byte[ReadBytes];
    private int from;
    private int to;
    private long lines;
    private bool isSkipping;
    private bool isAtEnd;

    /// <summary>The next line without its end, until the next call; false behind the last.</summary>
    /// <param name="beforeWaiting">Called each time before more bytes are asked for.</param>
    /// <param name="line">Its bytes.</param>
    /// <param name="number">Its number, 1 for the first.</param>
    public bool TryRead(Action beforeWaiting, out ReadOnlySpan<byte> line, out long number)
    {
        while (true)
        {
            var rest = buffer.AsSpan(from, to - from);
            var end = rest.IndexOf((byte)'\n');
            var isTooLong = end < 0 && rest.Length > Longest;
            if (end < 0 && !isTooLong && !isAtEnd)
            {
                Read(beforeWaiting);
                continue;
            }

            // Of a line that is too long all behind its beginning is passed over, to its end.
            var (length, isRest) = (end >= 0 ? end : rest.Length, isSkipping);
            from += end >= 0 ? end + 1 : length;
            isSkipping = isTooLong;
            if (isRest && (end >= 0 || length > 0))
                continue;
            line = rest[..length];
            number = ++lines;
            return length > 0 || end >= 0;
        }
    }

    private void Read(Action beforeWaiting)
    {
        beforeWaiting();
        buffer.AsSpan(from, to - from).CopyTo(buffer);
        (from, to) = (0, to - from);
        var count = bytes.Read(buffer, to, buffer.Length - to);
        to += count;
        isAtEnd = count == 0;
    }
}
