using Fourfold.Geo;

namespace Fourfold.Behaviour;

public sealed partial class ZoneEntryDetector
{
    private void Consider(in Step step, DateTimeOffset now, ICollection<Finding> findings)
    {
        var metres = step.Zone.Area.SignedDistance(step.Fix.Position);
        var crossings = step.Before is { } before ? step.Zone.Area.Crossings(before, step.Fix.Position) : [];
        var episode = step.Episode;
        if (episode is null)
        {
            episode = metres <= 0 ? Begin(step, crossings) : PassThrough(step, crossings, now, findings);
            if (episode is null)
            {
                return;
            }
        }

        var probability = Normal.Below(-metres / step.Subject.Doubt);
        if (metres <= 0)
        {
            episode.FixesInside++;
            episode.Probability = Math.Max(episode.Probability, probability);
            episode.DepthMetres = Math.Max(episode.DepthMetres, -metres);
        }

        var isClear =
            probability <= parameters.OutsideProbability
            && metres > Math.Max(parameters.ExitBufferMetres, 2 * step.Subject.Doubt);
        if (!episode.IsRaised)
        {
            // Not yet told, so nothing needs to be held on to: outside is outside.
            episode.IsOver = metres > 0;
        }
        else if (isClear)
        {
            episode.OutsideSince ??= step.Fix.ObservedAt;
        }
        else if (metres <= 0 && episode.OutsideSince is not null)
        {
            episode.OutsideSince = null;
            findings.Add(Tell(episode, FindingPhase.Updated, now, "zone.entered-again"));
        }
    }

    private Episode? Begin(in Step step, EdgeCrossing[] crossings)
    {
        var inward = Array.FindLast(crossings, c => c.Inward);
        var crossed = crossings.Length > 0 && inward.Inward;
        // Inside since before the line began, and no episode: it was there when the zone or the rule was made, or it was
        // not wanted then. That is no entry, and the appearance was or was not told at its time.
        if (!crossed && step.Before is { } before && step.Zone.Area.Contains(before))
        {
            return null;
        }

        if (!crossed && !parameters.AppearingCounts)
        {
            return null;
        }

        return Open(
            new Episode(step.Subject, step.Zone, crossed ? step.At(inward.Share) : step.Fix.ObservedAt)
            {
                Crossing = crossed ? inward : null,
                CrossingCourse = crossed ? step.Before.GetValueOrDefault().BearingTo(step.Fix.Position) : 0,
                Appeared = !crossed,
            }
        );
    }

    /// <summary>In and out again between two fixes.</summary>
    private Episode? PassThrough(
        in Step step,
        EdgeCrossing[] crossings,
        DateTimeOffset now,
        ICollection<Finding> findings
    )
    {
        var inside = 0.0;
        for (var i = 1; i < crossings.Length; i++)
        {
            inside += crossings[i - 1].Inward ? crossings[i].Share - crossings[i - 1].Share : 0;
        }

        var isLong = inside > 0 && inside * step.GapSeconds >= parameters.ConfirmSeconds;
        if (!isLong || !step.Subject.IsBelieved || !IsWantedSpeed(step.Fix.Speed))
        {
            return null;
        }

        var first = Array.Find(crossings, c => c.Inward);
        var episode = Open(
            new Episode(step.Subject, step.Zone, step.At(first.Share))
            {
                Crossing = first,
                CrossingCourse = step.Before.GetValueOrDefault().BearingTo(step.Fix.Position),
            }
        );
        if (episode is not null)
        {
            episode.IsRaised = true;
            var seconds = new Reason(
                "zone.passed-through",
                Math.Round(inside * step.GapSeconds, 1),
                "s",
                parameters.ConfirmSeconds,
                ">="
            );
            findings.Add(
                Tell(episode, FindingPhase.Raised, now, seconds) with
                {
                    TriggeredAt = step.Fix.ObservedAt,
                    Position = first.Position,
                    Trigger = step.Fix.Raw,
                }
            );
        }

        return episode;
    }

    private Episode? Open(Episode episode)
    {
        if (episodes.Count >= MaximumEpisodes)
        {
            Dropped++;
            return null;
        }

        episode.Subject.Episodes.Add(episode);
        episodes.Add(episode);
        return episode;
    }

    /// <summary>What time alone decides: long enough inside, long enough outside, never heard again.</summary>
    private void Judge(DateTimeOffset now, ICollection<Finding> findings)
    {
        var over = 0;
        foreach (var episode in episodes)
        {
            if (!episode.IsOver)
            {
                JudgeOne(episode, now, findings);
            }

            over += episode.IsOver ? 1 : 0;
        }

        if (over == 0)
        {
            return;
        }

        foreach (var episode in episodes)
        {
            var subject = episode.Subject;
            if (episode.IsOver)
            {
                subject.Episodes.Remove(episode);
            }

            if (subject.Episodes.Count == 0 && subject.EndedAt is not null)
            {
                subjects.Remove(subject.Id);
            }
        }

        episodes.RemoveAll(e => e.IsOver);
    }

    private void JudgeOne(Episode episode, DateTimeOffset now, ICollection<Finding> findings)
    {
        var subject = episode.Subject;
        if (!episode.IsRaised)
        {
            var seconds = (now - episode.StartedAt).TotalSeconds;
            episode.IsOver = episode.IsZoneGone || subject.EndedAt is not null;
            if (!episode.IsOver && seconds >= parameters.ConfirmSeconds && IsConvincing(episode))
            {
                episode.IsRaised = true;
                findings.Add(Tell(episode, FindingPhase.Raised, now, Entered(episode, seconds)));
            }

            return;
        }

        var reason =
            episode.IsZoneGone ? "zone.removed"
            : episode.OutsideSince is { } since && (now - since).TotalSeconds >= parameters.ClearSeconds ? "zone.left"
            : subject.EndedAt is { } ended && (now - ended).TotalSeconds >= parameters.ForgetSeconds ? "track.ended"
            : null;
        if (reason is not null)
        {
            episode.IsOver = true;
            findings.Add(Tell(episode, FindingPhase.Cleared, now, reason));
        }
    }

    private bool IsConvincing(Episode episode) =>
        episode.Subject is { IsBelieved: true, IsWanted: true }
        && episode.Probability >= parameters.InsideProbability
        && IsWantedSpeed(episode.Subject.Speed);

    private bool IsWantedSpeed(double? speed) =>
        speed is not { } known
        || (
            Speed.ToKnots(known) >= parameters.MinimumSpeedKnots && Speed.ToKnots(known) <= parameters.MaximumSpeedKnots
        );

    private Reason Entered(Episode episode, double seconds) =>
        new(
            episode.Appeared ? "zone.appeared-inside" : "zone.entered",
            Math.Round(seconds, 1),
            "s",
            parameters.ConfirmSeconds,
            ">="
        );

    private Finding Tell(Episode episode, FindingPhase phase, DateTimeOffset now, string code) =>
        Tell(episode, phase, now, new Reason(code, Math.Round((now - episode.StartedAt).TotalSeconds, 1), "s"));

    private Finding Tell(Episode episode, FindingPhase phase, DateTimeOffset now, Reason first)
    {
        var subject = episode.Subject;
        return new Finding
        {
            Detector = DetectorCode,
            Rule = Rule,
            Phase = phase,
            Subjects = [subject.Id],
            EpisodeKey = episode.Key(Rule),
            SubjectKey = episode.SubjectKey(Rule),
            Level = Rule.Level,
            StartedAt = episode.StartedAt,
            TriggeredAt = subject.FixAt,
            FoundAt = now,
            Position = subject.Fix,
            Zone = new ZoneRef(episode.Zone.Id, episode.Zone.Version),
            Reasons = phase == FindingPhase.Raised ? [first, .. Evidence(episode)] : [first],
            CounterReasons = phase == FindingPhase.Raised ? [.. Doubts(episode)] : [],
            Trigger = subject.Raw,
            Simulated = subject.Simulated,
        };
    }

    private IEnumerable<Reason> Evidence(Episode episode)
    {
        if (episode.Crossing is { } crossing)
        {
            var course = Math.Round(Angle.ToDegrees(episode.CrossingCourse), 1);
            yield return new Reason("zone.edge-crossed", course, "deg", Detail: crossing.Position.ToString());
        }

        if (episode.FixesInside > 0)
        {
            var probability = Math.Round(episode.Probability, 3);
            yield return new Reason("zone.inside-probability", probability, "1", parameters.InsideProbability, ">=");
            yield return new Reason("zone.depth", Math.Round(episode.DepthMetres), "m", 0, ">");
        }

        if (episode.Subject.Speed is { } speed)
        {
            yield return new Reason("track.speed", Math.Round(Speed.ToKnots(speed), 1), "kn");
        }
    }

    private static IEnumerable<Reason> Doubts(Episode episode)
    {
        var subject = episode.Subject;
        if (episode.FixesInside == 0)
        {
            yield return new Reason("zone.no-fix-inside", 0, "count", 1, "<");
        }

        if (subject.Observations < 3)
        {
            yield return new Reason("track.young", subject.Observations, "count", 3, "<");
        }

        if (subject.IsStationary)
        {
            yield return new Reason("track.at-rest", Math.Round(Speed.ToKnots(subject.Speed ?? 0), 1), "kn");
        }

        if (subject.Doubt > 100)
        {
            yield return new Reason("track.position-doubt", Math.Round(subject.Doubt), "m", 100, ">");
        }
    }
}
