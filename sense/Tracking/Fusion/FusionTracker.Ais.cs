namespace Fourfold.Tracking.Fusion;

public sealed partial class FusionTracker
{
    /// <summary>Of an AIS position on each axis, m²: more than its noise, for the place of the antenna does not average out.</summary>
    private const double AisVariance = 120;
    private const double FitGate = 16;
    private const double FitMetres = 40;
    private const double GrossGate = 100;
    private const double GrossMetres = 300;
    private const double HeldSeconds = 12;
    private const double ContestedSeconds = 30;
    private const double TogetherSeconds = 15;
    private const double OffsetSeconds = 30;
    private const double SwapSeconds = 600;
    private const double BindAt = 0.95;
    private const double FastestVessel = 31;
    private const double JumpMetres = 500;

    /// <summary>Vessels with AIS that radar has not yet, a square metre, and one over the velocities they may have, s²/m².</summary>
    private const double NewcomerRate = 1e-8 * 1.4e-3;

    /// <summary>A report is good to learn bias from for so long, and longer where all come late, s.</summary>
    private const double FreshSeconds = 10;
    private const int MostWaits = 3;
    private readonly Dictionary<int, int> waits = [];
    private double aisDelay;

    private readonly record struct Heard(double X, double Y, double U, double V, double VelocityVariance);

    private void Hear(in AisFix fix)
    {
        aisDelay += 0.01 * (Math.Max(0, now - fix.Time) - aisDelay);
        var isKnown = slotOfMmsi.TryGetValue(fix.Mmsi, out var slot);
        if (isKnown)
        {
            Ahead.Fetch(ref tracks[slot]);
        }

        var place = plane.ToLocal(fix.Position);
        var speed = fix.Speed ?? 0;
        var (sin, cos) = Math.SinCos((fix.Course ?? 0) - RadarStation.LeanAt(plane, fix.Position));
        var deviation = 0.03 * speed;
        var variance = fix.Speed is null || fix.Course is null ? VelocityVariance : 0.1 + deviation * deviation;
        var heard = new Heard(place.East, place.North, speed * sin, speed * cos, variance);
        if (isKnown)
        {
            HearKnown(slot, fix, heard);
        }
        else
        {
            HearUnknown(fix, heard);
        }
    }

    private void HearKnown(int slot, in AisFix fix, in Heard heard)
    {
        tracks[slot].LastAis = Math.Max(tracks[slot].LastAis, fix.Time);
        (tracks[slot].IsClassB, tracks[slot].IsAtRest) = (fix.IsClassB, fix.IsAtRest);
        if (TryHearInMeeting(slot, fix, heard))
        {
            Fit(slotOfMmsi[fix.Mmsi], fix, heard);
            return;
        }

        Disband(tracks[slot].Meeting);
        slot = Whose(slot, fix, heard);
        if (slot < 0)
        {
            return;
        }

        ref var track = ref tracks[slot];
        var then = track.Motion;
        then.Predict(fix.Time);
        var (distance2, metres) = MisfitOf(then, fix, heard);
        if (distance2 < FitGate || metres < FitMetres)
        {
            track.Misfits = 0;
            track.IsOffset = false;
            if (IsUnseen(track) && track.LastShared < fix.Time - TogetherSeconds && TryMoveIdentity(slot, fix, heard))
            {
                return;
            }

            track.Motion = then;
            Correct(slot, fix, heard);
            return;
        }

        // Where two share their plots radar may have exchanged them, and AIS knows better.
        var mayBeExchanged = track.LastShared > fix.Time - ContestedSeconds && metres < GrossMetres && !track.IsOffset;
        var isElsewhere = track.IsOffset && !IsLost(track);
        if ((track.LastRadar + track.RadarDelay < fix.Time - HeldSeconds && !isElsewhere) || mayBeExchanged)
        {
            Leap(slot, fix, heard, metres);
            return;
        }

        Misfit(slot, fix, heard, distance2, metres);
    }

    private static Kinematics BeliefOf(in Heard heard) =>
        Kinematics.At(heard.X, heard.Y, Spread.Round(AisVariance), heard.U, heard.V, heard.VelocityVariance);

    /// <summary>Squared Mahalanobis distance and metres of a report from where its track was then.</summary>
    private static (double Distance2, double Metres) MisfitOf(in MotionState motion, in AisFix fix, in Heard heard)
    {
        var place = PlaceOf(motion, fix.Time);
        var spread = place.Spread + Spread.Round(AisVariance);
        double dx = heard.X - place.X,
            dy = heard.Y - place.Y;
        return (spread.Distance2(dx, dy), Math.Sqrt(dx * dx + dy * dy));
    }

    private static Place PlaceOf(in MotionState then, double time)
    {
        if (time <= then.Time)
        {
            return then.Combined().PlaceAt(then.Time - time, MotionState.NoiseOf(1));
        }

        var motion = then;
        motion.Predict(time);
        return motion.Combined().PlaceAt(0, 0);
    }

    private void Correct(int slot, in AisFix fix, in Heard heard)
    {
        ref var track = ref tracks[slot];
        var said = new Past.Event
        {
            Time = fix.Time,
            X = heard.X,
            Y = heard.Y,
            Spread = Spread.Round(AisVariance),
            U = heard.U,
            V = heard.V,
            VelocityVariance = heard.VelocityVariance,
            IsSaid = true,
        };
        CorrectAt(slot, said);
        Fit(slot, fix, heard);
        foreseen.Note(slot, track);
    }

    private void Fit(int slot, in AisFix fix, in Heard heard)
    {
        ref var track = ref tracks[slot];
        (track.Misfits, track.IsOffset) = (0, false);
        track.Existence = Math.Max(track.Existence, MostExistence);
        if (fix.Time >= track.LastFit)
        {
            (track.AisX, track.AisY, track.AisU, track.AisV) = (heard.X, heard.Y, heard.U, heard.V);
            track.LastFit = fix.Time;
        }
    }

    /// <summary>A report that does not fit where only AIS speaks: the ship turned, or was long silent.</summary>
    private void Leap(int slot, in AisFix fix, in Heard heard, double metres)
    {
        ref var track = ref tracks[slot];
        track.Misfits++;
        var ago = fix.Time - track.LastFit;
        if (ago <= 0 || (metres > JumpMetres + FastestVessel * ago && track.Misfits < 3))
        {
            return;
        }

        track.Misfits = 0;
        track.Motion = MotionState.Of(BeliefOf(heard), fix.Time);
        past.Forget(slot);
        Correct(slot, fix, heard);
    }

    /// <summary>A report from elsewhere while radar holds its ship: an identity that moved over, or a false position.</summary>
    private void Misfit(int slot, in AisFix fix, in Heard heard, double distance2, double metres)
    {
        ref var track = ref tracks[slot];
        track.Misfits++;
        var there = HeldTrackAt(slot, fix, heard);
        track.ClaimedTrack = there < 0 ? -1 : tracks[there].Id;
        (track.ClaimX, track.ClaimY, track.ClaimU, track.ClaimV) = (heard.X, heard.Y, heard.U, heard.V);
        track.ClaimTime = fix.Time;
        if (there >= 0 && tracks[there].HasIdentity)
        {
            ref var other = ref tracks[there];
            if (other.Misfits > 0 && other.ClaimedTrack == track.Id && fix.Time - other.ClaimTime < OffsetSeconds * 2)
            {
                Swap(slot, there, fix.Time);
            }

            return;
        }

        if (there >= 0)
        {
            if (track.Misfits >= 2)
            {
                MoveIdentity(slot, there, fix, heard);
            }

            return;
        }

        if (track.Misfits >= 2 || (distance2 > GrossGate && metres > GrossMetres))
        {
            track.IsOffset = true;
            track.OffsetUntil = fix.Time + OffsetSeconds;
        }
    }

    /// <summary>It was bound to the wrong one of two neighbours: radar says so.</summary>
    private void MoveIdentity(int from, int to, in AisFix fix, in Heard heard)
    {
        Disband(tracks[from].Meeting);
        Disband(tracks[to].Meeting);
        ref var track = ref tracks[from];
        (track.Mmsi, track.Misfits, track.IsOffset) = (0, 0, false);
        (track.LastAis, track.LastFit) = (double.NegativeInfinity, double.NegativeInfinity);
        foreseen.Note(from, track);
        Give(to, fix, heard);
    }

    private void Swap(int a, int b, double time)
    {
        Disband(tracks[a].Meeting);
        Disband(tracks[b].Meeting);
        ExchangeHeard(a, b);
        Rename(a);
        Rename(b);
        foreach (var slot in (ReadOnlySpan<int>)[a, b])
        {
            ref var track = ref tracks[slot];
            (track.LastFit, track.LastAis, track.SwappedUntil) = (time, time, time + SwapSeconds);
        }
    }

    /// <summary>The one track held by radar that a report fits, other than its own; −1 for none.</summary>
    private int HeldTrackAt(int own, in AisFix fix, in Heard heard)
    {
        var (best, least) = (-1, FitGate);
        foreach (var slot in Near(heard.X, heard.Y, GrossMetres, fix.Time))
        {
            if (!foreseen.IsAlive(slot) || !foreseen.IsNear(slot, fix.Time, heard.X, heard.Y, GrossMetres))
            {
                continue;
            }

            ref readonly var track = ref tracks[slot];
            if (!track.IsConfirmed || slot == own || track.LastRadar + track.RadarDelay < fix.Time - HeldSeconds)
            {
                continue;
            }

            var (distance2, _) = MisfitOf(track.Motion, fix, heard);
            if (distance2 < least)
            {
                (best, least) = (slot, distance2);
            }
        }

        return best;
    }

    private void HearUnknown(in AisFix fix, in Heard heard)
    {
        var (best, probability, any) = Likeliest(-1, fix, heard);
        if (best >= 0 && probability > BindAt)
        {
            waits.Remove(fix.Mmsi);
            NameInMeeting(best, fix, heard);
            Bind(best, fix.Mmsi);
            HearKnown(best, fix, heard);
            return;
        }

        var waited = waits.GetValueOrDefault(fix.Mmsi);
        if (any > 0.5 && waited < MostWaits)
        {
            if (waits.Count >= capacity)
            {
                waits.Clear();
            }

            waits[fix.Mmsi] = waited + 1;
            return;
        }

        waits.Remove(fix.Mmsi);
        var slot = BearNamed(BeliefOf(heard), fix.Time);
        if (slot >= 0)
        {
            Give(slot, fix, heard);
            tracks[slot].IsConfirmed = !ShouldBeSeen(heard);
        }
    }

    /// <summary>Whether a radar that has been at work for a while covers a place: what is new there must first show an echo.</summary>
    private bool ShouldBeSeen(in Heard heard)
    {
        foreach (var station in stations)
        {
            if (
                station.NextSector > FirstTurns * RadarStation.Sectors
                && station.LastHeard + station.Delay > now - 2 * station.Sensor.Period
                && station.Sees(heard.X, heard.Y)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A track takes over the identity of a report, and the report.</summary>
    private void Give(int slot, in AisFix fix, in Heard heard)
    {
        Bind(slot, fix.Mmsi);
        (tracks[slot].IsClassB, tracks[slot].IsAtRest) = (fix.IsClassB, fix.IsAtRest);
        tracks[slot].LastAis = fix.Time;
        Correct(slot, fix, heard);
    }

    private void Bind(int slot, int mmsi)
    {
        tracks[slot].Mmsi = mmsi;
        tracks[slot].RivalOdds = 0;
        tracks[slot].IsConfirmed = true;
        slotOfMmsi[mmsi] = slot;
        Recall(slot, mmsi);
        foreseen.Note(slot, tracks[slot]);
    }

    /// <summary>The track without identity that most probably sent a report, with that probability and that of any having sent it.</summary>
    private (int Slot, double Probability, double Any) Likeliest(int except, in AisFix fix, in Heard heard)
    {
        var (best, most, sum) = (-1, 0.0, 0.0);
        foreach (var slot in Near(heard.X, heard.Y, WidestGateMetres, fix.Time))
        {
            if (
                !foreseen.IsNameless(slot)
                || slot == except
                || !foreseen.IsNear(slot, fix.Time, heard.X, heard.Y, WidestGateMetres)
            )
            {
                continue;
            }

            ref readonly var track = ref tracks[slot];

            var likelihood = LikelihoodOf(track, fix, heard) * track.Existence;
            sum += likelihood;
            if (likelihood > most)
            {
                (best, most) = (slot, likelihood);
            }
        }

        var all = sum + NewcomerRate;
        return (best, most / all, sum / all);
    }

    private static double LikelihoodOf(in FusionTrack track, in AisFix fix, in Heard heard)
    {
        var motion = track.Motion;
        motion.Predict(fix.Time);
        var belief = motion.Combined();
        var place = belief.PlaceAt(Math.Max(0, motion.Time - fix.Time), MotionState.NoiseOf(1));
        var spread = place.Spread + Spread.Round(AisVariance);
        double dx = heard.X - place.X,
            dy = heard.Y - place.Y;
        if (spread.Distance2(dx, dy) > Gate)
        {
            return 0;
        }

        var velocity = new Spread(belief.Uu, belief.Uv, belief.Vv) + Spread.Round(heard.VelocityVariance);
        return spread.DensityAt(dx, dy) * velocity.DensityAt(heard.U - belief.U, heard.V - belief.V);
    }

    /// <summary>Whether only AIS speaks of it although radar should see it.</summary>
    private static bool IsUnseen(in FusionTrack track) => track.Visibility < 0.3;

    /// <summary>An identity whose own track radar does not see goes to the track that it does, and the two are one.</summary>
    private bool TryMoveIdentity(int from, in AisFix fix, in Heard heard)
    {
        var (to, probability, _) = Likeliest(from, fix, heard);
        if (to < 0 || probability < BindAt || !tracks[to].IsConfirmed)
        {
            return false;
        }

        var (id, born) = (tracks[from].Id, tracks[from].Born);
        tracks[from].IsConfirmed = false;
        Kill(from);
        Disband(tracks[to].Meeting);
        ref var track = ref tracks[to];
        if (born < track.Born)
        {
            NoteUnion(track.Id, id);
            (track.Id, track.Born) = (id, born);
        }
        else
        {
            NoteUnion(id, track.Id);
        }

        Give(to, fix, heard);
        return true;
    }

    /// <summary>Seconds between the reports of a ship (ITU-R M.1371-5, Annex 1, tables 1 and 2), turns not considered.</summary>
    private static double IntervalOf(in FusionTrack track)
    {
        var speed = Math.Sqrt(track.AisU * track.AisU + track.AisV * track.AisV);
        return track.IsAtRest ? 180
            : track.IsClassB
                ? speed < SlowClassB ? 180
                    : 30
            : speed < 0.3 ? 180
            : 10;
    }

    private const double SlowClassB = 1.3;
    private const double LongestUsualSilence = 3.2;
    private const double ShortestSilence = 55;

    private double SilentAfter(in FusionTrack track) =>
        Math.Max(ShortestSilence, LongestUsualSilence * IntervalOf(track)) + aisDelay;

    private bool IsHeard(in FusionTrack track) => track.HasIdentity && now - track.LastFit < SilentAfter(track);
}
