namespace Fourfold.Tracking.Fusion;

/// <summary>Whose name a track bears, where neighbours may have been exchanged.</summary>
public sealed partial class FusionTracker
{
    /// <summary>A pair that lately contested plots may have been exchanged, s.</summary>
    private const double MetSeconds = 120;

    /// <summary>What one report can say at most, and what it must say of both to exchange them: logarithms of odds.</summary>
    private const double MostOdds = 5;
    private const double ExchangeAtOdds = 4;

    /// <summary>Tracks so far apart keep their ids whatever AIS says of their names, metres.</summary>
    private const double LongestExchange = 150;

    /// <summary>Two that were never so near while they may have met were not taken for each other, metres.</summary>
    private const double NeverNear = 300;

    /// <summary>Beyond so many deviations it does not matter how many.</summary>
    private const double FarthestDistance2 = 25;

    /// <summary>A new track asks again whose the last report of a neighbour was in its first plots, while that is fresh, s.</summary>
    private const int AskingHits = 10;
    private const double AskedSeconds = 60;
    private const double AskedMetres = 200;

    /// <summary>By so much the report must rather be of the new one: logarithm of odds.</summary>
    private const double AskedOdds = 1.5;

    /// <summary>Of a velocity by AIS on each axis, m²/s².</summary>
    private const double SaidVelocityVariance = 0.2;

    /// <summary>A cell of the grid is as old as the last second; a vessel may have left it by so much, metres.</summary>
    private const double GridSlackMetres = 64;
    private const double LongestGridReach = 4000;
    private readonly TrackGrid nearby = new();

    /// <summary>The tracks that may be within a square around a place at a time not after now.</summary>
    private ReadOnlySpan<int> Near(double x, double y, double metres, double time)
    {
        var slack = GridSlackMetres + FastestVessel * Math.Max(0, now - time);
        return nearby.Near(x, y, Math.Min(LongestGridReach, metres + slack));
    }

    /// <summary>
    /// Asks whether a report that came under the name of one track is rather of a neighbour it was lately near to, and
    /// exchanges the two when enough reports say so.
    /// </summary>
    /// <param name="slot">The bearer of the name.</param>
    /// <param name="fix">The report.</param>
    /// <param name="heard">The same on the plane.</param>
    /// <returns>The track that the report is of; −1 when it is rather not of its bearer and not yet surely of another.</returns>
    private int Whose(int slot, in AisFix fix, in Heard heard)
    {
        ref var track = ref tracks[slot];
        if (!WasMet(track) || track.LastRadar + track.RadarDelay < fix.Time - HeldSeconds)
        {
            track.RivalOdds = 0;
            return slot;
        }

        var own = LogLikelihoodOf(track.Motion, fix, heard);
        var (rival, best) = (-1, double.NegativeInfinity);
        foreach (var other in Near(heard.X, heard.Y, GrossMetres, fix.Time))
        {
            ref readonly var it = ref tracks[other];
            if (
                other == slot
                || !it.IsAlive
                || !it.IsConfirmed
                || !WasMet(it)
                || it.LastRadar + it.RadarDelay < fix.Time - HeldSeconds
                || !foreseen.IsNear(other, fix.Time, heard.X, heard.Y, GrossMetres)
            )
            {
                continue;
            }

            var likelihood = LogLikelihoodOf(it.Motion, fix, heard);
            if (likelihood > best)
            {
                (rival, best) = (other, likelihood);
            }
        }

        if (rival < 0 || best < own - MostOdds)
        {
            track.RivalOdds = 0;
            return slot;
        }

        var odds = Math.Min(MostOdds, best - own);
        track.RivalOdds = track.Rival == tracks[rival].Id ? Math.Max(0, track.RivalOdds) + odds : odds;
        track.Rival = tracks[rival].Id;
        if (odds <= 0)
        {
            return slot;
        }

        return TryExchange(slot, rival, fix.Time) ? rival : -1;
    }

    /// <summary>
    /// A young track without a name beside one that has one: two that were one plot have parted, and radar does not say
    /// which of them went on as which. The last report, carried on, says it (the likelihood ratio of the two places).
    /// </summary>
    /// <param name="slot">The young one.</param>
    /// <param name="time">Of its last plot, s.</param>
    private void AskAgain(int slot, double time)
    {
        var place = PlaceOf(tracks[slot].Motion, time);
        var (bearer, most) = (-1, AskedOdds);
        foreach (var other in Near(place.X, place.Y, AskedMetres, time))
        {
            ref readonly var it = ref tracks[other];
            if (other == slot || !MayBeAsked(it, time) || Apart(it.Motion, tracks[slot].Motion) > Square(AskedMetres))
            {
                continue;
            }

            var said = Kinematics.At(
                it.AisX,
                it.AisY,
                Spread.Round(AisVariance),
                it.AisU,
                it.AisV,
                SaidVelocityVariance
            );
            said.Predict(Math.Max(0, time - it.LastFit), MotionState.NoiseOf(1));
            var odds = LogDensityOf(said, place) - LogDensityOf(said, PlaceOf(it.Motion, time));
            if (odds > most)
            {
                (bearer, most) = (other, odds);
            }
        }

        if (bearer >= 0)
        {
            ExchangeNames(bearer, slot);
        }
    }

    private static bool MayBeAsked(in FusionTrack track, double time) =>
        track.IsAlive
        && track.IsConfirmed
        && track.HasIdentity
        && !track.IsOffset
        && track.Misfits == 0
        && time - track.LastFit <= AskedSeconds
        && track.LastRadar >= time - HeldSeconds;

    private static double LogDensityOf(in Kinematics said, in Place place)
    {
        var spread = place.Spread + new Spread(said.Xx, said.Xy, said.Yy);
        var far = Math.Min(FarthestDistance2, spread.Distance2(said.X - place.X, said.Y - place.Y));
        return -0.5 * (far + Math.Log(spread.Determinant));
    }

    private bool WasMet(in FusionTrack track) => now - track.LastContested < MetSeconds;

    private bool TryExchange(int slot, int rival, double time)
    {
        ref var track = ref tracks[slot];
        ref var other = ref tracks[rival];
        var odds = track.RivalOdds;
        if (other.HasIdentity)
        {
            odds += other.Rival == track.Id ? other.RivalOdds : -MostOdds;
        }

        if (odds < ExchangeAtOdds)
        {
            return false;
        }

        if (other.HasIdentity && WereNeverNear(track.Motion, other.Motion))
        {
            Swap(slot, rival, time);
        }
        else if (Apart(track.Motion, other.Motion) > Square(LongestExchange))
        {
            // Whoever watches them has long seen them as the two they are; only the name was wrong.
            ExchangeHeard(slot, rival);
            Rename(slot);
            Rename(rival);
        }
        else
        {
            ExchangeNames(slot, rival);
        }

        return true;
    }

    /// <summary>
    /// Whether two stayed far from one another for as long as they may have been taken for each other, carried back on
    /// their courses (the closest point of approach): whoever they met, it was somebody else.
    /// </summary>
    private static bool WereNeverNear(in MotionState a, in MotionState b)
    {
        var (one, two) = (a.Mean(), b.Mean());
        var dt = b.Time - a.Time;
        double x = two.X - one.X - dt * two.U,
            y = two.Y - one.Y - dt * two.V,
            u = two.U - one.U,
            v = two.V - one.V;
        var speed2 = u * u + v * v;
        var ago = speed2 > 0 ? Math.Clamp((x * u + y * v) / speed2, 0, MetSeconds) : 0;
        return Square(x - ago * u) + Square(y - ago * v) > Square(NeverNear);
    }

    /// <summary>
    /// Two tracks went on as each other: what belongs to the vessels (id, name, what AIS said) changes places, what belongs
    /// to the echoes stays.
    /// </summary>
    private void ExchangeNames(int a, int b)
    {
        Disband(tracks[a].Meeting);
        Disband(tracks[b].Meeting);
        ref var one = ref tracks[a];
        ref var two = ref tracks[b];
        (one.Id, two.Id) = (two.Id, one.Id);
        (one.Born, two.Born) = (two.Born, one.Born);
        ExchangeHeard(a, b);
        Rename(a);
        Rename(b);
    }

    /// <summary>What AIS said of two tracks changes places.</summary>
    private void ExchangeHeard(int a, int b)
    {
        ref var one = ref tracks[a];
        ref var two = ref tracks[b];
        (one.Mmsi, two.Mmsi) = (two.Mmsi, one.Mmsi);
        (one.IsClassB, two.IsClassB) = (two.IsClassB, one.IsClassB);
        (one.IsAtRest, two.IsAtRest) = (two.IsAtRest, one.IsAtRest);
        (one.LastAis, two.LastAis) = (two.LastAis, one.LastAis);
        (one.LastFit, two.LastFit) = (two.LastFit, one.LastFit);
        (one.AisX, two.AisX) = (two.AisX, one.AisX);
        (one.AisY, two.AisY) = (two.AisY, one.AisY);
        (one.AisU, two.AisU) = (two.AisU, one.AisU);
        (one.AisV, two.AisV) = (two.AisV, one.AisV);
        (one.OffsetUntil, two.OffsetUntil) = (two.OffsetUntil, one.OffsetUntil);
        (one.SwappedUntil, two.SwappedUntil) = (two.SwappedUntil, one.SwappedUntil);
        (one.Misfits, two.Misfits) = (0, 0);
        (one.IsOffset, two.IsOffset) = (false, false);
        (one.RivalOdds, two.RivalOdds) = (0, 0);
    }

    private void Rename(int slot)
    {
        ref readonly var track = ref tracks[slot];
        if (track.HasIdentity)
        {
            slotOfMmsi[track.Mmsi] = slot;
        }

        foreseen.Note(slot, track);
    }

    /// <summary>Logarithm of the density of a report were it of a track, place and velocity, 1/(m²·(m/s)²).</summary>
    private static double LogLikelihoodOf(in MotionState state, in AisFix fix, in Heard heard)
    {
        var motion = state;
        motion.Predict(fix.Time);
        var belief = motion.Combined();
        var place = belief.PlaceAt(Math.Max(0, motion.Time - fix.Time), MotionState.NoiseOf(1));
        var spread = place.Spread + Spread.Round(AisVariance);
        var velocity = new Spread(belief.Uu, belief.Uv, belief.Vv) + Spread.Round(heard.VelocityVariance);
        var far = Math.Min(FarthestDistance2, spread.Distance2(heard.X - place.X, heard.Y - place.Y));
        var off = Math.Min(FarthestDistance2, velocity.Distance2(heard.U - belief.U, heard.V - belief.V));
        return -0.5 * (far + off + Math.Log(spread.Determinant * velocity.Determinant));
    }
}
