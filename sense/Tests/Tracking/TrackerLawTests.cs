using CsCheck;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking;

public abstract class TrackerLawTests(Func<TrackIdSource, TrackerOptions, ITracker> make)
{
    [Fact]
    public void The_same_input_gives_the_same_output() =>
        Gen.Select(Gen.Int[0, 30], Gen.Double[0, 60_000], Gen.Double[-5, 1_200], Gen.Double[0, 40])
            .Array[0, 200]
            .Sample(script => Assert.Equal(Played(script), Played(script)), iter: 30);

    [Fact]
    public void Whatever_comes_slots_stay_unique_and_counts_add_up() =>
        Gen.Select(Gen.Int[0, 30], Gen.Double[0, 60_000], Gen.Double[-5, 1_200], Gen.Double[0, 40])
            .Array[0, 300]
            .Sample(
                script =>
                {
                    var sea = new Sea(make, new TrackerOptions { MaximumTracks = 12 });
                    var alive = new Dictionary<int, TrackId>();
                    foreach (var (ship, east, ago, wait) in script)
                    {
                        sea.Hear(sea.Report(412000000 + ship, east: east, ago: ago));
                        Follow(alive, sea.Wait(wait));
                    }

                    Assert.Equal(
                        sea.Tracks().Select(t => (t.Slot, t.Id)),
                        alive.OrderBy(p => p.Key).Select(p => (p.Key, p.Value))
                    );
                    var counters = sea.Tracker.Counters;
                    var ended = Enum.GetValues<TrackEndReason>().Sum(counters.Ended);
                    Assert.Equal(counters.Births, counters.Tracks + ended);
                    Assert.InRange(counters.Tracks, 0, 12);
                },
                iter: 30
            );

    [Fact]
    public void Once_warm_no_observation_allocates()
    {
        var sea = new Sea(make);
        var ships = Enumerable.Range(0, 500).Select(i => sea.Report(412000000 + i, east: i * 100)).ToArray();
        void Round()
        {
            for (var i = 0; i < ships.Length; i++)
            {
                ships[i] = ships[i] with { ObservedAt = sea.Now, ReceivedAt = sea.Now, Speed = ships[i].Speed + 1e-6 };
            }

            sea.Hear(ships);
            sea.Wait(2);
        }

        for (var i = 0; i < 20; i++)
        {
            Round();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Round();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(500, sea.Tracks().Length);
    }

    [Fact]
    public void Twenty_thousand_ships_at_two_thousand_reports_a_second_keep_one_track_each()
    {
        const int fleet = 20_000;
        var sea = new Sea(make);
        var ships = new Observation[fleet];
        for (var i = 0; i < fleet; i++)
        {
            ships[i] = sea.Report(200_000_000 + i, east: i % 200 * 500, north: i / 200 * 500);
        }

        sea.Hear(ships);
        sea.Wait(0.1);
        for (var tick = 0; tick < 300; tick++)
        {
            for (var i = 0; i < 200; i++)
            {
                ref var ship = ref ships[(tick * 200 + i) % fleet];
                ship = ship with
                {
                    ObservedAt = sea.Now,
                    ReceivedAt = sea.Now,
                    TransmissionHash = (ulong)(tick * 200 + i + 1),
                };
                sea.Hear(ship);
            }

            sea.Wait(0.1);
        }

        Assert.Equal(fleet, sea.Tracker.Counters.Tracks);
    }

    private static void Follow(Dictionary<int, TrackId> alive, TrackChanges changes)
    {
        foreach (var death in changes.Deaths)
        {
            Assert.True(alive.Remove(death.Last.Slot, out var id) && id == death.Last.Id);
        }

        foreach (var birth in changes.Births)
        {
            Assert.True(alive.TryAdd(birth.Slot, birth.Id));
        }

        foreach (var change in changes.Changes)
        {
            Assert.Equal(change.Id, alive[change.Slot]);
        }
    }

    private List<string> Played((int Ship, double East, double Ago, double Wait)[] script)
    {
        var sea = new Sea(make, new TrackerOptions { MaximumTracks = 12 });
        var lines = new List<string>();
        foreach (var (ship, east, ago, wait) in script)
        {
            sea.Hear(sea.Report(412000000 + ship, east: east, ago: ago));
            var changes = sea.Wait(wait);
            lines.AddRange(changes.Deaths.ToArray().Select(d => d.ToString()));
            lines.AddRange(changes.Births.ToArray().Select(b => b.ToString()));
            lines.AddRange(changes.Changes.ToArray().Select(c => c.ToString()));
            lines.AddRange(changes.Fixes.ToArray().Select(f => f.ToString()));
        }

        return lines;
    }
}
