using System.Diagnostics;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>A way to decode a whole corpus once.</summary>
/// <param name="name">Whose.</param>
/// <param name="decode">Decodes it and says how many messages it found.</param>
internal class Decoder(string name, Func<long> decode)
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);

    public string Name { get; } = name;

    /// <summary>Messages found in the last turn.</summary>
    public long Messages { get; protected set; }

    /// <summary>Bytes allocated in the last turn; null when that cannot be seen.</summary>
    public long? AllocatedBytes { get; protected set; }

    /// <summary>Decodes until the compiler has done all that it will do for it.</summary>
    public virtual void WarmUp()
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Warm; )
        {
            Messages = decode();
        }
    }

    /// <summary>Decodes once; seconds of processor.</summary>
    public virtual double Turn()
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = CpuTime.Thread();
        Messages = decode();
        var took = CpuTime.Thread() - began;
        AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return took;
    }
}
