namespace Fourfold.Cli.Decode;

/// <summary>Collects lines and hands them to a stream in large pieces.</summary>
/// <param name="stream">Where they go.</param>
/// <param name="bufferBytes">The size of a piece, more than the longest line.</param>
internal sealed class LineOutput(Stream stream, int bufferBytes = 1 << 18)
{
    private readonly byte[] _buffer = new byte[bufferBytes];
    private int _used;

    /// <summary>Room for the next line.</summary>
    /// <exception cref="ReaderLeftException">Nobody reads the output any more.</exception>
    public Span<byte> Reserve(int bytes)
    {
        if (_buffer.Length - _used < bytes)
            Flush();
        return _buffer.AsSpan(_used);
    }

    /// <summary>Keeps what was written into the room.</summary>
    public void Commit(int bytes) => _used += bytes;

    /// <exception cref="ReaderLeftException">Nobody reads the output any more.</exception>
    public void WriteLine(ReadOnlySpan<byte> text)
    {
        var room = Reserve(text.Length + 1);
        text.CopyTo(room);
        room[text.Length] = (byte)'\n';
        Commit(text.Length + 1);
    }

    /// <exception cref="ReaderLeftException">Nobody reads the output any more.</exception>
    public void Flush()
    {
        if (_used == 0)
            return;
        try
        {
            stream.Write(_buffer, 0, _used);
            stream.Flush();
        }
        catch (IOException problem)
        {
            throw new ReaderLeftException(problem);
        }
        finally
        {
            _used = 0;
        }
    }
}

/// <summary>The output's reader has left, as <c>head</c> does, or its disk is full: there is nothing more to do.</summary>
internal sealed class ReaderLeftException(IOException cause) : Exception(cause.Message, cause)
{
    private const int BrokenPipe = 32;

    // A pipe whose reader has what it wanted is no failure; a full disk is.
    private readonly bool _isFailure = cause.HResult != BrokenPipe;

    /// <summary>Says so when it is a failure; the run's <see cref="ExitCode"/>, given what it was.</summary>
    public int Tell(TextWriter errors, int code)
    {
        if (!_isFailure)
            return code;
        errors.WriteLine($"standard output: {Message}");
        return ExitCode.Failed;
    }
}
