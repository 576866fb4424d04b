using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Storage;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Jobs;

[Trait("Needs", "Store")]
public sealed class JobTests
{
    private static readonly TestActor Administrator = new(Roles.Administrator, Purpose: Purposes.Administration);

    [Fact]
    public async Task A_recurring_job_runs_once_in_each_period_of_the_clock()
    {
        var turns = new Turns();
        await using var box = await FourfoldBox.Start(services =>
        {
            services.AddSingleton(turns);
            services.RunEvery<CountTurns>("test-turns", TimeSpan.FromMinutes(10));
        });
        await FourfoldBox.Eventually("first turn", () => Task.FromResult(turns.Count), n => n == 1);
        box.Clock.Advance(TimeSpan.FromMinutes(5));
        await box.Settle();
        Assert.Equal(1, turns.Count);
        await box.AdvanceUntil("second turn", TimeSpan.FromMinutes(5), () => Task.FromResult(turns.Count == 2));
        await FourfoldBox.Eventually(
            "the schedule is written down",
            () => box.Inside(s => s.GetRequiredService<KernelDb>().Schedules.CountAsync(x => x.Name == "test-turns")),
            n => n == 1
        );
        using var client = box.As(Administrator);
        var shown = (await (await client.GetAsync("/api/v1/jobs/recurring")).Body()).EnumerateArray();
        var progress = shown.Single(j => j.GetProperty("name").GetString() == "test-turns").GetProperty("progress");
        Assert.Equal((2, 3), (progress.GetProperty("done").GetInt32(), progress.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task A_job_tells_its_progress_and_ends()
    {
        await using var box = await FourfoldBox.Start(services => services.OfferJob<CountTo, Goal>("test-count"));
        var id = await Start(box, new Goal(4, 0));
        using var client = box.As(Administrator);
        var job = await FourfoldBox.Eventually(
            "done",
            async () => await (await client.GetAsync($"/api/v1/jobs/{id}")).Body(),
            j => j.GetProperty("state").GetString() == "done"
        );
        Assert.Equal(4, job.GetProperty("progress").GetProperty("done").GetInt32());
        var list = (await (await client.GetAsync("/api/v1/jobs")).Body()).GetProperty("items");
        Assert.Equal(id.ToString(), list[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_running_job_is_cancelled_by_a_person()
    {
        await using var box = await FourfoldBox.Start(services => services.OfferJob<CountTo, Goal>("test-count"));
        var id = await Start(box, new Goal(1_000_000, 5));
        using var client = box.As(Administrator);
        await FourfoldBox.Eventually(
            "running",
            async () => await (await client.GetAsync($"/api/v1/jobs/{id}")).Body(),
            j => j.GetProperty("state").GetString() == "running"
        );
        await (await client.PostAsJsonAsync($"/api/v1/jobs/{id}/cancel", new { })).Body();
        await FourfoldBox.Eventually(
            "cancelled",
            async () => await (await client.GetAsync($"/api/v1/jobs/{id}")).Body(),
            j => j.GetProperty("state").GetString() == "cancelled"
        );
        Assert.Equal(
            "job.already-ended",
            await (await client.PostAsJsonAsync($"/api/v1/jobs/{id}/cancel", new { })).Problem(409)
        );
    }

    [Fact]
    public async Task One_that_tells_how_far_it_is_all_the_time_is_cancelled_at_the_first_asking()
    {
        await using var box = await FourfoldBox.Start(services => services.OfferJob<Restless, Goal>("test-restless"));
        using var client = box.As(Administrator);
        for (var turn = 0; turn < 3; turn++)
        {
            var id = await box.Inside(services =>
                services.GetRequiredService<IJobs>().Start("test-restless", new Goal(0, 0), default)
            );
            await FourfoldBox.Eventually(
                "telling",
                async () => await (await client.GetAsync($"/api/v1/jobs/{id}")).Body(),
                j => j.GetProperty("revision").GetInt32() > 5
            );
            await (await client.PostAsJsonAsync($"/api/v1/jobs/{id}/cancel", new { })).Body();
            await FourfoldBox.Eventually(
                "cancelled",
                async () => await (await client.GetAsync($"/api/v1/jobs/{id}")).Body(),
                j => j.GetProperty("state").GetString() == "cancelled"
            );
        }
    }

    [Fact]
    public async Task One_that_waits_is_cancelled_before_it_begins()
    {
        await using var box = await FourfoldBox.Start(services =>
        {
            services.OfferJob<CountTo, Goal>("test-count");
            services.RunNoLoops();
        });
        var id = await Start(box, new Goal(1, 0));
        using var client = box.As(Administrator);
        var job = await (await client.PostAsJsonAsync($"/api/v1/jobs/{id}/cancel", new { })).Body();
        Assert.Equal("cancelled", job.GetProperty("state").GetString());
        Assert.Equal(box.Clock.GetUtcNow(), job.GetProperty("endedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_job_that_fails_says_how()
    {
        await using var box = await FourfoldBox.Start(services => services.OfferJob<CountTo, Goal>("test-count"));
        var id = await Start(box, new Goal(-1, 0));
        using var client = box.As(Administrator);
        var job = await FourfoldBox.Eventually(
            "failed",
            async () => await (await client.GetAsync($"/api/v1/jobs/{id}")).Body(),
            j => j.GetProperty("state").GetString() == "failed"
        );
        Assert.Contains("cannot count", job.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_dead_server_left_running_is_done_by_the_next_holder_of_the_lease()
    {
        await using var box = await FourfoldBox.Start(services => services.OfferJob<CountTo, Goal>("test-count"));
        await HasLease(box);
        var (tiring, fresh) = await box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            var lease = await db.Leases.SingleAsync();
            (lease.Holder, lease.Fence) = ("a server that died", lease.Fence + 1);
            lease.ExpiresAt = db.Clock.GetUtcNow() + SchedulerLease.Life;
            var left = (LeftRunning(db, lease.Fence, attempts: 3), LeftRunning(db, lease.Fence, attempts: 1));
            await db.SaveChangesAsync();
            return left;
        });

        // Until the dead one's lease has run out, nobody touches what it left.
        box.Clock.Advance(SchedulerLease.Life / 2);
        await box.Settle();
        Assert.Equal(JobState.Running, (await Read(box, fresh)).State);
        await box.AdvanceUntil(
            "taken over",
            SchedulerLease.Life / 2,
            async () => (await Read(box, fresh)).State == JobState.Done
        );

        Assert.Equal(2, (await Read(box, fresh)).Attempts);
        var tired = await Read(box, tiring);
        Assert.Equal((JobState.Failed, "job.interrupted"), (tired.State, tired.Error));
    }

    [Fact]
    public async Task Two_servers_on_one_store_share_one_lease_and_the_fence_grows_with_each_change()
    {
        await using var box = await FourfoldBox.Start();
        var scopes = box.Services.GetRequiredService<IServiceScopeFactory>();
        // The box's own scheduler holds it first; both of these wait for its end.
        var one = new SchedulerLease(scopes, box.Clock);
        var two = new SchedulerLease(scopes, box.Clock);
        await HasLease(box);
        Assert.Null(await one.Hold(default));
        await box.Inside(s =>
            s.GetRequiredService<KernelDb>()
                .Leases.ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, box.Clock.GetUtcNow()))
        );
        var first = await one.Hold(default);
        Assert.NotNull(first);
        Assert.Null(await two.Hold(default));
        await one.Release();
        Assert.True(await two.Hold(default) > first);
    }

    private static Task<int> HasLease(FourfoldBox box) =>
        FourfoldBox.Eventually(
            "the box's scheduler has the lease",
            () => box.Inside(s => s.GetRequiredService<KernelDb>().Leases.CountAsync()),
            n => n == 1
        );

    private static Task<Job> Read(FourfoldBox box, JobId id) =>
        box.Inside(s => s.GetRequiredService<KernelDb>().Jobs.AsNoTracking().SingleAsync(j => j.Id == id));

    private static JobId LeftRunning(KernelDb db, long fence, int attempts)
    {
        var job = new Job
        {
            Id = Ids.New<JobId>(db.Clock),
            Kind = "test-count",
            Argument = JsonSerializer.Serialize(new Goal(1, 0), StoredJson.Options),
            State = JobState.Running,
            Attempts = attempts,
            Fence = fence,
            AskedAt = db.Clock.GetUtcNow(),
            AskedBy = null,
            CorrelationId = "",
        };
        db.Jobs.Add(job);
        return job.Id;
    }

    private static Task<JobId> Start(FourfoldBox box, Goal goal) =>
        box.Inside(services => services.GetRequiredService<IJobs>().Start("test-count", goal, default));

    private sealed class Turns
    {
        public int Count;
    }

    private sealed class CountTurns(Turns turns) : IRecurringJob
    {
        public Task Run(JobRun run, CancellationToken ct)
        {
            Interlocked.Increment(ref turns.Count);
            return run.Report(2, 3);
        }
    }

    private sealed record Goal(int Number, int MillisecondsEach);

    /// <summary>Writes its progress at every step until it is cancelled: what is all done is always written.</summary>
    private sealed class Restless : IJob<Goal>
    {
        public async Task Run(Goal argument, JobRun run, CancellationToken ct)
        {
            while (!ct.IsCancellationRequested)
                await run.Report(1, 1);
        }
    }

    private sealed class CountTo : IJob<Goal>
    {
        public async Task Run(Goal argument, JobRun run, CancellationToken ct)
        {
            if (argument.Number < 0)
                throw new InvalidOperationException("cannot count to less than nothing");
            for (var i = 1; i <= argument.Number; i++)
            {
                await Task.Delay(argument.MillisecondsEach, ct);
                await run.Report(i, argument.Number);
            }
        }
    }
}
