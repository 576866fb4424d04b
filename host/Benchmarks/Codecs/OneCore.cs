using System.Diagnostics;
using System.Numerics;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Keeps this process and those it starts on one core until disposed, where the system allows it.</summary>
internal sealed class OneCore : IDisposable
{
    private readonly nint _before;

    public OneCore(TextWriter to)
    {
        if (!OperatingSystem.IsLinux())
        {
            to.WriteLine("on whatever core the system chooses");
            return;
        }
        using var me = Process.GetCurrentProcess();
        _before = me.ProcessorAffinity;
        var last = BitOperations.Log2((ulong)_before);
        me.ProcessorAffinity = (nint)(1L << last);
        to.WriteLine($"all on core {last}; seconds of processor are counted, so that other work on the machine is not");
        to.WriteLine();
    }

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            using var me = Process.GetCurrentProcess();
            me.ProcessorAffinity = _before;
        }
    }
}
