using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Outbox;
using Fourfold.Server;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Jobs;

/// <summary>A machine whose clock was a year ahead and has been set right: what it wrote then must not stop the work now.</summary>
[Trait("Needs", "Store")]
public sealed class ClockTests
{
    private static readonly DateTimeOffset Ahead = new(2027, 3, 18, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Jobs_run_though_lease_and_schedule_were_written_by_a_clock_since_set_back()
    {
        var turns = new Turns();
        var options = await TestStore.Fresh(Directory.CreateTempSubdirectory("fourfold-box-").FullName);
        await using (var app = await FourfoldServer.Build(options))
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
            db.Schedules.Add(new Schedule { Name = "test-turns", DueAt = Ahead });
            db.Leases.Add(
                new Lease
                {
                    Name = "scheduler",
                    Holder = "a server that stopped",
                    Fence = 5,
                    ExpiresAt = Ahead,
                }
            );
            await db.SaveChangesAsync();
        }
        await using var box = await FourfoldBox.On(
            options,
            services =>
            {
                services.AddSingleton(turns);
                services.RunEvery<CountTurns>("test-turns", TimeSpan.FromMinutes(10));
            }
        );
        await FourfoldBox.Eventually(
            "the lease is taken",
            () => box.Inside(s => s.GetRequiredService<KernelDb>().Leases.AsNoTracking().SingleAsync()),
            lease => lease.Fence == 6
        );
        await box.AdvanceUntil("a turn", TimeSpan.FromMinutes(10), () => Task.FromResult(turns.Count == 1));
    }

    [Fact]
    public async Task An_event_put_off_by_a_clock_since_set_back_is_delivered()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        var id = await box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            db.Publish(new Happened());
            var message = db.Outbox.Local.Single();
            (message.Attempts, message.DueAt) = (3, Ahead);
            await db.SaveChangesAsync();
            return message.Id;
        });
        await FourfoldBox.Eventually(
            "delivered",
            () => box.Inside(s => s.GetRequiredService<KernelDb>().Outbox.AsNoTracking().SingleAsync(m => m.Id == id)),
            message => message.State == OutboxState.Done
        );
    }

    private sealed record Happened : IEvent
    {
        public static string Name => "test.happened";
        public static int SchemaVersion => 1;
        public string OrderingKey => "a";
    }

    private sealed class Turns
    {
        public int Count;
    }

    private sealed class CountTurns(Turns turns) : IRecurringJob
    {
        public Task Run(JobRun run, CancellationToken ct)
        {
            Interlocked.Increment(ref turns.Count);
            return Task.CompletedTask;
        }
    }
}
