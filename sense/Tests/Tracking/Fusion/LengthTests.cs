using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>How long a vessel is, where its radar measures that.</summary>
public sealed class LengthTests
{
    private readonly SystemTrack[] room = new SystemTrack[1000];

    [Fact]
    public void A_track_is_as_long_as_its_plots_say_on_the_whole()
    {
        var strait = new Strait(51) { Clutter = 0 }
            .Add(-3000, 2000, 8, 1)
            .Add(2000, 6000, -6, 2);
        var random = new Random(51);
        var tracker = New(strait);
        foreach (var m in strait.Run(150).Where(m => m.Radar == 0))
        {
            // It is measured to 10 m, and one plot in five says nothing.
            var length = random.Next(5) == 0 ? double.NaN : LengthAt(strait, m) + 20 * (random.NextDouble() - 0.5);
            tracker.AddPlot(0, m.Time, m.Arrival, m.Range, m.Azimuth, length: length);
        }

        var shown = Shown(tracker, 148);
        Assert.Equal(2, shown.Count);
        Assert.InRange(Of(strait, shown, 0, 148).LengthMetres!.Value, 10, 20);
        Assert.InRange(Of(strait, shown, 1, 148).LengthMetres!.Value, 55, 65);
    }

    [Fact]
    public void Nothing_is_said_of_a_length_that_no_radar_measures()
    {
        var strait = new Strait(52).Add(-3000, 2000, 8, 1);
        var tracker = New(strait);
        strait.Run(60).Where(m => m.Radar == 0).ToList().ForEach(m => Strait.Feed(tracker, m));
        Assert.Null(Assert.Single(Shown(tracker, 58)).LengthMetres);
        tracker.AddRadarTrack(0, 1, 60, 60.2, Strait.Here, null, null, length: 42);
        Assert.Equal(42, Assert.Single(Shown(tracker, 60.2), t => t.LengthMetres is not null).LengthMetres);
    }

    // Two come out of a gap of four minutes, and by where they are and how they move either may be the other.
    [Theory]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(63)]
    public void Of_two_that_were_hidden_each_takes_its_id_back_by_its_length(int seed)
    {
        var strait = new Strait(seed) { Clutter = 0 }
            .Add(-3000, 2000, 8, 0)
            .Add(-3000, 2600, 8, 0);
        var measured = strait.Run(420).Where(m => m.Radar == 0 && m.Time is < 100 or > 340).ToList();
        Assert.Equal([true, true], KeptIds(strait, measured, m => LengthAt(strait, m)));
        Assert.NotEqual([true, true], KeptIds(strait, measured, _ => double.NaN));
    }

    private bool[] KeptIds(Strait strait, List<Strait.Measured> measured, Func<Strait.Measured, double> length)
    {
        var tracker = New(strait);
        List<SystemTrack> before = [];
        foreach (var m in measured)
        {
            if (before.Count == 0 && m.Time > 100)
            {
                before = Shown(tracker, 98);
            }

            tracker.AddPlot(0, m.Time, m.Arrival, m.Range, m.Azimuth, length: length(m));
        }

        var after = Shown(tracker, 418);
        return [.. new[] { 0, 1 }.Select(v => Of(strait, before, v, 98).Id == Of(strait, after, v, 418).Id)];
    }

    private static double LengthAt(Strait strait, in Strait.Measured m) => Nearest(strait, m) == 0 ? 15 : 60;

    private static int Nearest(Strait strait, in Strait.Measured m)
    {
        var at = strait.Radars[0].Position.Destination(m.Azimuth, m.Range);
        return at.DistanceTo(strait.At(0, m.Time)) < at.DistanceTo(strait.At(1, m.Time)) ? 0 : 1;
    }

    private static SystemTrack Of(Strait strait, List<SystemTrack> shown, int vessel, double time) =>
        shown.MinBy(t => t.Position.DistanceTo(strait.At(vessel, time)));

    private static FusionTracker New(Strait strait) => new(Strait.Here, strait.Radars[..1]);

    private List<SystemTrack> Shown(FusionTracker tracker, double time)
    {
        tracker.Advance(time);
        return [.. room.Take(tracker.CopyTracks(time, room))];
    }
}
