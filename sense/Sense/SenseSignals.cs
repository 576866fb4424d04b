using Microsoft.AspNetCore.Http;

namespace Fourfold.Sense;

/// <summary>Wakes what follows rows, so that a change is felt at once; each also looks by itself now and then.</summary>
internal sealed class SenseSignals
{
    public Signal Feeds { get; } = new();
    public Signal Sensors { get; } = new();
    public Signal Rules { get; } = new();
}

/// <summary>A bell: rung any number of times, heard once.</summary>
internal sealed class Signal
{
    private readonly SemaphoreSlim gate = new(0, 1);

    public void Ring()
    {
        try
        {
            gate.Release();
        }
        catch (SemaphoreFullException) { } // Already ringing.
    }

    /// <summary>Rings when the answer is out, and with it the transaction closed.</summary>
    public void RingAfter(HttpContext http) =>
        http.Response.OnCompleted(() =>
        {
            Ring();
            return Task.CompletedTask;
        });

    /// <summary>Waits for the bell, at most so long of real time.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken ct) => gate.WaitAsync(atMost, ct);
}
