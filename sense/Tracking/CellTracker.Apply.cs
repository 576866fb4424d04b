namespace Fourfold.Tracking;

public sealed partial class CellTracker
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<Observation> observations, DateTimeOffset now)
    {
        foreach (ref readonly var observation in observations)
        {
            Offer(observation, now);
        }
    }

    /// <summary>Takes one observation; the slot it went to, or −1 when it was refused or heard before.</summary>
    internal int Offer(in Observation observation, DateTimeOffset now)
    {
        nowTicks = Math.Max(nowTicks, now.UtcTicks);
        counts.Observations++;
        if (Check(observation) is { } cause)
        {
            counts.Refuse(cause);
            return NoSlot;
        }

        // Clocks may run a little ahead of ours; a state must not.
        return Take(observation, Math.Min(observation.ObservedAt.UtcTicks, nowTicks));
    }

    private Refusal? Check(in Observation observation)
    {
        if (TransponderOf(observation.Kind) == Transponder.None)
        {
            return Refusal.KindNotSupported;
        }

        var mmsi = observation.Mmsi ?? Nameless;
        if (mmsi is < 0 or > 999_999_999 || (mmsi == Nameless && !MayBeNameless(observation.Kind)))
        {
            return Refusal.NoIdentity;
        }

        if (!observation.Position.IsValid)
        {
            return Refusal.NoPosition;
        }

        var ahead = observation.ObservedAt.UtcTicks - nowTicks;
        return ahead > options.MaximumAhead.Ticks ? Refusal.FromTheFuture
            : ahead < -options.MaximumBehind.Ticks ? Refusal.TooOld
            : null;
    }

    private int Take(in Observation observation, long at)
    {
        var mmsi = observation.Mmsi ?? Nameless;
        var key = Transmissions.KeyOf(observation, out var window, options.DuplicateWindow.Ticks);
        if (transmissions.TryFind(key, at, window, out var known, out var generation))
        {
            counts.Refuse(Refusal.Duplicate);
            if (records[known].IsUsed && records[known].Generation == generation)
            {
                NoteFeed(known, observation, at);
            }

            return NoSlot;
        }

        var nearest = Nearest(mmsi, observation, at, out var claimants);
        if (nearest < 0)
        {
            nearest = Bear(observation, at, claimants);
            if (nearest < 0)
            {
                return NoSlot;
            }
        }

        transmissions.Note(key, at, nearest, records[nearest].Generation);
        var wasDoubted = records[nearest].Status == TrackStatus.Tentative;
        Update(nearest, observation, at);
        if (wasDoubted && records[nearest].Status == TrackStatus.Live)
        {
            TakeOver(nearest, observation);
        }

        return nearest;
    }

    /// <summary>The nearest of an MMSI's tracks from which the place could have been reached, −1 for none; and how many there are.</summary>
    private int Nearest(int mmsi, in Observation observation, long at, out int claimants)
    {
        var nearest = -1;
        var nearestMetres = double.PositiveInfinity;
        claimants = 0;
        var slot = firstOfMmsi.GetValueOrDefault(mmsi, -1);
        for (; slot >= 0; slot = records[slot].NextOfMmsi)
        {
            claimants++;
            var metres = MetresIfReachable(records[slot], observation, at);
            if (metres < nearestMetres)
            {
                (nearest, nearestMetres) = (slot, metres);
            }
        }

        return nearest;
    }

    /// <summary>
    /// Ends the tracks of the same MMSI that a newly believed one goes on from: heard through the same feed just before
    /// it, and not since. No transponder sends three reports within <see cref="TrackerOptions.ReplaySpan"/>, so the feed is
    /// bringing a recording at once, and what looks like a jump is a ship under way.
    /// </summary>
    private void TakeOver(int slot, in Observation observation)
    {
        var next = firstOfMmsi[records[slot].Mmsi];
        while (next >= 0)
        {
            var other = next;
            next = records[other].NextOfMmsi;
            ref readonly var old = ref records[other];
            var isBefore =
                old.AtTicks <= records[slot].FirstTicks
                && observation.ReceivedAt.UtcTicks - old.ReceivedTicks < options.ReplaySpan.Ticks;
            if (other != slot && isBefore && old.Contributions.Includes(observation.Raw.FeedNumber))
            {
                End(other, TrackEndReason.Merged, records[slot].Id);
            }
        }
    }

    /// <summary>Distance from where the track was, metres; infinite when nothing that moves could have covered it.</summary>
    private double MetresIfReachable(in TrackRecord record, in Observation observation, long at)
    {
        var metres = record.Position.DistanceTo(observation.Position);
        var seconds = Math.Abs(at - record.AtTicks) / (double)TimeSpan.TicksPerSecond;
        var speed =
            record.Transponder == Transponder.Aircraft ? options.MaximumAircraftSpeed : options.MaximumVesselSpeed;
        return metres <= options.JumpAllowanceMetres + speed * seconds ? metres : double.PositiveInfinity;
    }

    private void Update(int slot, in Observation observation, long at)
    {
        ref var record = ref records[slot];
        var isLate = record.Observations > 0 && (at < record.AtTicks || IsCoarserNews(record, observation, at));
        record.Observations++;
        NoteFeed(slot, observation, at);
        trails.Note(slot, at, observation.Position, observation.Speed, observation.Course);
        if (isLate)
        {
            counts.Late++;
        }
        else
        {
            Motion.Update(ref record, observation, at);
            record.Transponder = NextTransponder(record, observation.Kind);
            record.LastKind = observation.Kind;
            record.NavigationStatus = observation.Status;
            record.LengthMetres = observation.LengthMetres ?? record.LengthMetres;
            record.ReceivedTicks = observation.ReceivedAt.UtcTicks;
            record.Raw = observation.Raw;
            record.Flags |= observation.Simulated ? TrackFlags.Simulated : TrackFlags.None;
            Confirm(slot);
            silence.Heard(slot);
            deadlines[slot] = record.AtTicks + LifetimeOf(record).LostAfter.Ticks;
            MarkDirty(slot);
        }

        HandOnFix(slot, observation, at, isLate);
    }

    /// <summary>A long-range report is a tenth of a minute coarse; within a minute of a fine one it only adds error.</summary>
    private static bool IsCoarserNews(in TrackRecord record, in Observation observation, long at) =>
        observation.Kind == ObservationKind.AisLongRange
        && record.LastKind != ObservationKind.AisLongRange
        && at - record.AtTicks < TimeSpan.TicksPerMinute;

    private void Confirm(int slot)
    {
        ref var record = ref records[slot];
        if (record.Status == TrackStatus.Tentative && record.Observations < 2)
        {
            return;
        }

        if (record.Status == TrackStatus.Tentative)
        {
            FlagClaimants(record.Mmsi);
        }

        record.Status = TrackStatus.Live;
    }

    private void HandOnFix(int slot, in Observation observation, long at, bool isLate)
    {
        if (fixes.Count >= MaximumFixes)
        {
            counts.FixesShed++;
            return;
        }

        fixes.Add(
            new TrackFix(
                records[slot].Id,
                slot,
                new DateTimeOffset(at, TimeSpan.Zero),
                observation.Position,
                observation.Speed,
                observation.Course,
                observation.Kind,
                isLate,
                observation.Raw
            )
        );
    }

    private void NoteFeed(int slot, in Observation observation, long at)
    {
        var word = new Contribution(
            observation.Raw.FeedNumber,
            observation.SensorNumber,
            observation.Kind,
            new DateTimeOffset(at, TimeSpan.Zero)
        );
        records[slot].Contributions.Note(word);
    }

    private static Transponder NextTransponder(in TrackRecord record, ObservationKind kind) =>
        kind == ObservationKind.AisLongRange && record.Transponder != Transponder.None
            ? record.Transponder
            : TransponderOf(kind);

    // A ship's transponder may never have been given its number; a station or a device without one is noise.
    private static bool MayBeNameless(ObservationKind kind) =>
        kind is ObservationKind.AisClassA or ObservationKind.AisClassB or ObservationKind.AisLongRange;

    private static Transponder TransponderOf(ObservationKind kind) =>
        kind switch
        {
            ObservationKind.AisClassA or ObservationKind.AisLongRange => Transponder.ClassA,
            ObservationKind.AisClassB => Transponder.ClassB,
            ObservationKind.AisAircraft => Transponder.Aircraft,
            ObservationKind.AisBaseStation => Transponder.BaseStation,
            ObservationKind.AisAidToNavigation => Transponder.AidToNavigation,
            ObservationKind.AisDevice => Transponder.Device,
            ObservationKind.OwnUnit => Transponder.OwnUnit,
            _ => Transponder.None,
        };
}
