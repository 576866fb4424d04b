using System.Data.Common;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Storage;

/// <summary>The embedded store has one writer at a time; the others wait in the order they came.</summary>
[Trait("Needs", "Store")]
public sealed class WritersTests : IAsyncLifetime
{
    private const int Writers = 200;
    private FourfoldBox box = null!; // Set before each test.

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TestStore.IsPostgres, "PostgreSQL lets many write at once");
        box = await FourfoldBox.Start(services => services.RunNoLoops());
    }

    public async ValueTask DisposeAsync()
    {
        if (box is not null)
            await box.DisposeAsync();
    }

    [Fact]
    public async Task Many_at_once_write_in_the_order_they_came()
    {
        await using var first = box.Services.CreateAsyncScope();
        await using var held = await Begin(first);
        var order = new List<int>();
        var waiting = Enumerable
            .Range(0, Writers)
            .Select(async n =>
            {
                await using var scope = box.Services.CreateAsyncScope();
                await using var own = await Begin(scope);
                order.Add(n);
                await own.CommitAsync(TestContext.Current.CancellationToken);
            })
            .ToList();
        Assert.Empty(order);
        await held.CommitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(waiting).WaitAsync(FourfoldBox.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, Writers), order);
    }

    [Fact]
    public async Task One_that_ends_without_a_word_or_is_rolled_back_lets_the_next_one_write()
    {
        for (var n = 0; n < 3; n++)
        {
            await using (var left = box.Services.CreateAsyncScope())
                await Begin(left);
            await using (var back = box.Services.CreateAsyncScope())
                await (await Begin(back)).RollbackAsync(TestContext.Current.CancellationToken);
        }
        await using var next = box.Services.CreateAsyncScope();
        await using var own = await Begin(next)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await own.CommitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_turn()
    {
        await using (var first = box.Services.CreateAsyncScope())
        await using (var held = await Begin(first))
        {
            await using var second = box.Services.CreateAsyncScope();
            using var patience = new CancellationTokenSource();
            var waiting = Begin(second, patience.Token);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            await held.CommitAsync(TestContext.Current.CancellationToken);
        }
        await using var third = box.Services.CreateAsyncScope();
        await using var own = await Begin(third)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await own.CommitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_statement_that_failed_runs_again_on_the_connection_that_stays_open()
    {
        await using (var first = box.Services.CreateAsyncScope())
        {
            Assert.Equal(1, await Put(first, "2031-01-01"));
            await Assert.ThrowsAnyAsync<DbException>(() => Put(first, "2031-01-01"));
            Assert.Equal(1, await Put(first, "2031-01-02"));
        }
        await using var second = box.Services.CreateAsyncScope();
        await Assert.ThrowsAnyAsync<DbException>(() => Put(second, "2031-01-02"));
        Assert.Equal(1, await Put(second, "2031-01-03"));
    }

    [Fact]
    public async Task What_one_left_in_its_transaction_is_not_there_for_the_next_on_its_connection()
    {
        await using (var left = box.Services.CreateAsyncScope())
        {
            await Begin(left);
            Assert.Equal(1, await Put(left, "2032-01-01"));
        }
        await using var next = box.Services.CreateAsyncScope();
        Assert.Equal(1, await Put(next, "2032-01-01"));
    }

    private static Task<int> Put(AsyncServiceScope scope, string date) =>
        scope
            .ServiceProvider.GetRequiredService<KernelDb>()
            .Database.ExecuteSqlRawAsync(
                """insert into "kernel_calendar_days" ("calendar", "date", "working") values ({0}, {1}, 1)""",
                ["test", date],
                TestContext.Current.CancellationToken
            );

    private static Task<IDbContextTransaction> Begin(AsyncServiceScope scope, CancellationToken? ct = null) =>
        scope
            .ServiceProvider.GetRequiredService<KernelDb>()
            .Database.BeginTransactionAsync(ct ?? TestContext.Current.CancellationToken);
}
