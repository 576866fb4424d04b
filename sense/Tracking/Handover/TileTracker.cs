namespace Fourfold.Tracking.Handover;

/// <summary>
/// The tracker of one tile of the sea. It follows what is in its tile and in a halo around it, tells only what is its own, and
/// hands over who leaves.
/// </summary>
/// <remarks>
/// <para>
/// Whoever feeds it brings it every observation of tile and halo. Neighbours follow a vessel near their border from the same
/// measurements, so a hand-over is about who it is, not where. A track that is born inside is the tile's own; one that was
/// first seen in the halo is the neighbour's until it is handed over, or until <see cref="PatienceSeconds"/> after it came in,
/// for a neighbour may be dead. Near the border both may find a newborn to be inside: each claims it, and the younger gives way.
/// </para>
/// <para>A track is given away <see cref="HysteresisMetres"/> beyond the border, so that who sails along it stays with one.</para>
/// </remarks>
public sealed class TileTracker
{
    /// <summary>How far beyond its border a tile keeps a track, metres.</summary>
    public const double HysteresisMetres = 200;

    /// <summary>How long a tile waits for the hand-over of what came in, and keeps one whose track it does not know yet, s.</summary>
    public const double PatienceSeconds = 30;

    /// <summary>Hand-overs kept for tracks that are not known yet; beyond it the oldest are forgotten.</summary>
    public const int MaximumExpected = 4_096;

    /// <summary>Nearer to the border than this both neighbours may find a newborn in their own tile, metres.</summary>
    public const double ClaimMetres = 500;

    private const double AnswerSeconds = 1;
    private const double MatchMetres = 150;
    private const double MatchDeviations = 4;
    private const double MatchSpeed = 6;

    private readonly SystemTracker inner;
    private readonly TrackChanges seen = new();
    private readonly List<Held> told = [];
    private readonly Growing<TrackEnd> ended = new();
    private readonly Growing<TrackFix> fixes = new();
    private readonly List<TrackHandover> outgoing = [];
    private readonly List<TrackHandover> answers = [];
    private readonly List<TrackHandover> expected = [];
    private readonly Dictionary<TrackId, Held> held = [];
    private DateTimeOffset now;

    /// <summary>A tile's tracker without tracks.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="ids">Where ids come from; trackers of one process may share it.</param>
    /// <param name="options">Limits.</param>
    public TileTracker(SeaTile tile, TrackIdSource ids, TrackerOptions options)
    {
        Tile = tile;
        inner = new SystemTracker(ids, options);
    }

    /// <summary>The tile.</summary>
    public SeaTile Tile { get; }

    /// <summary>What it has done, its halo included.</summary>
    public ITrackerCounters Counters => inner.Counters;

    /// <summary>Own tracks that changed or were born since the last time; told again and again under one id.</summary>
    public IEnumerable<TrackState> Told => told.Where(track => track.IsOwn).Select(Labelled);

    /// <summary>Own tracks that ended; those given away have the reason <see cref="TrackEndReason.HandedOver"/>.</summary>
    public ReadOnlySpan<TrackEnd> Ended => ended.Items;

    /// <summary>Observations that went to own tracks.</summary>
    public ReadOnlySpan<TrackFix> Fixes => fixes.Items;

    /// <summary>
    /// Tracks given away since the last time, for whoever has the tile of their positions; and claims, for whoever has a tile
    /// within <see cref="ClaimMetres"/> of them.
    /// </summary>
    public IReadOnlyList<TrackHandover> Outgoing => outgoing;

    internal SystemTracker Inner => inner;

    /// <summary>Listens to these radars from now on.</summary>
    public void SetRadars(IReadOnlyList<RadarSetup> radars) => inner.SetRadars(radars);

    /// <summary>Takes observations of tile and halo.</summary>
    public void Apply(ReadOnlySpan<Observation> observations, DateTimeOffset at) => inner.Apply(observations, at);

    /// <summary>Ends all tracks, because the owner's clock was set back.</summary>
    public void StartAnew(DateTimeOffset at)
    {
        inner.StartAnew(at);
        expected.Clear();
        now = at;
    }

    /// <summary>Lets time pass; what it tells is replaced.</summary>
    public void Advance(DateTimeOffset time)
    {
        now = time > now ? time : now;
        told.ForEach(track => track.IsListed = false);
        told.Clear();
        ended.Clear();
        fixes.Clear();
        outgoing.Clear();
        outgoing.AddRange(answers);
        answers.Clear();
        inner.Advance(now, seen);
        foreach (ref readonly var death in seen.Deaths)
        {
            End(death);
        }

        foreach (ref readonly var birth in seen.Births)
        {
            held[birth.Id] = new Held(birth, isFromOutside: Tile.MetresTo(birth.Position) > 0);
            Look(birth);
        }

        foreach (ref readonly var change in seen.Changes)
        {
            Look(change);
        }

        foreach (ref readonly var fix in seen.Fixes)
        {
            if (held.TryGetValue(fix.Id, out var track) && track.IsOwn)
            {
                fixes.Add(fix with { Id = track.Told });
            }
        }

        expected.RemoveAll(h => (now - h.At).TotalSeconds > PatienceSeconds);
    }

    /// <summary>Takes a track over; at once when it is known here, else as soon as it is. Twice is as good as once.</summary>
    public void Accept(TrackHandover handover)
    {
        if (handover.IsClaim)
        {
            GiveWay(handover);
            return;
        }

        if (Find(handover) is { } track)
        {
            Adopt(track, handover);
            return;
        }

        if (expected.Count == MaximumExpected)
        {
            expected.RemoveAt(0);
        }

        expected.Add(handover);
    }

    /// <summary>Copies the trail of an own track, oldest first; returns how many points, 0 for an unknown one.</summary>
    public int CopyTrail(TrackId id, Span<TrailPoint> points)
    {
        foreach (var track in held.Values)
        {
            if (track.IsOwn && track.Told == id)
            {
                return inner.CopyTrail(track.Last.Id, points);
            }
        }

        return 0;
    }

    private void Look(in TrackState state)
    {
        var track = held[state.Id];
        track.Last = state;
        var metres = Tile.MetresTo(state.Position);
        if (!track.IsOwn && expected.Count > 0)
        {
            Expect(track);
        }

        if (track.IsOwn && metres > HysteresisMetres && now >= track.QuietUntil)
        {
            var last = Labelled(track);
            outgoing.Add(TrackHandover.Of(last));
            ended.Add(new TrackEnd(last with { Status = TrackStatus.Ended }, TrackEndReason.HandedOver));
            Disown(track);
            return;
        }

        if (!track.IsOwn && metres == 0)
        {
            Take(track);
        }

        if (track.IsOwn)
        {
            List(track);
        }
    }

    /// <summary>Who came in is the neighbour's until it is handed over, or the neighbour is dead.</summary>
    private void Take(Held track)
    {
        track.InsideSince ??= now;
        if (track.IsFromOutside && (now - track.InsideSince.Value).TotalSeconds < PatienceSeconds)
        {
            return;
        }

        (track.IsOwn, track.OwnSince) = (true, track.IsFromOutside ? now : track.First);
        if (Tile.MetresFromEdge(track.Last.Position) < ClaimMetres)
        {
            outgoing.Add(ClaimOf(track));
            track.QuietUntil = now.AddSeconds(AnswerSeconds);
        }
    }

    private void List(Held track)
    {
        if (!track.IsListed && now >= track.QuietUntil)
        {
            (track.IsListed, track.IsTold) = (true, true);
            told.Add(track);
        }
    }

    private void End(in TrackEnd death)
    {
        if (!held.Remove(death.Last.Id, out var track) || !track.IsOwn)
        {
            return;
        }

        track.IsOwn = false;
        track.Last = death.Last;
        if (!track.IsTold)
        {
            return;
        }

        TrackId? successor =
            death.Successor is { } next && held.TryGetValue(next, out var other) && other.IsOwn ? other.Told : null;
        ended.Add(new TrackEnd(Labelled(track), death.Reason, successor));
    }

    private static TrackState Labelled(Held track) =>
        track.Last with
        {
            Id = track.Told,
            FirstObservedAt = track.First < track.Last.FirstObservedAt ? track.First : track.Last.FirstObservedAt,
        };

    private void Expect(Held track)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (Matches(track, expected[i]) is not null)
            {
                var handover = expected[i];
                expected.RemoveAt(i);
                Adopt(track, handover);
                return;
            }
        }
    }

    /// <summary>Of two that hold one track for their own the older keeps it.</summary>
    private void GiveWay(TrackHandover claim)
    {
        if (Find(claim) is not { IsOwn: true } track || track.Told == claim.Id)
        {
            return;
        }

        if (IsOlder(track, claim))
        {
            // Whoever claims it did not know it when this one was claimed.
            answers.Add(ClaimOf(track));
            return;
        }

        if (track.IsTold)
        {
            EndMerged(track, claim.Id);
        }

        Disown(track);
    }

    // Of a claim the first time is since when it is held.
    private static TrackHandover ClaimOf(Held track) =>
        TrackHandover.Of(Labelled(track)) with
        {
            FirstObservedAt = track.OwnSince,
            IsClaim = true,
        };

    private static void Disown(Held track) =>
        (track.IsOwn, track.IsTold, track.IsFromOutside, track.InsideSince) = (false, false, true, null);

    private void EndMerged(Held track, TrackId into)
    {
        var last = Labelled(track) with { Status = TrackStatus.Ended };
        ended.Add(new TrackEnd(last, TrackEndReason.Merged, into));
    }

    private static bool IsOlder(Held track, TrackHandover other) =>
        track.OwnSince != other.FirstObservedAt
            ? track.OwnSince < other.FirstObservedAt
            : track.Told.Value.CompareTo(other.Id.Value) < 0;

    private void Adopt(Held track, TrackHandover handover)
    {
        if (track.IsOwn && track.Told != handover.Id)
        {
            // Both held it for their own.
            if (IsOlder(track, handover))
            {
                return;
            }

            ended.Add(
                new TrackEnd(Labelled(track) with { Status = TrackStatus.Ended }, TrackEndReason.Merged, handover.Id)
            );
        }

        (track.IsOwn, track.OwnSince, track.QuietUntil) = (true, handover.FirstObservedAt, default);
        track.Told = handover.Id;
        track.First = handover.FirstObservedAt;
        List(track);
    }

    private Held? Find(TrackHandover handover)
    {
        Held? best = null;
        var least = double.PositiveInfinity;
        foreach (var track in held.Values)
        {
            if (Matches(track, handover) is { } distance && distance < least)
            {
                (best, least) = (track, distance);
            }
        }

        return best;
    }

    /// <summary>How far a track is from one that is handed over, in its doubts; null when it cannot be the same.</summary>
    private static double? Matches(Held track, TrackHandover handover)
    {
        if (track.IsOwn && track.Told == handover.Id)
        {
            return 0;
        }

        if (track.Last.Mmsi is { } own && handover.Mmsi is { } other && own != other)
        {
            return null;
        }

        var (earlier, later) = (handover.At, track.Last.At);
        var place = later >= earlier ? handover.PositionAt(later) : handover.Position;
        var here = later >= earlier ? track.Last.Position : track.Last.PositionAt(earlier, TimeSpan.FromMinutes(1));
        var doubt = Math.Sqrt(
            Square(handover.DoubtMetres)
                + Square(track.Last.Covariance.PositionMetres)
                + Square(MatchMetres / MatchDeviations)
        );
        var distance = place.DistanceTo(here) / doubt;
        var speed = Math.Sqrt(
            Square(handover.VelocityEast - track.Last.VelocityEast)
                + Square(handover.VelocityNorth - track.Last.VelocityNorth)
        );
        var isNamed = handover.Mmsi is not null && handover.Mmsi == track.Last.Mmsi;
        return distance <= MatchDeviations * (isNamed ? 4 : 1) && (isNamed || speed <= MatchSpeed) ? distance : null;
    }

    private static double Square(double value) => value * value;

    /// <summary>A track of tile or halo.</summary>
    private sealed class Held(TrackState state, bool isFromOutside)
    {
        public TrackState Last { get; set; } = state;
        public TrackId Told { get; set; } = state.Id;
        public DateTimeOffset First { get; set; } = state.FirstObservedAt;
        public bool IsOwn { get; set; }

        public DateTimeOffset OwnSince { get; set; }

        /// <summary>It is among those told this time.</summary>
        public bool IsListed { get; set; }

        /// <summary>It was told since it is the tile's own.</summary>
        public bool IsTold { get; set; }

        /// <summary>A newborn near the border is not told before neighbours could object.</summary>
        public DateTimeOffset QuietUntil { get; set; }

        /// <summary>It was first seen in the halo, so a neighbour has it, or had.</summary>
        public bool IsFromOutside { get; set; } = isFromOutside;

        public DateTimeOffset? InsideSince { get; set; }
    }
}
