using System.Security.Cryptography;

namespace Fourfold.Kernel.Files.Sealed;

/// <summary>The plain bytes of a sealed file, a frame at a time, from wherever they are wanted.</summary>
/// <remarks>Reading throws <see cref="AuthenticationTagMismatchException"/> at a frame that is not what was sealed; nothing of it is given out.</remarks>
internal sealed class SealedStream : Stream
{
    private readonly FileStream stored;
    private readonly AesGcm aes;
    private readonly byte[] frame = new byte[SealedFrames.StoredBytes];
    private readonly byte[] plain = new byte[SealedFrames.PlainBytes];
    private long opened = -1;

    private SealedStream(FileStream stored, AesGcm aes, long length)
    {
        (this.stored, this.aes) = (stored, aes);
        Length = length;
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }
    public override long Position { get; set; }

    private long LastFrame => Math.Max(0, (stored.Length - 1) / SealedFrames.StoredBytes);

    /// <summary>Opens it, and looks at its end: a file that was cut off does not open at all.</summary>
    /// <exception cref="AuthenticationTagMismatchException">The end is not that of the file this key sealed.</exception>
    public static SealedStream Open(FileStream stored, ReadOnlyMemory<byte> key)
    {
        if (SealedFrames.PlainLength(stored.Length) is not { } length)
            throw new AuthenticationTagMismatchException();
        var stream = new SealedStream(stored, new AesGcm(key.Span, SealedFrames.TagBytes), length);
        try
        {
            stream.Turn(stream.LastFrame);
            return stream;
        }
        catch
        {
            stream.aes.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.Length == 0)
            return 0;
        Turn(Position / SealedFrames.PlainBytes);
        var from = (int)(Position % SealedFrames.PlainBytes);
        var count = (int)Math.Min(Math.Min(buffer.Length, SealedFrames.PlainBytes - from), Length - Position);
        plain.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // A frame is read from the disk and opened in less time than it takes to hand the work over.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(plain);
            aes.Dispose();
            stored.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Turn(long number)
    {
        if (number == opened)
            return;
        opened = -1;
        var at = number * SealedFrames.StoredBytes;
        var count = (int)Math.Min(SealedFrames.StoredBytes, stored.Length - at);
        stored.Position = at;
        stored.ReadExactly(frame, 0, count);
        SealedFrames.Open(aes, number, number == LastFrame, frame.AsSpan(0, count), plain);
        opened = number;
    }
}
