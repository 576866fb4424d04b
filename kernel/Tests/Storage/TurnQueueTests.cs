using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Fourfold.Kernel.Tests.Storage;

/// <summary>Who would wait too long for a turn is told so at once.</summary>
public sealed class TurnQueueTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task What_the_next_one_would_wait_is_those_before_it_by_what_a_turn_takes()
    {
        var clock = new FakeTimeProvider();
        var queue = new TurnQueue(atOnce: 1, clock);
        Assert.Equal(TimeSpan.Zero, queue.Expected);
        Assert.True(queue.Wait(Long));
        var waiting = Enumerable
            .Range(0, 200)
            .Select(_ => queue.WaitAsync(Long, TestContext.Current.CancellationToken))
            .ToList();
        for (var n = 0; n < 100; n++)
        {
            clock.Advance(TimeSpan.FromSeconds(0.5));
            queue.Leave();
            Assert.True(await waiting[n]);
        }
        await Eventually(() => queue.Expected.TotalSeconds is > 49 and < 51);
        Assert.True(queue.Expected > TurnQueue.Crowded);

        for (var n = 100; n < 200; n++)
        {
            queue.Leave();
            Assert.True(await waiting[n]);
        }
        queue.Leave();
        await Eventually(() => queue.Expected == TimeSpan.Zero);
    }

    [Fact]
    public async Task What_passed_while_nobody_waited_is_no_turn()
    {
        var clock = new FakeTimeProvider();
        var queue = new TurnQueue(atOnce: 1, clock);
        for (var n = 0; n < 3; n++)
        {
            Assert.True(queue.Wait(Long));
            clock.Advance(TimeSpan.FromHours(1));
            queue.Leave();
        }
        Assert.True(queue.Wait(Long));
        var next = queue.WaitAsync(Long, TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.Zero, queue.Expected);
        queue.Leave();
        Assert.True(await next);
    }

    [Fact]
    public async Task Who_gives_up_is_not_counted_any_more()
    {
        var queue = new TurnQueue(atOnce: 1, new FakeTimeProvider());
        Assert.True(queue.Wait(Long));
        Assert.False(queue.Wait(TimeSpan.FromMilliseconds(1)));
        using var patience = new CancellationTokenSource();
        var waiting = queue.WaitAsync(Long, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(TimeSpan.Zero, queue.Expected);
    }

    [Fact]
    public async Task A_crowded_store_refuses_a_newcomer_and_keeps_those_who_wait()
    {
        var (store, first) = (Guid.NewGuid().ToString(), new TransactionTurn());
        first.Begin(store, atOnce: 1, () => 0);
        TransactionTurn.RefuseIfCrowded(store);
        var others = Enumerable.Range(0, 1_000).Select(_ => new TransactionTurn()).ToList();
        var begun = others
            .Select(turn => turn.BeginAsync(store, 1, () => Task.FromResult(0), TestContext.Current.CancellationToken))
            .ToList();
        first.Leave();
        for (var n = 0; n < 60; n++)
        {
            await begun[n];
            await Task.Delay(TimeSpan.FromMilliseconds(40), TestContext.Current.CancellationToken);
            others[n].Leave();
        }
        var busy = Assert.Throws<Refused>(() => TransactionTurn.RefuseIfCrowded(store));
        Assert.Equal(("store.busy", 503), (busy.Code, busy.Status));
        for (var n = 60; n < others.Count; n++)
        {
            await begun[n];
            others[n].Leave();
        }
        await Eventually(() =>
        {
            TransactionTurn.RefuseIfCrowded(store);
            return true;
        });
    }

    // Who waited leaves the count a moment after its turn has begun.
    private static async Task Eventually(Func<bool> holds)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                if (holds())
                    return;
            }
            catch (Refused) { }
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.Fail("did not come to hold");
    }
}
