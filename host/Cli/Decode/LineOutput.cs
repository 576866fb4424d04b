namespace Fourfold.Cli.Decode;

/// <summary>Collects lines and hands them to a stream in large pieces.</summary>
internal sealed class LineOutput(Stream stream)
{
    private const int BufferBytes = 1 << 18;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _used;

    /// <summary>Room for the next line.</summary>
    public Span<byte> Reserve(int bytes)
    {
        if (_buffer.Length - _used < bytes)
            Flush();
        return _buffer.AsSpan(_used);
    }

    /// <summary>Keeps what was written into the room.</summary>
    public void Commit(int bytes) => _used += bytes;

    public void Flush()
    {
        stream.Write(_buffer, 0, _used);
        stream.Flush();
        _used = 0;
    }
}
