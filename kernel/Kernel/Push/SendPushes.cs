using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Push;

/// <summary>
/// Hands waiting messages to the push services, a few at once. What they cannot take now waits, longer each time; what is
/// no news any more is dropped. A message sent twice after a crash replaces itself: its topic is the same.
/// </summary>
internal sealed class SendPushes(
    KernelDb db,
    PushDoor door,
    PushPauses pauses,
    KernelMetrics metrics,
    TimeProvider clock
) : IRecurringJob
{
    /// <summary>Tries before a message is dropped.</summary>
    internal const int MostAttempts = 8;

    private const int BatchSize = 200;
    private const int AtOnce = 8;

    // A turn gives way to the next one: the lease may have gone to another server meanwhile.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(20);

    public async Task Run(JobRun run, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        while (clock.GetElapsedTime(started) < Turn && await Batch(ct) == BatchSize) { }
    }

    /// <summary>One batch; returns how many messages were looked at.</summary>
    private async Task<int> Batch(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db
            .PushMessages.Where(m => m.DueAt <= now)
            .OrderBy(m => m.DueAt)
            .Join(db.PushSubscriptions, m => m.Subscription, s => s.Id, (message, phone) => new { message, phone })
            .Take(BatchSize)
            .ToListAsync(ct);
        if (due.Count == 0)
            return 0;
        var tries = due.Select(d => new Try(d.message, d.phone)).ToList();
        await Parallel.ForEachAsync(
            tries,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (one, stop) => await Send(one, now, stop)
        );
        foreach (var one in tries)
            await Settle(one, ct);
        await db.SaveChangesAsync(ct);
        return due.Count;
    }

    private async Task Send(Try one, DateTimeOffset now, CancellationToken ct)
    {
        if (one.Message.ExpiresAt <= now || pauses.UntilOf(one.Phone.Endpoint) is { } until && until > now)
            return;
        (one.Answer, one.Wait) = await door.Send(one.Phone, one.Message, ct);
        if (one is { Answer: PushAnswer.Later, Wait: { } wait })
            pauses.Set(one.Phone.Endpoint, now + PushPauses.Bounded(wait));
    }

    private async Task Settle(Try one, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (one.Answer)
        {
            case PushAnswer.Gone:
                // Its other messages go with it; they may be in this batch as well.
                await db.PushSubscriptions.Where(s => s.Id == one.Phone.Id).ExecuteDeleteAsync(ct);
                Forget(one.Phone.Id);
                metrics.PushesEnded("gone");
                break;
            case PushAnswer.Taken or PushAnswer.Refused:
                End(one, one.Answer is PushAnswer.Taken ? "sent" : "refused");
                break;
            case PushAnswer.Later when ++one.Message.Attempts >= MostAttempts:
                End(one, "given-up");
                break;
            case null when one.Message.ExpiresAt <= now:
                End(one, "expired");
                break;
            default:
                one.Message.DueAt =
                    pauses.UntilOf(one.Phone.Endpoint) is { } until && until > now
                        ? pauses.Spread(until)
                        : pauses.After(now, one.Message.Attempts);
                break;
        }
    }

    private void End(Try one, string how)
    {
        if (db.Entry(one.Message).State is EntityState.Detached)
            return;
        db.PushMessages.Remove(one.Message);
        metrics.PushesEnded(how);
    }

    private void Forget(Guid phone)
    {
        foreach (var message in db.ChangeTracker.Entries<PushMessage>().Where(e => e.Entity.Subscription == phone))
            message.State = EntityState.Detached;
        foreach (var row in db.ChangeTracker.Entries<PushSubscription>().Where(e => e.Entity.Id == phone))
            row.State = EntityState.Detached;
    }

    private sealed class Try(PushMessage message, PushSubscription phone)
    {
        public PushMessage Message => message;
        public PushSubscription Phone => phone;

        /// <summary>Null while it was not tried.</summary>
        public PushAnswer? Answer { get; set; }
        public TimeSpan? Wait { get; set; }
    }
}
