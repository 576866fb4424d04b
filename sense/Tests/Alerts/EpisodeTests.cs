using Fourfold.Behaviour;
using Fourfold.Geo;
using Fourfold.Sense.Alerts;
using Fourfold.Sense.Picture;
using Fourfold.Testing;
using Fourfold.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Sense.Tests.Alerts;

/// <summary>What findings become, one after the other.</summary>
[Trait("Needs", "Store")]
public sealed class EpisodeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 18, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid RuleId = Sense.Rules.DefaultRules.AisSilence.Value;

    [Fact]
    public async Task Repeats_of_one_vessel_are_one_alert_with_a_count_also_on_another_track()
    {
        await using var box = await FourfoldBox.Start();
        await Take(box, Found(FindingPhase.Raised, "one"));
        await Take(box, Found(FindingPhase.Updated, "one", minutes: 5));
        // After a restart of the cell: another track id, another episode, the same MMSI.
        await Take(box, Found(FindingPhase.Raised, "two", minutes: 9, track: 2));
        var alert = Assert.Single(await Alerts(box));
        Assert.Equal((3, AlertState.New), (alert.Count, alert.State));
        Assert.Equal(Start.AddMinutes(9), alert.LastAt);
        Assert.Equal(TrackOf(2).Value, alert.TrackId);
    }

    [Fact]
    public async Task What_repeats_is_said_to_go_on_since_it_began_anew()
    {
        await using var box = await FourfoldBox.Start();
        await Take(box, Found(FindingPhase.Raised, "one"));
        await Take(box, Found(FindingPhase.Cleared, "one", minutes: 3));
        await Take(box, Found(FindingPhase.Raised, "two", minutes: 9, began: 8));
        await Take(box, Found(FindingPhase.Updated, "two", minutes: 12, began: 8));
        var alert = Assert.Single(await Alerts(box));
        Assert.Equal(Start.AddMinutes(8), alert.StartedAt);
        Assert.Equal(3, alert.Count);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public async Task A_silence_from_before_a_restart_ends_when_the_vessel_is_in_the_picture_again(
        int minutes,
        bool ends
    )
    {
        var now = Start.AddMinutes(20);
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        box.Clock.Advance(now - box.Clock.GetUtcNow());
        await Take(box, Found(FindingPhase.Raised, "one"));
        Show(box, Found(FindingPhase.Raised, "none", 20, track: 2), now.AddMinutes(-minutes));
        await Sweep(box);
        DateTimeOffset? ended = ends ? now.AddMinutes(-minutes) : null;
        Assert.Equal(ended, Assert.Single(await Alerts(box)).EpisodeEndedAt);
    }

    [Fact]
    public async Task A_forgotten_silence_ends_however_many_go_on()
    {
        const int many = 201;
        var now = Start.AddMinutes(20);
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        box.Clock.Advance(now - box.Clock.GetUtcNow());
        for (var i = 1; i <= many; i++)
            await Take(box, Found(FindingPhase.Raised, $"{i}", mmsi: 413_000_000 + i, track: i));
        Show(box, Found(FindingPhase.Raised, "none", 20, mmsi: 413_000_000 + many, track: 2), now.AddMinutes(-3));
        await Sweep(box);
        Assert.Equal(413_000_000 + many, Assert.Single(await Alerts(box), a => a.EpisodeEndedAt is not null).Mmsi);
    }

    [Fact]
    public async Task What_was_dismissed_asks_again_only_after_it_ended()
    {
        await using var box = await FourfoldBox.Start();
        await Take(box, Found(FindingPhase.Raised, "one"));
        await Change(box, alert => alert.Dismiss(1, null, null, Start));
        await Take(box, Found(FindingPhase.Raised, "two", minutes: 5, track: 2));
        Assert.Single(await Alerts(box));
        await Take(box, Found(FindingPhase.Cleared, "two", minutes: 6, track: 2));
        await Take(box, Found(FindingPhase.Raised, "three", minutes: 20, track: 2));
        Assert.Equal([AlertState.Dismissed, AlertState.New], (await Alerts(box)).Select(a => a.State));
    }

    [Fact]
    public async Task Late_data_withdraw_an_alert_and_say_why()
    {
        await using var box = await FourfoldBox.Start();
        await Take(box, Found(FindingPhase.Raised, "one"));
        await Take(box, Found(FindingPhase.Withdrawn, "one", minutes: 3));
        var alert = Assert.Single(await Alerts(box));
        Assert.Equal(AlertState.Withdrawn, alert.State);
        Assert.Equal("silence.duration", alert.CounterReasons.Single().Code);
        Assert.NotNull(alert.EpisodeEndedAt);
    }

    [Fact]
    public async Task Another_vessel_is_another_alert_and_one_without_mmsi_goes_by_its_track()
    {
        await using var box = await FourfoldBox.Start();
        await Take(box, Found(FindingPhase.Raised, "one"));
        await Take(box, Found(FindingPhase.Raised, "two", mmsi: 413_000_002, track: 2));
        await Take(box, Found(FindingPhase.Raised, "three", mmsi: null, track: 3));
        await Take(box, Found(FindingPhase.Raised, "four", mmsi: null, track: 4));
        var alerts = await Alerts(box);
        Assert.Equal(4, alerts.Count);
        Assert.Equal(["2026-000001", "2026-000002", "2026-000003", "2026-000004"], alerts.Select(a => a.Number));
    }

    [Fact]
    public async Task A_rule_that_raises_more_than_anybody_reads_is_recorded_and_asks_nobody()
    {
        await using var box = await FourfoldBox.Start(services =>
            services.Configure<SenseOptions>(o => o.MostAlertsOfARuleAnHour = 2)
        );
        for (var i = 1; i <= 4; i++)
            await Take(box, Found(FindingPhase.Raised, $"{i}", mmsi: 413_000_000 + i, track: i));
        var alerts = await Alerts(box);
        Assert.Equal(
            [AlertState.New, AlertState.New, AlertState.Suppressed, AlertState.Suppressed],
            alerts.Select(a => a.State)
        );
        Assert.Equal("limit.rule-per-hour", alerts[3].SuppressedBy);
        Assert.Equal(2, await Raised(box));
    }

    [Fact]
    public void A_full_queue_drops_updates_first_and_never_waits()
    {
        var queue = new FindingQueue();
        for (var i = 0; i < FindingQueue.Capacity; i++)
            queue.Offer(Found(i == 7 ? FindingPhase.Updated : FindingPhase.Raised, $"{i}"));
        queue.Offer(Found(FindingPhase.Updated, "late update"));
        queue.Offer(Found(FindingPhase.Raised, "takes the place of the update"));
        queue.Offer(Found(FindingPhase.Raised, "one too many"));
        Assert.Equal(3, queue.Dropped);
        Assert.Equal("takes the place of the update", queue.Peek(FindingQueue.Capacity)[^1].Finding.EpisodeKey);
    }

    private static TrackId TrackOf(int number) => new(new Guid(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    private static FoundTrack Found(
        FindingPhase phase,
        string episode,
        int minutes = 0,
        int? mmsi = 413_000_001,
        int track = 1,
        int began = 0
    )
    {
        var at = Start.AddMinutes(minutes);
        var place = Position.FromDegrees(latitude: 20.1, longitude: 110.3);
        var finding = new Finding
        {
            Detector = "ais-silence",
            Rule = new Rule(RuleId, 1, 2, []),
            Phase = phase,
            Subjects = [TrackOf(track)],
            EpisodeKey = episode,
            SubjectKey = $"{RuleId}:{track}",
            Level = 2,
            StartedAt = Start.AddMinutes(began),
            TriggeredAt = at,
            FoundAt = at,
            Position = place,
            Reasons = [new Reason("silence.duration", 400, "s", 360, ">=")],
            Trigger = new RawRef(1, 100, 50),
        };
        var state = new TrackState
        {
            Id = TrackOf(track),
            Slot = track,
            Generation = 1,
            Mmsi = mmsi,
            At = at,
            Position = place,
            FirstObservedAt = Start,
            ReceivedAt = at,
        };
        return new FoundTrack(finding, state);
    }

    /// <summary>Puts a track into the picture that has been there since.</summary>
    private static void Show(FourfoldBox box, FoundTrack found, DateTimeOffset since)
    {
        var picture = box.Services.GetRequiredService<LivePicture>();
        lock (picture.Gate)
        {
            picture.Begin(box.Clock.GetUtcNow());
            picture.Set(found.Track!.Value with { FirstObservedAt = since });
        }
    }

    private static Task<bool> Sweep(FourfoldBox box) =>
        box.Inside(async services =>
        {
            await ActivatorUtilities.CreateInstance<AlertSweeper>(services).Run(null!, CancellationToken.None); // It tells no progress.
            return true;
        });

    private static Task<bool> Take(FourfoldBox box, FoundTrack found) =>
        box.Inside(async services =>
        {
            await services.GetRequiredService<AlertEpisodes>().Take(found, CancellationToken.None);
            return true;
        });

    private static Task<bool> Change(FourfoldBox box, Action<Alert> change) =>
        box.Inside(async services =>
        {
            var db = services.GetRequiredService<SenseDb>();
            change(await db.Alerts.SingleAsync());
            await db.SaveChangesAsync();
            return true;
        });

    private static Task<List<Alert>> Alerts(FourfoldBox box) =>
        box.Inside(services =>
            services.GetRequiredService<SenseDb>().Alerts.AsNoTracking().OrderBy(a => a.Number).ToListAsync()
        );

    private static Task<int> Raised(FourfoldBox box) =>
        box.Inside(services =>
            services.GetRequiredService<SenseDb>().Outbox.CountAsync(m => m.Event == "sense.alert-raised")
        );
}
