namespace Fourfold.Tracking;

/// <summary>Which report and which echo make up which track.</summary>
public sealed partial class SystemTracker
{
    private readonly List<(long Fused, int Slot)> moved = [];
    private readonly List<int> orphans = [];
    private readonly Dictionary<TrackId, TrackId> gone = [];
    private int[] systemOfFused = [];
    private int[] claimOfFused = [];
    private long[] knownId = [];
    private int[] knownMmsi = [];

    private int OwnerOf(int fused) => fused < systemOfFused.Length ? systemOfFused[fused] : None;

    private void TakeDeaths()
    {
        gone.Clear();
        foreach (ref readonly var death in said.Deaths)
        {
            var report = death.Last.Slot;
            var slot = systemOfReport[report];
            systemOfReport[report] = None;
            if (slot < 0)
            {
                continue;
            }

            records[slot].Report = None;
            records[slot].Contributions.NoteAll(death.Last.Contributions);
            gone[death.Last.Id] = records[slot].Id;
            if (records[slot].Echo >= 0)
            {
                MarkDirty(slot);
                continue;
            }

            records[slot].Last = Owned(death.Last, slot);
            End(slot, death.Reason, SuccessorOf(death));
        }
    }

    private TrackId? SuccessorOf(in TrackEnd death)
    {
        var report = death.Successor is { } next ? reports.SlotOf(next) : None;
        return report >= 0 && report < systemOfReport.Length && systemOfReport[report] is >= 0 and var slot
            ? records[slot].Id
            : null;
    }

    private void TakeBirths()
    {
        foreach (ref readonly var birth in said.Births)
        {
            Reserve(birth.Slot);
            LinkReport(birth.Slot);
        }
    }

    private void Reserve(int report)
    {
        if (report < systemOfReport.Length)
        {
            return;
        }

        var old = systemOfReport.Length;
        Array.Resize(ref systemOfReport, Math.Max(report + 1, Math.Max(1024, old * 2)));
        systemOfReport.AsSpan(old).Fill(None);
    }

    /// <summary>Gives a transponder's track a place: with the fused track that bears its MMSI, else of its own.</summary>
    private void LinkReport(int report)
    {
        ref readonly var record = ref reports.RecordOf(report);
        var fused =
            radars is null || record.Mmsi == 0 || record.Status == TrackStatus.Tentative
                ? None
                : radars.SlotOf(record.Mmsi);
        var owner = fused >= 0 ? OwnerOf(fused) : None;
        if (owner >= 0 && records[owner].Report < 0)
        {
            Join(owner, report);
            return;
        }

        var slot = Bear(slotOfId.ContainsKey(record.Id) ? null : record.Id, record.FirstTicks);
        if (slot >= 0)
        {
            Join(slot, report);
        }
    }

    private void Join(int slot, int report)
    {
        systemOfReport[report] = slot;
        records[slot].Report = report;
        MarkDirty(slot);
    }

    private void Part(int slot)
    {
        systemOfReport[records[slot].Report] = None;
        orphans.Add(records[slot].Report);
        records[slot].Report = None;
    }

    /// <summary>Brings tracks into agreement with what the fusing tracker holds now.</summary>
    private void LinkFused()
    {
        if (radars is null)
        {
            return;
        }

        ReserveFused(radars.SlotsUsed);
        var time = SecondsOf(nowTicks);
        FindMoved();
        for (var fused = 0; fused < radars.SlotsUsed; fused++)
        {
            ref readonly var track = ref radars.TrackAt(fused);
            if (!track.IsAlive)
            {
                continue;
            }

            if (track.Mmsi != knownMmsi[fused])
            {
                TakeIdentity(fused, track.Mmsi);
            }

            var isShown = radars.IsShown(track, time);
            if (OwnerOf(fused) < 0 && isShown)
            {
                Attach(Bear(null, TicksOf(track.Born)), fused);
            }

            if (OwnerOf(fused) is >= 0 and var slot && isShown)
            {
                Look(slot, fused, time);
            }
        }

        foreach (var (id, slot) in moved)
        {
            Leave(slot, id);
        }

        foreach (var report in orphans)
        {
            if (systemOfReport[report] < 0 && reports.RecordOf(report).IsUsed)
            {
                LinkReport(report);
            }
        }

        moved.Clear();
        orphans.Clear();
    }

    /// <summary>A fused track may have ended, its slot may be another's, or it may have taken the id of one it is found to be.</summary>
    private void FindMoved()
    {
        for (var fused = 0; fused < radars!.SlotsUsed; fused++)
        {
            ref readonly var track = ref radars.TrackAt(fused);
            var id = track.IsAlive ? track.Id : 0;
            if (knownId[fused] == id)
            {
                continue;
            }

            if (systemOfFused[fused] is >= 0 and var slot)
            {
                moved.Add((knownId[fused], slot));
                records[slot].Echo = None;
                systemOfFused[fused] = None;
            }

            EndClaim(fused);
            (knownId[fused], knownMmsi[fused]) = (id, 0);
        }

        for (var i = moved.Count - 1; i >= 0; i--)
        {
            var fused = Array.IndexOf(knownId, moved[i].Fused, 0, radars.SlotsUsed);
            if (fused >= 0 && systemOfFused[fused] < 0)
            {
                Attach(moved[i].Slot, fused);
                moved.RemoveAt(i);
            }
        }
    }

    private void Attach(int slot, int fused)
    {
        if (slot < 0)
        {
            return;
        }

        records[slot].Echo = fused;
        systemOfFused[fused] = slot;
        MarkDirty(slot);
    }

    /// <summary>Radar does not hold it any more: it goes on by its transponder, or ends.</summary>
    private void Leave(int slot, long id)
    {
        if (!records[slot].IsUsed || records[slot].Echo >= 0)
        {
            return;
        }

        if (records[slot].Report >= 0)
        {
            MarkDirty(slot);
            return;
        }

        foreach (ref readonly var union in radars!.Unions)
        {
            if (union.Gone == id && Array.IndexOf(knownId, union.Kept, 0, radars.SlotsUsed) is >= 0 and var fused)
            {
                TrackId? kept = OwnerOf(fused) is >= 0 and var other && other != slot ? records[other].Id : null;
                End(slot, kept is null ? TrackEndReason.Silent : TrackEndReason.Merged, kept);
                return;
            }
        }

        End(slot, TrackEndReason.Silent);
    }

    /// <summary>A fused track bears another MMSI than before, or none: its reports come to it, others leave it.</summary>
    private void TakeIdentity(int fused, int mmsi)
    {
        knownMmsi[fused] = mmsi;
        var owner = OwnerOf(fused);
        if (owner >= 0 && records[owner].Report is >= 0 and var had && reports.RecordOf(had).Mmsi != mmsi)
        {
            Part(owner);
            MarkDirty(owner);
        }

        var report = mmsi == 0 ? None : ReportFor(fused, mmsi);
        if (report < 0 || (owner >= 0 && records[owner].Report >= 0))
        {
            return;
        }

        var other = systemOfReport[report];
        if (owner < 0 && other >= 0 && records[other].Echo < 0)
        {
            Attach(other, fused);
        }
        else if (owner >= 0 && other >= 0 && records[other].Echo < 0)
        {
            Unite(owner, other, report, fused);
        }
        else if (owner >= 0)
        {
            if (other >= 0)
            {
                records[other].Report = None;
                MarkDirty(other);
            }

            Join(owner, report);
        }
        else if (other >= 0)
        {
            Part(other); // Bound to one that radar has taken for it; it goes to the new one when that is shown.
            MarkDirty(other);
        }
    }

    /// <summary>A track of echoes and one of reports are one vessel: the older id lives on.</summary>
    private void Unite(int owner, int other, int report, int fused)
    {
        if (records[other].FirstTicks <= records[owner].FirstTicks)
        {
            records[owner].Echo = None;
            Attach(other, fused);
            End(owner, TrackEndReason.Merged, records[other].Id);
            return;
        }

        records[other].Report = None;
        Join(owner, report);
        End(other, TrackEndReason.Merged, records[owner].Id);
    }

    /// <summary>Of the transponders' tracks that bear an MMSI, the believed one that is nearest to a fused track; −1 for none.</summary>
    private int ReportFor(int fused, int mmsi)
    {
        var belief = radars!.TrackAt(fused).Motion.Combined();
        var (place, _) = radars.OnGlobe(belief.X, belief.Y);
        var (best, least) = (None, double.PositiveInfinity);
        for (var report = reports.FirstOf(mmsi); report >= 0; report = reports.RecordOf(report).NextOfMmsi)
        {
            ref readonly var record = ref reports.RecordOf(report);
            var metres = record.Position.DistanceTo(place);
            if (record.Status != TrackStatus.Tentative && report < systemOfReport.Length && metres < least)
            {
                (best, least) = (report, metres);
            }
        }

        return best;
    }

    private void ReserveFused(int count)
    {
        var old = systemOfFused.Length;
        if (count <= old)
        {
            return;
        }

        var size = Math.Max(count, Math.Max(256, old * 2));
        Array.Resize(ref systemOfFused, size);
        Array.Resize(ref claimOfFused, size);
        Array.Resize(ref knownId, size);
        Array.Resize(ref knownMmsi, size);
        systemOfFused.AsSpan(old).Fill(None);
        claimOfFused.AsSpan(old).Fill(None);
    }

    /// <summary>Radars are other ones now: tracks go on by their transponders, or end.</summary>
    private void DropFused()
    {
        for (var slot = 0; slot < slots.Used; slot++)
        {
            ref var record = ref records[slot];
            if (!record.IsUsed || (record.Echo < 0 && record.ClaimOf < 0))
            {
                continue;
            }

            record.Echo = None;
            if (record.Report >= 0)
            {
                MarkDirty(slot);
            }
            else
            {
                End(slot, TrackEndReason.Silent);
            }
        }

        ForgetFused();
    }

    private void ForgetFused()
    {
        systemOfFused.AsSpan().Fill(None);
        claimOfFused.AsSpan().Fill(None);
        knownId.AsSpan().Clear();
        knownMmsi.AsSpan().Clear();
    }
}
