using System.Globalization;
using Fourfold.Behaviour;
using Fourfold.Contracts;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Picture;
using Fourfold.Sense.Vessels;
using Fourfold.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reason = Fourfold.Contracts.Reason;

namespace Fourfold.Sense.Alerts;

/// <summary>One finding to rows: a new alert, a repetition on one that is there, its end, or its withdrawal.</summary>
/// <remarks>
/// The subject is the MMSI where there is one, because track ids do not survive a restart of the cell; so an episode that
/// was open before goes on in its alert.
/// </remarks>
internal sealed class AlertEpisodes(
    SenseDb db,
    VesselRegister register,
    FeedBook feeds,
    Sea sea,
    IServiceProvider services,
    IOptions<SenseOptions> options
)
{
    // A silence as long as this between two findings of one subject makes them two situations.
    private static readonly TimeSpan SameSituation = TimeSpan.FromHours(2);
    private const string Police = "police";

    public async Task Take(FoundTrack found, CancellationToken ct)
    {
        var finding = found.Finding;
        if (finding.Phase == FindingPhase.Raised)
        {
            await Raise(found, ct);
        }
        else if (await db.Alerts.FirstOrDefaultAsync(a => a.EpisodeKey == finding.EpisodeKey, ct) is { } alert)
        {
            if (finding.Phase == FindingPhase.Updated)
                Repeat(alert, found);
            else
                End(alert, found);
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task Raise(FoundTrack found, CancellationToken ct)
    {
        var key = SubjectKey(found);
        var last = await db
            .Alerts.Where(a => a.SubjectKey == key)
            .OrderByDescending(a => a.RaisedAt)
            .FirstOrDefaultAsync(ct);
        if (last is not null && IsSameSituation(last, found.Finding))
        {
            Repeat(last, found);
            return;
        }
        var alert = await Make(found, key, ct);
        db.Alerts.Add(alert);
        db.Audit(
            "alert.raised",
            "alert",
            alert.Id.ToString(),
            new
            {
                alert.RuleCode,
                alert.RuleVersion,
                alert.Level,
            }
        );
        db.Tell("alert", alert.Id.ToString(), alert.Revision, "raised", alert.AreaPath);
        if (alert.State == AlertState.New)
            db.Publish(new AlertRaised(AlertDirectory.SummaryOf(alert)));
    }

    // A person who has it open, or a case, gets the repetition. One that was answered stays answered while the condition
    // goes on; only after it ended does the next one ask again.
    private static bool IsSameSituation(Alert last, Finding finding)
    {
        var isRecent = finding.FoundAt - last.LastAt < SameSituation;
        return last.State switch
        {
            AlertState.New or AlertState.Acknowledged => true,
            AlertState.InCase => last.Outcome is null && isRecent,
            _ => last.EpisodeEndedAt is null && isRecent,
        };
    }

    private void Repeat(Alert alert, FoundTrack found)
    {
        var finding = found.Finding;
        alert.Count++;
        alert.LastAt = finding.TriggeredAt > alert.LastAt ? finding.TriggeredAt : alert.LastAt;
        // Another episode: what is told to go on now began with it.
        if (finding.Phase == FindingPhase.Raised)
            alert.StartedAt = finding.StartedAt;
        alert.EpisodeKey = finding.EpisodeKey;
        alert.EpisodeEndedAt = null;
        alert.TrackId = finding.Subjects[0].Value;
        Place(alert, found);
        alert.Raw =
        [
            .. alert.Raw.Take(1),
            .. PointersOf(finding).Where(p => alert.Raw.Count == 0 || p != alert.Raw[0]),
        ];
        alert.Touch();
        db.Tell("alert", alert.Id.ToString(), alert.Revision, "repeated", alert.AreaPath);
    }

    private void End(Alert alert, FoundTrack found)
    {
        var finding = found.Finding;
        alert.EpisodeEndedAt = finding.FoundAt;
        alert.LastAt = finding.TriggeredAt > alert.LastAt ? finding.TriggeredAt : alert.LastAt;
        var action = "cleared";
        if (finding.Phase == FindingPhase.Withdrawn)
        {
            action = "withdrawn";
            alert.CounterReasons = [.. alert.CounterReasons, .. finding.Reasons.Select(Copy)];
            if (alert.IsOpen)
            {
                alert.State = AlertState.Withdrawn;
                db.Publish(new AlertEnded(alert.Id, "withdrawn", finding.FoundAt));
            }
        }
        db.Record(alert, action);
    }

    private async Task<Alert> Make(FoundTrack found, string key, CancellationToken ct)
    {
        var (finding, track) = (found.Finding, found.Track);
        var now = db.Clock.GetUtcNow();
        var mmsi = finding.Mmsi ?? track?.Mmsi;
        var vessel = register.Find(mmsi);
        var zoneId = finding.Zone is { } zone ? ZoneId.From(zone.Id) : (ZoneId?)null;
        var place = PointOf(finding.Position);
        var suppressedBy = await SuppressedBy(finding, now, ct);
        var alert = new Alert
        {
            Id = Ids.New<AlertId>(db.Clock),
            Number = await NumberOf(now, ct),
            State = suppressedBy is null ? AlertState.New : AlertState.Suppressed,
            SuppressedBy = suppressedBy,
            Level = finding.Level,
            RuleId = RuleId.From(finding.Rule.Id),
            RuleCode = finding.Detector,
            RuleVersion = finding.Rule.Version,
            ZoneId = zoneId,
            ZoneName = await db.Zones.Where(z => z.Id == zoneId).Select(z => z.Name).FirstOrDefaultAsync(ct),
            TrackId = finding.Subjects[0].Value,
            SubjectKey = key,
            EpisodeKey = finding.EpisodeKey,
            Mmsi = mmsi,
            VesselName = vessel?.Name,
            CallSign = vessel?.CallSign,
            ShipClass = (int)ShipClasses.Of(vessel, track?.Transponder ?? Transponder.None),
            Source = VesselView.SourceCode(track?.Kind ?? TrackKind.AisOnly),
            Latitude = place.Latitude,
            Longitude = place.Longitude,
            Ring = "",
            FirstObservedAt = track?.FirstObservedAt ?? finding.StartedAt,
            StartedAt = finding.StartedAt,
            TriggeredAt = finding.TriggeredAt,
            ReceivedAt = track?.ReceivedAt ?? finding.TriggeredAt,
            RaisedAt = now,
            LastAt = finding.TriggeredAt,
            Count = 1,
            Reasons = [.. finding.Reasons.Select(Copy)],
            CounterReasons = [.. finding.CounterReasons.Select(Copy)],
            Raw = [.. PointersOf(finding)],
            AreaPath = await AreaOf(place, ct),
            Simulated = finding.Simulated,
            CorrelationId = finding.Trigger.ToString(),
        };
        Place(alert, found);
        return alert;
    }

    private void Place(Alert alert, FoundTrack found)
    {
        var place = sea.At(found.Finding.Position);
        var point = PointOf(found.Finding.Position);
        (alert.Latitude, alert.Longitude) = (point.Latitude, point.Longitude);
        alert.Ring = place.Ring.Code();
        alert.DistanceToShoreMetres = place.ShoreMetres is { } metres ? Math.Round(metres) : null;
        alert.SpeedKnots = VesselView.Knots(found.Track?.Speed);
        alert.CourseDegrees = VesselView.Degrees(found.Track?.Course);
    }

    private async Task<string> NumberOf(DateTimeOffset now, CancellationToken ct)
    {
        // The year of the people who read it.
        var year = now.ToOffset(TimeSpan.FromHours(8)).Year.ToString(CultureInfo.InvariantCulture);
        var number = await db.Next($"alert-{year}", ct);
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{number:D6}");
    }

    /// <summary>A rule that raises more than anybody can read is recorded, but asks nobody any more within the hour.</summary>
    private async Task<string?> SuppressedBy(Finding finding, DateTimeOffset now, CancellationToken ct)
    {
        var rule = RuleId.From(finding.Rule.Id);
        var since = now.AddHours(-1);
        var raised = await db.Alerts.CountAsync(
            a => a.RuleId == rule && a.RaisedAt > since && a.State != AlertState.Suppressed,
            ct
        );
        return raised >= options.Value.MostAlertsOfARuleAnHour ? "limit.rule-per-hour" : null;
    }

    private async Task<string> AreaOf(GeoPoint place, CancellationToken ct)
    {
        // Without the kernel's directory (a module test) all belongs to the province.
        var units = services.GetService<IUnitDirectory>();
        var routing = units is null ? null : await units.Route(place, Police, ct);
        return routing?.Unit.AreaPath ?? options.Value.FallbackAreaPath;
    }

    private static string SubjectKey(FoundTrack found)
    {
        var finding = found.Finding;
        var subject = found.Track?.Mmsi is { } mmsi
            ? mmsi.ToString(CultureInfo.InvariantCulture)
            : finding.Subjects[0].ToString();
        return $"{finding.Rule.Id}:{subject}:{finding.Zone?.Id}";
    }

    private IEnumerable<RawPointer> PointersOf(Finding finding) =>
        feeds.IdOf(finding.Trigger.FeedNumber) is { } feed
            ? [new RawPointer(feed, finding.Trigger.Offset, finding.Trigger.Length)]
            : [];

    private static GeoPoint PointOf(Geo.Position position) =>
        new(Math.Round(position.LatitudeDegrees, 6), Math.Round(position.LongitudeDegrees, 6));

    private static Reason Copy(Behaviour.Reason reason) =>
        new(reason.Code, reason.Value, reason.Unit, reason.Threshold, reason.Comparison, reason.Detail);
}
