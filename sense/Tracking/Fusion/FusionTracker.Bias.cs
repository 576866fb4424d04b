namespace Fourfold.Tracking.Fusion;

/// <summary>What those who say where they are tell of a radar's errors.</summary>
public sealed partial class FusionTracker
{
    private void LearnBias(RadarStation station, in Candidate candidate, in FusionTrack track, in WaitingPlot plot)
    {
        if (!TrySaid(candidate, track, out var said))
        {
            return;
        }

        var dt = candidate.Time - said.Time;
        var (range, azimuth) = station.See(said.X + dt * said.U, said.Y + dt * said.V);
        var variance = AisVariance + Square(0.35 * dt);
        var sensor = station.Sensor;
        var (sin, cos) = Math.SinCos(azimuth);
        station.Registration.Learn(
            plot.Range - range,
            Square(sensor.RangeDeviation) + variance,
            plot.Azimuth - azimuth,
            Square(sensor.AzimuthDeviation) + variance / (range * range),
            station.Turn,
            said.U * sin + said.V * cos,
            (said.U * cos - said.V * sin) / range
        );
    }

    // What its transponder last said, when that is fresh enough to tell where the beam should have seen it.
    private bool TrySaid(in Candidate candidate, in FusionTrack track, out Past.Said said)
    {
        said = new Past.Said(track.LastFit, track.AisX, track.AisY, track.AisU, track.AisV);
        if (candidate.IsRewound && past.TrySaid(candidate.Slot, candidate.Time, out var then))
        {
            said = then;
        }

        return track.HasIdentity
            && !track.IsOffset
            && track.Misfits == 0
            && Math.Abs(candidate.Time - said.Time) <= FreshSeconds + 2 * aisDelay;
    }

    /// <summary>Who says where it is tells by a plot, or by none, whether the radar stands askew.</summary>
    private void NoteForAlignment(
        RadarStation station,
        in Candidate candidate,
        in FusionTrack track,
        bool isAlive,
        bool isHit
    )
    {
        if (!station.Alignment.IsAsked || !candidate.IsCovered || !isAlive || !TrySaid(candidate, track, out var said))
        {
            return;
        }

        if (isHit)
        {
            station.Alignment.NoteHit();
        }
        else if (station.Alignment.NoteMiss())
        {
            var dt = candidate.Time - said.Time;
            var (range, azimuth) = station.See(said.X + dt * said.U, said.Y + dt * said.V);
            station.Alignment.NoteMissed(range, azimuth);
        }
    }

    /// <summary>Tells of the plots that are now done with which are of nobody with a name.</summary>
    private void NoteNameless(RadarStation station, int plotCount, double beforeTurns)
    {
        for (var i = 0; i < plotCount && station.Alignment.IsAsked; i++)
        {
            ref readonly var plot = ref station.Plots[batch[i]];
            if (!plot.IsNamed && (plot.IsUsed || plot.Turns < beforeTurns))
            {
                station.Alignment.NotePlot(plot.Range, plot.Azimuth);
            }
        }
    }
}
