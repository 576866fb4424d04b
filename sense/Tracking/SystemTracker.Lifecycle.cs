using Fourfold.Tracking.Fusion;

namespace Fourfold.Tracking;

public sealed partial class SystemTracker
{
    /// <summary>A fused track moves with every plot; it is told so often, ticks.</summary>
    private const long TellEvery = TimeSpan.TicksPerSecond;

    private readonly Growing<TrackFix> fixes = new();

    /// <inheritdoc/>
    public void Advance(DateTimeOffset now, TrackChanges changes)
    {
        nowTicks = Math.Max(nowTicks, now.UtcTicks);
        changes.Clear();
        changes.Now = new DateTimeOffset(nowTicks, TimeSpan.Zero);
        radars?.Advance(SecondsOf(nowTicks));
        reports.Advance(now, said);
        TakeDeaths();
        TakeBirths();
        foreach (ref readonly var change in said.Changes)
        {
            TakeChange(change);
        }

        LinkFused();
        TakeFixes();
        TakeEchoes();
        Tell(changes);
    }

    private void TakeChange(in TrackState change)
    {
        if (systemOfReport[change.Slot] < 0)
        {
            LinkReport(change.Slot); // There was no room for it before.
        }

        if (systemOfReport[change.Slot] is >= 0 and var slot)
        {
            MarkDirty(slot);
        }
    }

    private void Tell(TrackChanges changes)
    {
        foreach (ref readonly var end in ended.Items)
        {
            changes.AddDeath(end);
        }

        foreach (var slot in dirty.Items)
        {
            ref var record = ref records[slot];
            record.IsListed = false;
            if (!record.IsUsed || !record.IsDirty)
            {
                continue;
            }

            record.IsDirty = false;
            record.Last = StateOf(slot);
            record.ToldTicks = nowTicks;
            if (record.IsAnnounced)
            {
                changes.AddChange(record.Last);
                continue;
            }

            record.IsAnnounced = true;
            changes.AddBirth(record.Last);
        }

        changes.AddFixes(fixes.Items);
        ended.Clear();
        dirty.Clear();
        fixes.Clear();
    }

    /// <summary>Looks whether anything of a fused track is new, and whether its AIS claims to be elsewhere.</summary>
    private void Look(int slot, int fused, double time)
    {
        ref readonly var track = ref radars!.TrackAt(fused); // Asked for only with radars.
        ref var record = ref records[slot];
        var (kind, alerts) = radars.Judge(track, time);
        var isNew = kind != record.Last.Kind || alerts != record.ToldAlerts;
        var hasMoved =
            FusionTracker.IsHeld(track, time)
            && nowTicks - record.ToldTicks >= TellEvery
            && TimeOf(track) != record.Last.At.UtcTicks;
        if (isNew || hasMoved)
        {
            record.ToldAlerts = alerts;
            MarkDirty(slot);
        }

        LookAtClaim(slot, fused, time);
    }

    /// <summary>The place that a false position names is a track of its own: a ghost, for screens to show.</summary>
    private void LookAtClaim(int slot, int fused, double time)
    {
        ref readonly var track = ref radars!.TrackAt(fused);
        var claim = claimOfFused[fused];
        var isClaimed = FusionTracker.ClaimsElsewhere(track, time) && !HasOtherReport(slot, track.Mmsi);
        if (!isClaimed)
        {
            EndClaim(fused);
            return;
        }

        if (claim < 0)
        {
            claim = Bear(null, TicksOf(track.ClaimTime));
            if (claim < 0)
            {
                return;
            }

            claimOfFused[fused] = claim;
            records[claim].ClaimOf = fused;
            MarkDirty(claim);
        }
        else if (TicksOf(track.ClaimTime) != records[claim].Last.At.UtcTicks)
        {
            MarkDirty(claim);
        }
    }

    /// <summary>Whether a report stands where the MMSI of a track is claimed to be, so that no ghost is wanted.</summary>
    private bool HasOtherReport(int slot, int mmsi)
    {
        for (var report = reports.FirstOf(mmsi); report >= 0; report = reports.RecordOf(report).NextOfMmsi)
        {
            if (report < systemOfReport.Length && systemOfReport[report] is >= 0 and var other && other != slot)
            {
                return true;
            }
        }

        return false;
    }

    private void EndClaim(int fused)
    {
        if (claimOfFused[fused] is >= 0 and var claim)
        {
            claimOfFused[fused] = None;
            End(claim, TrackEndReason.Silent);
        }
    }

    /// <summary>A new track; −1 when there is no room.</summary>
    private int Bear(TrackId? id, long firstTicks)
    {
        if (slots.IsFull)
        {
            counts.Refuse(Refusal.TrackerFull);
            return None;
        }

        var slot = slots.Take();
        if (slot >= records.Length)
        {
            var size = slots.SizeFor(records.Length);
            Array.Resize(ref records, size);
            trails.Resize(size);
        }

        ref var record = ref records[slot];
        record = new SystemRecord
        {
            Id = id ?? ids.Next(new DateTimeOffset(nowTicks, TimeSpan.Zero)),
            Generation = record.Generation + 1,
            IsUsed = true,
            IsListed = record.IsListed,
            Report = None,
            Echo = None,
            ClaimOf = None,
            FirstTicks = firstTicks,
        };
        slotOfId[record.Id] = slot;
        counts.Births++;
        counts.Tracks++;
        return slot;
    }

    private void End(int slot, TrackEndReason reason, TrackId? successor = null)
    {
        ref var record = ref records[slot];
        if (record.IsAnnounced)
        {
            ended.Add(new TrackEnd(record.Last with { Status = TrackStatus.Ended }, reason, successor));
        }

        record.IsUsed = false;
        record.IsDirty = false;
        slotOfId.Remove(record.Id);
        trails.Clear(slot);
        slots.Give(slot);
        counts.End(reason);
        counts.Tracks--;
    }

    private void MarkDirty(int slot)
    {
        ref var record = ref records[slot];
        record.IsDirty = true;
        if (!record.IsListed)
        {
            record.IsListed = true;
            dirty.Add(slot);
        }
    }
}
