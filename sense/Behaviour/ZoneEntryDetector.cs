using System.Globalization;
using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>Says when a vessel enters a zone, and when it has left (D01).</summary>
/// <remarks>
/// <para>
/// Looks at every fix and at the straight line from the one before, so that no zone is jumped over: a line that goes in
/// and out again counts when the way inside took long enough. Whether a fix is inside is asked of its probability, taken
/// from its distance to the edge and its doubt, with a gap between in and out; leaving also needs a distance.
/// </para>
/// <para>
/// It speaks once an episode and is armed again only after the vessel is clear. Late fixes change nothing. A vessel first
/// seen inside is told apart (<c>zone.appeared-inside</c>). A track that ends inside keeps its episode open for a while,
/// for it may come back under its id.
/// </para>
/// </remarks>
public sealed partial class ZoneEntryDetector : IDetector
{
    /// <summary>Its code.</summary>
    public const string DetectorCode = "zone-entry";

    /// <summary>Tracks followed at most.</summary>
    public const int MaximumSubjects = 131_072;

    /// <summary>Episodes open at most.</summary>
    public const int MaximumEpisodes = 20_000;

    private readonly ZoneEntryParameters parameters;
    private readonly Dictionary<TrackId, Subject> subjects = [];
    private readonly List<Episode> episodes = [];
    private IReadOnlyList<Zone>? knownZones;
    private Watched[] watched = [];

    /// <summary>A detector for a rule version.</summary>
    public ZoneEntryDetector(Rule rule, ZoneEntryParameters parameters)
    {
        Rule = rule;
        this.parameters = parameters;
    }

    /// <inheritdoc/>
    public string Code => DetectorCode;

    /// <inheritdoc/>
    public Rule Rule { get; }

    /// <inheritdoc/>
    public long Dropped { get; private set; }

    /// <inheritdoc/>
    public void Observe(TrackChanges changes, DetectorContext context, ICollection<Finding> findings)
    {
        LookAtZones(context.Zones);
        foreach (ref readonly var death in changes.Deaths)
        {
            End(death.Last.Id, context.Now);
        }

        foreach (ref readonly var birth in changes.Births)
        {
            Know(birth);
        }

        foreach (ref readonly var change in changes.Changes)
        {
            Know(change);
        }

        foreach (ref readonly var fix in changes.Fixes)
        {
            if (!fix.IsLate && subjects.TryGetValue(fix.Id, out var subject))
            {
                Follow(subject, fix, context.Now, findings);
            }
        }

        Judge(context.Now, findings);
    }

    private void LookAtZones(IReadOnlyList<Zone> zones)
    {
        if (ReferenceEquals(zones, knownZones))
        {
            return;
        }

        knownZones = zones;
        var reach = parameters.ExitBufferMetres + 1_000;
        watched = zones
            .Where(z =>
                Rule.ZoneIds.Count == 0 ? z.Kind is ZoneKind.Watch or ZoneKind.Closed : Rule.ZoneIds.Contains(z.Id)
            )
            .Select(z => new Watched(z, z.Area.Box.Expanded(reach)))
            .ToArray();
        foreach (var episode in episodes)
        {
            var now = Array.Find(watched, w => w.Zone.Id == episode.Zone.Id);
            episode.Zone = now?.Zone ?? episode.Zone;
            episode.IsZoneGone = now is null;
        }
    }

    private void Know(in TrackState state)
    {
        if (!subjects.TryGetValue(state.Id, out var subject))
        {
            if (subjects.Count >= MaximumSubjects)
            {
                Dropped++;
                return;
            }

            subjects[state.Id] = subject = new Subject(state.Id);
        }

        subject.EndedAt = null;
        subject.IsBelieved = state.Status != TrackStatus.Tentative;
        subject.IsStationary = state.IsStationary;
        subject.IsWanted = state.Transponder switch
        {
            Transponder.ClassA => parameters.ClassA,
            Transponder.ClassB => parameters.ClassB,
            Transponder.None => parameters.WithoutTransponder,
            _ => false,
        };
        subject.Speed = state.Speed;
        subject.Doubt = Math.Max(1, state.Covariance.PositionMetres);
        subject.Simulated = state.IsSimulated;
        subject.Observations = state.Observations;
    }

    private void End(TrackId id, DateTimeOffset now)
    {
        if (subjects.TryGetValue(id, out var subject))
        {
            subject.EndedAt = now;
            if (subject.Episodes.Count == 0)
            {
                subjects.Remove(id);
            }
        }
    }

    private void Follow(Subject subject, in TrackFix fix, DateTimeOffset now, ICollection<Finding> findings)
    {
        var gap = (fix.ObservedAt - subject.FixAt).TotalSeconds;
        Position? before = subject.HasFix && gap <= parameters.LongestGapSeconds ? subject.Fix : null;
        if (subject.IsWanted)
        {
            var line = BoundingBox.Around([before ?? fix.Position, fix.Position]);
            foreach (var zone in watched)
            {
                var episode = subject.EpisodeIn(zone.Zone.Id);
                if (episode is not null || zone.Reach.Intersects(line))
                {
                    var step = new Step(subject, zone.Zone, episode, fix, before, gap);
                    Consider(step, now, findings);
                }
            }
        }

        subject.HasFix = true;
        subject.Fix = fix.Position;
        subject.FixAt = fix.ObservedAt;
        subject.Raw = fix.Raw;
        subject.Speed = fix.Speed ?? subject.Speed;
    }

    private sealed record Watched(Zone Zone, BoundingBox Reach);

    /// <summary>What is kept of a track.</summary>
    private sealed class Subject(TrackId id)
    {
        public TrackId Id { get; } = id;
        public bool IsBelieved { get; set; }
        public bool IsWanted { get; set; }
        public bool IsStationary { get; set; }
        public bool Simulated { get; set; }
        public bool HasFix { get; set; }
        public Position Fix { get; set; }
        public DateTimeOffset FixAt { get; set; }
        public RawRef Raw { get; set; }
        public double? Speed { get; set; }
        public double Doubt { get; set; }
        public int Observations { get; set; }
        public List<Episode> Episodes { get; } = [];
        public DateTimeOffset? EndedAt { get; set; }

        public Episode? EpisodeIn(Guid zone)
        {
            foreach (var episode in Episodes)
            {
                if (episode.Zone.Id == zone)
                {
                    return episode;
                }
            }

            return null;
        }
    }

    /// <summary>One vessel in or about one zone.</summary>
    private sealed class Episode(Subject subject, Zone zone, DateTimeOffset startedAt)
    {
        public Subject Subject { get; } = subject;
        public Zone Zone { get; set; } = zone;
        public DateTimeOffset StartedAt { get; } = startedAt;
        public EdgeCrossing? Crossing { get; init; }
        public double CrossingCourse { get; init; }
        public bool Appeared { get; init; }
        public bool IsRaised { get; set; }
        public bool IsOver { get; set; }
        public bool IsZoneGone { get; set; }
        public double Probability { get; set; }
        public double DepthMetres { get; set; }
        public int FixesInside { get; set; }
        public DateTimeOffset? OutsideSince { get; set; }

        public string SubjectKey(Rule rule) =>
            string.Create(CultureInfo.InvariantCulture, $"{rule.Id}:{Subject.Id}:{Zone.Id}");

        public string Key(Rule rule) =>
            string.Create(CultureInfo.InvariantCulture, $"{SubjectKey(rule)}:{StartedAt.ToUnixTimeMilliseconds()}");
    }

    /// <summary>One fix about one zone.</summary>
    private readonly record struct Step(
        Subject Subject,
        Zone Zone,
        Episode? Episode,
        TrackFix Fix,
        Position? Before,
        double GapSeconds
    )
    {
        /// <summary>Time at a share of the line, UTC.</summary>
        public DateTimeOffset At(double share) => Fix.ObservedAt.AddSeconds((share - 1) * GapSeconds);
    }
}
