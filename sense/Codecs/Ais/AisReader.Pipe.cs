using System.Buffers;
using System.IO.Pipelines;

namespace Fourfold.Codecs.Ais;

public sealed partial class AisReader
{
    /// <summary>Reads bytes that lie in several pieces, as a pipe gives them.</summary>
    public void Push<TSink>(in ReadOnlySequence<byte> bytes, long nowUnixMs, ref TSink sink)
        where TSink : IAisSink
    {
        foreach (var segment in bytes)
        {
            Push(segment.Span, nowUnixMs, ref sink);
        }
    }

    /// <summary>Reads a pipe to its end, then gives up the fragments that still wait.</summary>
    /// <param name="pipe">Where the bytes come from; it is not completed.</param>
    /// <param name="nowUnixMs">The caller's clock, milliseconds; asked once a read.</param>
    /// <param name="sink">Receives messages, other sentences and drops.</param>
    /// <param name="ct">Ends the waiting; what was read until then has been passed on.</param>
    public async Task ReadToEnd(PipeReader pipe, Func<long> nowUnixMs, IAisSink sink, CancellationToken ct)
    {
        ReadResult read;
        do
        {
            read = await pipe.ReadAsync(ct).ConfigureAwait(false);
            var bytes = read.Buffer;
            Push(in bytes, nowUnixMs(), ref sink);
            pipe.AdvanceTo(bytes.End);
        } while (!read.IsCompleted);
        EndOfSource(nowUnixMs(), sink);
    }
}
