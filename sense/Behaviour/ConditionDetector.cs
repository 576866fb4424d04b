using System.Globalization;
using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>
/// What detectors have in common that speak when a track's state has met a condition for some time: one finding when it has,
/// one when it has not for long enough, or the track ended.
/// </summary>
/// <remarks>A track that ends is given some time, for it may come back under its id.</remarks>
public abstract class ConditionDetector(Rule rule, ConditionTiming timing) : IDetector
{
    /// <summary>Tracks that meet the condition, followed at most.</summary>
    public const int MaximumSubjects = 20_000;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly Dictionary<TrackId, Episode> episodes = [];
    private readonly List<TrackId> over = [];
    private DateTimeOffset nextLook;

    /// <inheritdoc/>
    public abstract string Code { get; }

    /// <inheritdoc/>
    public Rule Rule => rule;

    /// <inheritdoc/>
    public long Dropped { get; private set; }

    /// <inheritdoc/>
    public void Observe(TrackChanges changes, DetectorContext context, ICollection<Finding> findings)
    {
        foreach (ref readonly var death in changes.Deaths)
        {
            if (episodes.TryGetValue(death.Last.Id, out var episode))
            {
                episode.EndedAt = context.Now;
            }

            Forget(death.Last.Id);
        }

        foreach (ref readonly var birth in changes.Births)
        {
            Know(birth, context);
        }

        foreach (ref readonly var change in changes.Changes)
        {
            Know(change, context);
        }

        if (context.Now >= nextLook)
        {
            nextLook = context.Now + Pace;
            Judge(context, findings);
        }
    }

    /// <summary>Whether a believed track meets the condition now.</summary>
    protected abstract bool Holds(in TrackState state, DetectorContext context);

    /// <summary>The numbers that made it, the first of them the condition's own.</summary>
    /// <param name="first">The state when it began to hold.</param>
    /// <param name="state">The state now.</param>
    /// <param name="seconds">For how long it has held, s.</param>
    protected abstract IEnumerable<Reason> Evidence(TrackState first, TrackState state, double seconds);

    /// <summary>The track is over: what a detector keeps of it may go.</summary>
    protected virtual void Forget(TrackId id) { }

    private void Know(in TrackState state, DetectorContext context)
    {
        var holds = state.Status == TrackStatus.Live && Holds(state, context) && IsInZone(state.Position, context);
        if (!episodes.TryGetValue(state.Id, out var episode))
        {
            if (!holds)
            {
                return;
            }

            if (episodes.Count >= MaximumSubjects)
            {
                Dropped++;
                return;
            }

            episodes[state.Id] = episode = new Episode(state);
        }

        episode.EndedAt = null;
        episode.Last = state;
        episode.NotSince = holds ? null : episode.NotSince ?? state.At;
    }

    private bool IsInZone(Position place, DetectorContext context)
    {
        if (Rule.ZoneIds.Count == 0)
        {
            return true;
        }

        foreach (var zone in context.Zones)
        {
            if (Rule.ZoneIds.Contains(zone.Id) && zone.Area.Contains(place))
            {
                return true;
            }
        }

        return false;
    }

    private void Judge(DetectorContext context, ICollection<Finding> findings)
    {
        over.Clear();
        foreach (var (id, episode) in episodes)
        {
            JudgeOne(episode, context.Now, findings);
            if (episode.IsOver)
            {
                over.Add(id);
            }
        }

        foreach (var id in over)
        {
            episodes.Remove(id);
        }
    }

    private void JudgeOne(Episode episode, DateTimeOffset now, ICollection<Finding> findings)
    {
        var held = (now - episode.First.At).TotalSeconds;
        if (!episode.IsRaised)
        {
            episode.IsOver = episode.NotSince is not null || episode.EndedAt is not null;
            if (!episode.IsOver && held >= timing.ConfirmSeconds)
            {
                episode.IsRaised = true;
                Reason[] reasons = [.. Evidence(episode.First, episode.Last, Math.Round(held))];
                findings.Add(Tell(episode, FindingPhase.Raised, now, reasons));
            }

            return;
        }

        var reason =
            episode.EndedAt is { } ended && (now - ended).TotalSeconds >= timing.ForgetSeconds ? "track.ended"
            : episode.NotSince is { } since && (now - since).TotalSeconds >= timing.ClearSeconds ? "condition.over"
            : null;
        if (reason is not null)
        {
            episode.IsOver = true;
            findings.Add(Tell(episode, FindingPhase.Cleared, now, [new Reason(reason, Math.Round(held), "s")]));
        }
    }

    private Finding Tell(Episode episode, FindingPhase phase, DateTimeOffset now, IReadOnlyList<Reason> reasons)
    {
        var state = episode.Last;
        var subjectKey = string.Create(CultureInfo.InvariantCulture, $"{Rule.Id}:{state.Id}");
        var start = episode.First.At.ToUnixTimeMilliseconds();
        return new Finding
        {
            Detector = Code,
            Rule = Rule,
            Phase = phase,
            Subjects = [state.Id],
            EpisodeKey = string.Create(CultureInfo.InvariantCulture, $"{subjectKey}:{start}"),
            SubjectKey = subjectKey,
            Level = Rule.Level,
            StartedAt = episode.First.At,
            TriggeredAt = state.At,
            FoundAt = now,
            Position = state.Position,
            Reasons = reasons,
            Trigger = state.Raw,
            Simulated = state.IsSimulated,
        };
    }

    private sealed class Episode(TrackState first)
    {
        public TrackState First { get; } = first;
        public TrackState Last { get; set; } = first;
        public bool IsRaised { get; set; }
        public bool IsOver { get; set; }
        public DateTimeOffset? NotSince { get; set; }
        public DateTimeOffset? EndedAt { get; set; }
    }
}

/// <summary>When a condition counts.</summary>
/// <param name="ConfirmSeconds">How long it must hold, s.</param>
/// <param name="ClearSeconds">How long it must not hold to be over, s.</param>
/// <param name="ForgetSeconds">How long after the track's end it is over, s.</param>
public readonly record struct ConditionTiming(double ConfirmSeconds, double ClearSeconds, double ForgetSeconds);
