using Fourfold.Geo;

namespace Fourfold.Behaviour;

public sealed partial class AisSilenceDetector
{
    // A ship found silent but not suspect is not looked at again at once, for the dear questions.
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(5);

    // Who was heard only when the ship itself still spoke says nothing about its silence: a receiver that dies takes them
    // all at once. So others must have spoken in the last two thirds of it.
    private const double LateShare = 2.0 / 3;

    // Radar has it when its newest plot is no older.
    private const double RadarHoldsSeconds = 18;

    // A ship keeps course for about so long; farther ahead nobody can say in which cell it would be.
    private const double AheadSeconds = 300;

    private void Judge(DetectorContext context, ICollection<Finding> findings)
    {
        var gone = 0;
        foreach (var subject in inOrder)
        {
            if (subject.Silence is null)
            {
                Suspect(subject, context, findings);
            }

            var silent = (context.Now - subject.FixAt).TotalSeconds;
            // One heard too seldom to be judged is not waited for, or a flood of made-up numbers would fill the memory.
            var isStranger = subject.Fixes < parameters.MinimumFixes && subject.Silence is null;
            if (subject.HasEnded && (isStranger || silent >= parameters.ForgetSeconds))
            {
                gone++;
                Forget(subject, context.Now, findings);
            }
        }

        if (gone > 0)
        {
            inOrder.RemoveAll(s => !subjects.ContainsKey(s.Id));
        }
    }

    private void Forget(Subject subject, DateTimeOffset now, ICollection<Finding> findings)
    {
        subjects.Remove(subject.Id);
        if (newestOfMmsi.GetValueOrDefault(subject.Mmsi) == subject)
        {
            newestOfMmsi.Remove(subject.Mmsi);
        }

        if (subject.Silence is { } silence)
        {
            var seconds = Math.Round((now - silence.StartedAt).TotalSeconds);
            var reason = new Reason("silence.never-heard-again", seconds, "s", parameters.ForgetSeconds, ">=");
            findings.Add(Tell(subject, silence, FindingPhase.Cleared, now, fix: null, [reason], []));
        }
    }

    private void Suspect(Subject subject, DetectorContext context, ICollection<Finding> findings)
    {
        // The cheap questions first: this runs over every ship each second.
        var silent = (context.Now - subject.FixAt).TotalSeconds;
        if (
            context.Now < subject.LookAgainAt
            || silent < parameters.FloorSeconds
            || silent >= parameters.ForgetSeconds
            || subject.Fixes < parameters.MinimumFixes
            || !subject.IsBelieved
            || !subject.IsWanted
            || subject.IsStationary
            || !(Speed.ToKnots(subject.Speed ?? 0) >= parameters.MinimumSpeedKnots)
        )
        {
            return;
        }

        subject.LookAgainAt = context.Now + SecondLook;
        var cadence = subject.Cadence;
        var needed = Math.Max(parameters.FloorSeconds, parameters.CadenceFactor * cadence);
        if (silent < needed || HeardThrough(subject, context) is not { } through || through < needed)
        {
            return;
        }

        if (SpeaksElsewhere(subject))
        {
            return;
        }

        var since = context.Now.AddSeconds(-Math.Min(parameters.OthersWindowSeconds, silent * LateShare));
        var others = context.Coverage.OthersHeard(subject.Fix, subject.Id, since, subject.Feeds);
        if (others < parameters.OthersHeard || context.HarbourMetres(subject.Fix) <= parameters.HarbourBufferMetres)
        {
            return;
        }

        var ahead = Ahead(subject, silent);
        var heardAhead = context.Coverage.OthersHeard(ahead, subject.Id, since, subject.Feeds);
        var isLandAhead = context.Shoreline?.IsLand(ahead) == true;
        if (parameters.HeardAhead && heardAhead == 0 && !isLandAhead)
        {
            return;
        }

        var silence = new Silence(subject.FixAt, subject.FixAt.AddSeconds(needed));
        subject.Silence = silence;
        findings.Add(
            Tell(
                subject,
                silence,
                FindingPhase.Raised,
                context.Now,
                fix: null,
                [.. Evidence(subject, context, silent, needed, cadence, others)],
                [.. Doubts(subject, context, through, heardAhead, isLandAhead)]
            )
        );
    }

    /// <summary>
    /// Whether its number has begun to speak from elsewhere since: a leap (a recording that begins anew, a borrowed number)
    /// is no silence.
    /// </summary>
    private bool SpeaksElsewhere(Subject subject) =>
        newestOfMmsi.TryGetValue(subject.Mmsi, out var newest)
        && newest != subject
        && newest.IsBelieved
        && newest.FirstFixAt >= subject.FixAt;

    /// <summary>
    /// For how long, s, the ship has been silent while a feed that heard it was listening without interruption; null when
    /// none of them is live.
    /// </summary>
    private static double? HeardThrough(Subject subject, DetectorContext context)
    {
        double? longest = null;
        for (var i = 0; i < context.Feeds.Count; i++)
        {
            var feed = context.Feeds[i];
            if (feed.IsLive && subject.Feeds.IncludesTransponder(feed.FeedNumber))
            {
                var from = feed.LiveSince > subject.FixAt ? feed.LiveSince : subject.FixAt;
                longest = Math.Max(longest ?? 0, (context.Now - from).TotalSeconds);
            }
        }

        return longest;
    }

    private static Position Ahead(Subject subject, double silentSeconds)
    {
        var way = new LocalPoint(subject.VelocityEast, subject.VelocityNorth) * Math.Min(silentSeconds, AheadSeconds);
        return new LocalFrame(subject.Fix).ToPosition(way);
    }

    private IEnumerable<Reason> Evidence(
        Subject subject,
        DetectorContext context,
        double silent,
        double needed,
        double cadence,
        int others
    )
    {
        yield return new Reason("silence.duration", Math.Round(silent), "s", Math.Round(needed), ">=");
        yield return new Reason("silence.own-interval", Math.Round(cadence, 1), "s");
        yield return new Reason("silence.others-heard", others, "count", parameters.OthersHeard, ">=");
        var knots = Math.Round(Speed.ToKnots(subject.Speed ?? 0), 1);
        yield return new Reason("silence.last-speed", knots, "kn", parameters.MinimumSpeedKnots, ">=");
        if (subject.RadarAt is { } radar && (context.Now - radar).TotalSeconds <= RadarHoldsSeconds)
        {
            var ago = Math.Round(Math.Max(0, (context.Now - radar).TotalSeconds), 1);
            yield return new Reason("silence.radar-holds", ago, "s", RadarHoldsSeconds, "<=");
        }

        if (context.Shoreline is { } shore)
        {
            var metres = shore.SignedDistance(subject.Fix);
            if (Math.Abs(metres) > shore.AccuracyMetres)
            {
                yield return new Reason("silence.shore-distance", Math.Round(metres), "m");
            }
        }
    }

    private IEnumerable<Reason> Doubts(
        Subject subject,
        DetectorContext context,
        double heardThrough,
        int heardAhead,
        bool isLandAhead
    )
    {
        if (heardAhead < parameters.OthersHeard && !isLandAhead)
        {
            yield return new Reason("coverage.few-ahead", heardAhead, "count", parameters.OthersHeard, "<");
        }

        var interrupted = (context.Now - subject.FixAt).TotalSeconds - heardThrough;
        if (interrupted > 1)
        {
            yield return new Reason("feed.was-interrupted", Math.Round(interrupted), "s", 0, ">");
        }

        if (subject.IsClassB)
        {
            // Class B sends with 2 W (5 W at most) and drops behind waves and ships that class A reaches over.
            yield return new Reason("silence.weak-sender", 2, "W");
        }

        var harbour = context.HarbourMetres(subject.Fix);
        if (harbour < 2_000)
        {
            yield return new Reason("silence.harbour-near", Math.Round(harbour), "m", 2_000, "<");
        }

        if (subject.Fixes < 20)
        {
            yield return new Reason("silence.short-history", subject.Fixes, "count", 20, "<");
        }

        if (subject.IsDuplicate)
        {
            yield return new Reason("identity.shared", 2, "count", 1, ">");
        }
    }
}
