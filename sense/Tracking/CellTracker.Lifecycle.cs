namespace Fourfold.Tracking;

public sealed partial class CellTracker
{
    // How many of the longest silent are looked at for a lost one before a newcomer is refused.
    private const int ShedSearch = 256;

    /// <inheritdoc/>
    public void Advance(DateTimeOffset now, TrackChanges changes)
    {
        nowTicks = Math.Max(nowTicks, now.UtcTicks);
        changes.Clear();
        changes.Now = new DateTimeOffset(nowTicks, TimeSpan.Zero);
        for (var slot = 0; slot < slots.Used; slot++)
        {
            if (deadlines[slot] <= nowTicks)
            {
                Overdue(slot);
            }
        }

        foreach (ref readonly var end in ended.Items)
        {
            changes.AddDeath(end);
        }

        foreach (var slot in dirty.Items)
        {
            Announce(slot, changes);
        }

        changes.AddFixes(fixes.Items);
        ended.Clear();
        dirty.Clear();
        fixes.Clear();
    }

    private void Announce(int slot, TrackChanges changes)
    {
        ref var record = ref records[slot];
        record.IsListed = false;
        if (!record.IsUsed || !record.IsDirty)
        {
            return;
        }

        record.IsDirty = false;
        if (record.IsAnnounced)
        {
            changes.AddChange(record.ToState(slot));
            return;
        }

        record.IsAnnounced = true;
        changes.AddBirth(record.ToState(slot));
    }

    private void Overdue(int slot)
    {
        ref var record = ref records[slot];
        var ends = record.AtTicks + LifetimeOf(record).EndsAfter.Ticks;
        if (record.Status == TrackStatus.Tentative || ends <= nowTicks)
        {
            End(slot, TrackEndReason.Silent);
            return;
        }

        if (Successor(slot) is >= 0 and var next)
        {
            End(slot, TrackEndReason.Merged, records[next].Id);
            return;
        }

        record.Status = TrackStatus.Lost;
        deadlines[slot] = ends;
        MarkDirty(slot);
    }

    /// <summary>
    /// The believed track that an identity goes on as, when this one was not heard since it began; −1 for none. Two ships
    /// of one number keep talking; a jump (a recording that begins anew, a receiver set right) leaves the old place silent.
    /// </summary>
    private int Successor(int slot)
    {
        ref readonly var old = ref records[slot];
        if (old.Mmsi == Nameless)
        {
            return -1;
        }

        for (var other = firstOfMmsi[old.Mmsi]; other >= 0; other = records[other].NextOfMmsi)
        {
            if (other != slot && records[other].Status == TrackStatus.Live && records[other].FirstTicks >= old.AtTicks)
            {
                return other;
            }
        }

        return -1;
    }

    /// <summary>A new track for an observation that fits none of its identity's; −1 when it is refused.</summary>
    private int Bear(in Observation observation, long at, int claimants)
    {
        if (claimants >= options.MaximumTracksOfOneMmsi)
        {
            counts.Refuse(Refusal.IdentityCrowded);
            return -1;
        }

        var slot = FreeSlot();
        if (slot < 0)
        {
            counts.Refuse(Refusal.TrackerFull);
            return -1;
        }

        var mmsi = observation.Mmsi ?? Nameless;
        ref var record = ref records[slot];
        record = new TrackRecord
        {
            Generation = record.Generation + 1,
            IsUsed = true,
            IsListed = record.IsListed,
            Mmsi = mmsi,
            NextOfMmsi = firstOfMmsi.GetValueOrDefault(mmsi, -1),
            // Where an identity is already taken, a first report from elsewhere may be an error; a second one is news.
            Status = claimants > 0 ? TrackStatus.Tentative : TrackStatus.Live,
            AtTicks = at,
        };
        if (claimants == 0 && graveyard.TryTake(mmsi, out var grave) && ComesBack(grave, observation, at))
        {
            record.Id = grave.Id;
            record.FirstTicks = grave.FirstTicks;
            counts.Returns++;
        }
        else
        {
            record.Id = ids.Next(new DateTimeOffset(nowTicks, TimeSpan.Zero));
            record.FirstTicks = at;
        }

        firstOfMmsi[mmsi] = slot;
        slotOfId[record.Id] = slot;
        silence.Born(slot);
        counts.Births++;
        counts.Tracks++;
        return slot;
    }

    private bool ComesBack(in Graveyard.Grave grave, in Observation observation, long at)
    {
        var ago = at - grave.AtTicks;
        var metres = options.JumpAllowanceMetres + options.MaximumVesselSpeed * ago / TimeSpan.TicksPerSecond;
        return ago >= 0
            && ago <= options.ReturnsWithin.Ticks
            && grave.Position.DistanceTo(observation.Position) <= metres;
    }

    private int FreeSlot()
    {
        if (counts.Tracks >= options.MaximumTracks)
        {
            var victim = silence.LongestSilent(records, ShedSearch);
            if (victim < 0)
            {
                return -1;
            }

            End(victim, TrackEndReason.Shed);
        }

        var slot = slots.Take();
        if (slot >= records.Length)
        {
            Grow();
        }

        return slot;
    }

    private void Grow()
    {
        var (old, size) = (records.Length, slots.SizeFor(records.Length));
        Array.Resize(ref records, size);
        Array.Resize(ref deadlines, size);
        deadlines.AsSpan(old).Fill(Never);
        silence.Resize(size);
        trails.Resize(size);
    }

    private void End(int slot, TrackEndReason reason, TrackId? successor = null)
    {
        ref var record = ref records[slot];
        if (record.Status != TrackStatus.Tentative && successor is null && record.Mmsi != Nameless)
        {
            graveyard.Bury(
                new Graveyard.Grave(record.Id, record.Mmsi, record.AtTicks, record.FirstTicks, record.Position)
            );
        }

        record.Status = TrackStatus.Ended;
        if (record.IsAnnounced)
        {
            ended.Add(new TrackEnd(record.ToState(slot), reason, successor));
        }

        record.IsUsed = false;
        record.IsDirty = false;
        Unlink(slot);
        slotOfId.Remove(record.Id);
        silence.Gone(slot);
        trails.Clear(slot);
        deadlines[slot] = Never;
        slots.Give(slot);
        counts.End(reason);
        counts.Tracks--;
    }

    private void Unlink(int slot)
    {
        var mmsi = records[slot].Mmsi;
        var next = records[slot].NextOfMmsi;
        var current = firstOfMmsi[mmsi];
        if (current == slot && next < 0)
        {
            firstOfMmsi.Remove(mmsi);
            return;
        }

        if (current == slot)
        {
            firstOfMmsi[mmsi] = next;
        }
        else
        {
            while (records[current].NextOfMmsi != slot)
            {
                current = records[current].NextOfMmsi;
            }

            records[current].NextOfMmsi = next;
        }

        FlagClaimants(mmsi);
    }

    /// <summary>Marks all believed tracks of an MMSI when there are several, and clears the mark of one that is left.</summary>
    private void FlagClaimants(int mmsi)
    {
        if (mmsi == Nameless)
        {
            return;
        }

        var believed = 0;
        for (var slot = firstOfMmsi[mmsi]; slot >= 0; slot = records[slot].NextOfMmsi)
        {
            believed += records[slot].Status != TrackStatus.Tentative || records[slot].Observations > 1 ? 1 : 0;
        }

        for (var slot = firstOfMmsi[mmsi]; slot >= 0; slot = records[slot].NextOfMmsi)
        {
            var flags = records[slot].Flags & ~TrackFlags.DuplicateIdentity;
            flags |= believed > 1 ? TrackFlags.DuplicateIdentity : TrackFlags.None;
            if (flags != records[slot].Flags)
            {
                records[slot].Flags = flags;
                MarkDirty(slot);
            }
        }
    }
}
