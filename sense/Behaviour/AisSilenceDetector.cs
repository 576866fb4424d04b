using System.Globalization;
using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>Says when a ship under way falls silent where others are heard, and when it speaks again (D04).</summary>
/// <remarks>
/// <para>
/// Silence is measured against the ship's own habit: longer than a floor and than a multiple of its median interval. It
/// means nothing unless a feed that heard the ship is live and was so all the time (after an interruption the clock starts
/// anew), and unless others are heard within 8 km by that feed while it is silent. Ships at rest and in or by harbours are left alone.
/// </para>
/// <para>
/// Cleared by new fixes. Withdrawn when a fix turns up late that was made while the ship was said to be silent. A ship
/// is remembered after its track ended, for that is when it matters.
/// </para>
/// </remarks>
public sealed partial class AisSilenceDetector : IDetector
{
    /// <summary>Its code.</summary>
    public const string DetectorCode = "ais-silence";

    /// <summary>Ships remembered at most, about 300 bytes each.</summary>
    public const int MaximumSubjects = 131_072;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly AisSilenceParameters parameters;
    private readonly Dictionary<TrackId, Subject> subjects = [];
    private readonly Dictionary<int, Subject> newestOfMmsi = [];
    private readonly List<Subject> inOrder = [];
    private DateTimeOffset nextLook;

    /// <summary>A detector for a rule version.</summary>
    public AisSilenceDetector(Rule rule, AisSilenceParameters parameters)
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
        foreach (ref readonly var death in changes.Deaths)
        {
            if (subjects.TryGetValue(death.Last.Id, out var ended))
            {
                ended.HasEnded = true;
            }
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
            if (fix.Kind <= ObservationKind.AisClassB && subjects.TryGetValue(fix.Id, out var subject))
            {
                Hear(subject, fix, context.Now, findings);
            }
        }

        // Ten looks a second would find nothing that one does not.
        if (context.Now >= nextLook)
        {
            nextLook = context.Now + Pace;
            Judge(context, findings);
        }
    }

    private void Know(in TrackState state)
    {
        var isWanted = state.Transponder switch
        {
            Transponder.ClassA => parameters.ClassA,
            Transponder.ClassB => parameters.ClassB,
            _ => false,
        };
        if (!subjects.TryGetValue(state.Id, out var subject))
        {
            if (!isWanted)
            {
                return;
            }

            if (subjects.Count >= MaximumSubjects)
            {
                Dropped++;
                return;
            }

            subjects[state.Id] = subject = new Subject(state.Id, state.Mmsi.GetValueOrDefault());
            newestOfMmsi[subject.Mmsi] = subject;
            inOrder.Add(subject);
        }

        subject.HasEnded = false;
        if (state.Transponder == Transponder.None)
        {
            // Only radar holds it now: what it was stays as its transponder said.
            subject.RadarAt = state.At;
            return;
        }

        Name(subject, state.Mmsi.GetValueOrDefault());
        subject.RadarAt = null;
        subject.IsWanted = isWanted;
        subject.IsBelieved = state.Status != TrackStatus.Tentative;
        subject.IsClassB = state.Transponder == Transponder.ClassB;
        subject.IsStationary = state.IsStationary;
        subject.IsDuplicate = (state.Flags & TrackFlags.DuplicateIdentity) != 0;
        subject.Simulated = state.IsSimulated;
        subject.VelocityEast = state.VelocityEast;
        subject.VelocityNorth = state.VelocityNorth;
        subject.Speed = state.Speed;
        subject.Feeds = state.Contributions;
    }

    /// <summary>A track that radar holds may come to bear another number.</summary>
    private void Name(Subject subject, int mmsi)
    {
        if (subject.Mmsi == mmsi)
        {
            return;
        }

        if (newestOfMmsi.GetValueOrDefault(subject.Mmsi) == subject)
        {
            newestOfMmsi.Remove(subject.Mmsi);
        }

        subject.Mmsi = mmsi;
        newestOfMmsi[mmsi] = subject;
    }

    private void Hear(Subject subject, in TrackFix fix, DateTimeOffset now, ICollection<Finding> findings)
    {
        if (fix.IsLate)
        {
            return;
        }

        if (subject.Fixes > 0)
        {
            Answer(subject, fix, now, findings);
            subject.NoteInterval((float)(fix.ObservedAt - subject.FixAt).TotalSeconds);
        }
        else
        {
            subject.FirstFixAt = fix.ObservedAt;
        }

        subject.Fixes++;
        subject.Fix = fix.Position;
        subject.FixAt = fix.ObservedAt;
        subject.Raw = fix.Raw;
    }

    /// <summary>What a new fix means for a silence that was told.</summary>
    private void Answer(Subject subject, in TrackFix fix, DateTimeOffset now, ICollection<Finding> findings)
    {
        if (subject.Silence is not { } silence)
        {
            return;
        }

        if (fix.ObservedAt < silence.RefutedBefore && silence.FixesSince == 0)
        {
            subject.Silence = null;
            var late = Math.Round((now - fix.ObservedAt).TotalSeconds);
            var reason = new Reason("silence.refuted-by-late-fix", late, "s");
            findings.Add(Tell(subject, silence, FindingPhase.Withdrawn, now, fix, [reason], []));
            return;
        }

        silence.FixesSince++;
        silence.EndedAt ??= fix.ObservedAt;
        if (silence.FixesSince >= parameters.ClearFixes)
        {
            subject.Silence = null;
            var seconds = (silence.EndedAt.Value - silence.StartedAt).TotalSeconds;
            var reason = new Reason("silence.over", Math.Round(seconds), "s");
            findings.Add(Tell(subject, silence, FindingPhase.Cleared, now, fix, [reason], []));
        }
    }

    private Finding Tell(
        Subject subject,
        Silence silence,
        FindingPhase phase,
        DateTimeOffset now,
        TrackFix? fix,
        IReadOnlyList<Reason> reasons,
        IReadOnlyList<Reason> counterReasons
    )
    {
        var subjectKey = string.Create(CultureInfo.InvariantCulture, $"{Rule.Id}:{subject.Id}");
        var start = silence.StartedAt.ToUnixTimeMilliseconds();
        return new Finding
        {
            Detector = DetectorCode,
            Rule = Rule,
            Phase = phase,
            Subjects = [subject.Id],
            Mmsi = subject.Mmsi == 0 ? null : subject.Mmsi,
            EpisodeKey = string.Create(CultureInfo.InvariantCulture, $"{subjectKey}:{start}"),
            SubjectKey = subjectKey,
            Level = Rule.Level,
            StartedAt = silence.StartedAt,
            TriggeredAt = fix?.ObservedAt ?? subject.FixAt,
            FoundAt = now,
            Position = fix?.Position ?? subject.Fix,
            Reasons = reasons,
            CounterReasons = counterReasons,
            Trigger = fix?.Raw ?? subject.Raw,
            Simulated = subject.Simulated,
        };
    }

    /// <summary>A silence that was told.</summary>
    private sealed class Silence(DateTimeOffset startedAt, DateTimeOffset refutedBefore)
    {
        public DateTimeOffset StartedAt { get; } = startedAt;

        /// <summary>A fix made before this shows that the ship was never silent long enough.</summary>
        public DateTimeOffset RefutedBefore { get; } = refutedBefore;
        public DateTimeOffset? EndedAt { get; set; }
        public int FixesSince { get; set; }
    }

    /// <summary>What is kept of a ship.</summary>
    private sealed class Subject(TrackId id, int mmsi)
    {
        private const int Kept = 15;
        private readonly float[] intervals = new float[Kept];
        private int noted;

        public TrackId Id { get; } = id;
        public int Mmsi { get; set; } = mmsi;

        /// <summary>Time of the newest state in which only radar held it; null while it speaks.</summary>
        public DateTimeOffset? RadarAt { get; set; }
        public DateTimeOffset FirstFixAt { get; set; }
        public bool HasEnded { get; set; }
        public bool IsWanted { get; set; }
        public bool IsBelieved { get; set; }
        public bool IsClassB { get; set; }
        public bool IsStationary { get; set; }
        public bool IsDuplicate { get; set; }
        public bool Simulated { get; set; }
        public double VelocityEast { get; set; }
        public double VelocityNorth { get; set; }
        public double? Speed { get; set; }
        public Contributions Feeds { get; set; }
        public int Fixes { get; set; }
        public Position Fix { get; set; }
        public DateTimeOffset FixAt { get; set; }
        public RawRef Raw { get; set; }
        public DateTimeOffset LookAgainAt { get; set; }
        public Silence? Silence { get; set; }

        /// <summary>Median of its last 15 intervals, s.</summary>
        public double Cadence
        {
            get
            {
                Span<float> sorted = stackalloc float[Kept];
                sorted = sorted[..Math.Min(noted, Kept)];
                intervals.AsSpan(0, sorted.Length).CopyTo(sorted);
                sorted.Sort();
                return sorted.IsEmpty ? 0 : sorted[sorted.Length / 2];
            }
        }

        public void NoteInterval(float seconds) => intervals[noted++ % Kept] = seconds;
    }
}
