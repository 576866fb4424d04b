namespace Fourfold.Kernel.Identity;

/// <summary>Rings for all who wait now. Whoever takes <see cref="Next"/> before looking misses no ring.</summary>
internal sealed class Bell
{
    private TaskCompletionSource next = New();

    /// <summary>Ends with the next ring.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Ring() => Interlocked.Exchange(ref next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
