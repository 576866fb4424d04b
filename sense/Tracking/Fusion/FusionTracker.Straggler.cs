namespace Fourfold.Tracking.Fusion;

/// <summary>
/// Plots that come after their sector was worked on: each goes to the track that gave none in that turn and was most
/// probably there, where it belongs in time; none begins a track.
/// </summary>
public sealed partial class FusionTracker
{
    /// <summary>Who may have been at a place is carried back to within so much of it, for each second it may have turned more, metres.</summary>
    private const double StragglerMetres = 400;
    private const double StragglerMetresPerSecond = 10;

    /// <summary>A straggler is given to a track only when it is that track's with this probability at least.</summary>
    private const double StragglerAt = 0.5;
    private readonly Meeting.Look straggler = new();

    /// <summary>Of <see cref="Late"/>, those that were given to their track.</summary>
    public long Recovered { get; private set; }

    private void TakeStraggler(int radar)
    {
        var station = stations[radar];
        batch[0] = station.Plots.Last;
        ref var plot = ref station.Plots[batch[0]];
        var turn = (int)Math.Floor(plot.Turns);
        station.Locate(ref plot);
        plot.Clutter = station.Clutter.Rate(plot.East, plot.North, plot.Range, turn);
        grid.Begin(1);
        grid.Add(0, plot.X, plot.Y);
        GatherBeside(station, radar, plot, turn);
        Pair(station, plotCount: 1);
        association.Solve();
        for (var i = 0; i < candidateCount; i++)
        {
            if (association.Miss[i] >= 1 - StragglerAt)
            {
                continue;
            }

            if (tracks[candidates[i].Slot].Meeting is { } meeting)
            {
                WeighWays(meeting, station, candidates[i], plot);
            }
            else
            {
                CorrectLate(station, i);
            }

            GiveBack(station, radar, i, turn);
            break;
        }

        station.Plots.DropLast();
    }

    /// <summary>The believed tracks that may have given a plot in a turn of the past and did not.</summary>
    private void GatherBeside(RadarStation station, int radar, in WaitingPlot plot, int turn)
    {
        candidateCount = 0;
        var reach = StragglerMetres + StragglerMetresPerSecond * Math.Max(0, now - plot.Time);
        foreach (var slot in Near(plot.X, plot.Y, reach, plot.Time))
        {
            ref readonly var track = ref tracks[slot];
            if (
                track is { IsAlive: true, IsConfirmed: true }
                && track.Born <= plot.Time
                && passes[radar][slot].MissedIn(turn)
                && foreseen.IsNear(slot, plot.Time, plot.X, plot.Y, reach)
            )
            {
                Foretell(ref NextCandidate(), station, slot, plot.Time, plot.Range, plot.Azimuth);
            }
        }
    }

    private void CorrectLate(RadarStation station, int index)
    {
        ref var candidate = ref candidates[index];
        var measured = reach > 0 ? MeasuredBy(station, candidate, index) : default;
        CorrectWithAll(station, ref candidate, index);
        Settle(ref candidate, ref tracks[candidate.Slot], measured);
    }

    /// <summary>Each way of a meeting says for itself whose the plot is; that others gave none is no longer asked.</summary>
    private void WeighWays(Meeting meeting, RadarStation station, in Candidate candidate, in WaitingPlot plot)
    {
        straggler.Clear();
        for (var member = 0; member < meeting.Members; member++)
        {
            straggler.Seen |= 1 << member;
            straggler.Glances[member] = new Meeting.Glance
            {
                Time = plot.Time,
                Seeing = station.Detection * tracks[meeting.Slots[member]].Detection,
                Range = plot.Range,
                Azimuth = plot.Azimuth,
            };
        }

        straggler.Add(
            new Meeting.Echo
            {
                X = plot.X,
                Y = plot.Y,
                Spread = plot.Spread + candidate.Untimely,
                Foreign = Math.Max(LeastForeign, plot.Clutter + BirthRateOf(station)),
            }
        );
        ways.Step(meeting, straggler, station.Sensor, MostWaysNow());
        Follow(meeting);
    }

    /// <summary>What was charged for the miss is given back.</summary>
    private void GiveBack(RadarStation station, int radar, int index, int turn)
    {
        ref readonly var candidate = ref candidates[index];
        ref var track = ref tracks[candidate.Slot];
        var (best, miss) = (association.Best[index], association.Miss[index]);
        passes[radar][candidate.Slot].Note(turn, isHit: true);
        track.HitRate += HitRateGain * (1 - miss) * ShareOfUsual(station);
        track.Existence = Math.Min(MostExistenceAt(station, candidate, best), 1 - miss + miss * track.Existence);
        track.Visibility = Math.Max(track.Visibility, (1 - miss) * SeenVisibility);
        track.RadarHits++;
        NoteSeen(ref track, candidate.Time, station.Delay);
        NoteEcho(station, radar, candidate.Slot, best);
        track.NoteLength(station.Plots[batch[0]].Length);
        Recovered++;
    }
}
