using Fourfold.Geo;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>
/// Two boats that are one echo at first, of which one has said once by AIS who and where it is: the one track they have
/// goes off with the other, and who said so is found anew.
/// </summary>
public sealed class PartingTests
{
    private const int Mmsi = 413000001;
    private const double Turn = 2.5;

    private readonly RadarSensor radar = new() { Position = Strait.Here };
    private readonly SystemTrack[] room = new SystemTrack[100];

    // 8 km off in the northeast, going apart across the beam at 3 m/s together.
    private static LocalPoint Speaker(double time) => new(5657 - 0.5 * time, 5657 + 1.5 * time);

    private static LocalPoint Silent(double time) => new(5657 + 25 + 0.8 * time, 5657 - 25 - 0.7 * time);

    [Fact]
    public void The_last_report_says_who_is_who_when_a_second_track_is_believed()
    {
        var tracker = new FusionTracker(Strait.Here, [radar]);
        var first = Part(tracker, until: 75, reports: [12]);
        AssertApart(tracker, 75, first);
    }

    /// <summary>Both radar echoes from a time on, before it that of the silent one, and in the first 20 s the speaker's.</summary>
    /// <returns>The id of the track while there was but one.</returns>
    private long Part(FusionTracker tracker, double until, double[] reports)
    {
        var plane = new LocalFrame(Strait.Here);
        var (spoken, first) = (0, 0L);
        for (var turn = 0; turn * Turn < until; turn++)
        {
            var time = turn * Turn + 0.125 * Turn;
            if (time <= 20 || time > 42)
            {
                Add(tracker, Speaker(time), time);
            }

            if (time > 20)
            {
                Add(tracker, Silent(time), time);
            }

            for (; spoken < reports.Length && reports[spoken] < time; spoken++)
            {
                var (at, after) = (Speaker(reports[spoken]), Speaker(reports[spoken] + 1));
                var way = after - at;
                tracker.AddAis(
                    new AisFix(Mmsi, reports[spoken], plane.ToPosition(at), way.Length, way.Bearing, IsClassB: true),
                    time + 0.3
                );
            }

            if (time < 20)
            {
                first = Shown(tracker, time + 1).Select(track => track.Id).FirstOrDefault(first);
            }
        }

        return first;
    }

    private void AssertApart(FusionTracker tracker, double time, long first)
    {
        var plane = new LocalFrame(Strait.Here);
        var tracks = Shown(tracker, time);
        Assert.Equal(2, tracks.Count);
        var speaker = tracks.MinBy(track => track.Position.DistanceTo(plane.ToPosition(Speaker(time))));
        Assert.Equal((first, Mmsi), (speaker.Id, speaker.Mmsi));
        Assert.Single(tracks, track => track.Id != first && track.Mmsi == 0);
    }

    private static void Add(FusionTracker tracker, LocalPoint at, double time) =>
        tracker.AddPlot(0, time, time + 0.2, at.Length, Angle.Wrap(at.Bearing));

    private List<SystemTrack> Shown(FusionTracker tracker, double time)
    {
        tracker.Advance(time);
        return [.. room.Take(tracker.CopyTracks(time, room))];
    }
}
