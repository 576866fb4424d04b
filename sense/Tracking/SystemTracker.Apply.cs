using Fourfold.Tracking.Fusion;

namespace Fourfold.Tracking;

public sealed partial class SystemTracker
{
    /// <summary>A second bearer of an MMSI must be heard so often, while the first is not, to be taken for the same ship.</summary>
    private const int ClaimReports = 3;

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<Observation> observations, DateTimeOffset now)
    {
        nowTicks = Math.Max(nowTicks, now.UtcTicks);
        foreach (ref readonly var observation in observations)
        {
            if (observation.Kind is ObservationKind.RadarPlot or ObservationKind.RadarTrack)
            {
                counts.Plots++;
                ApplyRadar(observation);
                continue;
            }

            // Without radars nobody is doubted as much as a bearing would help.
            if (observation.Kind == ObservationKind.CameraBearing && radars is not null)
            {
                ApplyBearing(observation, radars);
                continue;
            }

            var report = reports.Offer(observation, now);
            if (report >= 0 && radars is not null)
            {
                Fuse(observation, report);
            }
        }
    }

    private void ApplyRadar(in Observation observation)
    {
        if (!radarOfNumber.TryGetValue(observation.SensorNumber, out var radar) || radars is null)
        {
            counts.Refuse(Refusal.SensorNotKnown);
            return;
        }

        var (time, arrival) = (SecondsOf(observation.ObservedAt.UtcTicks), ArrivalOf(observation));
        var (late, refused) = (radars.Late, radars.Refused);
        var length = observation.LengthMetres ?? double.NaN;
        if (observation is { Kind: ObservationKind.RadarTrack, Position.IsValid: true, SensorTrackNumber: { } number })
        {
            var (speed, course) = (observation.Speed, observation.Course);
            var (position, raw) = (observation.Position, observation.Raw);
            radars.AddRadarTrack(radar, number, time, arrival, position, speed, course, raw, length);
        }
        else if (
            observation is
            {
                Kind: ObservationKind.RadarPlot,
                RangeMetres: > 0 and { } range,
                Azimuth: >= 0 and < Math.Tau and { } azimuth
            }
        )
        {
            radars.AddPlot(radar, time, arrival, range, azimuth, observation.Raw, length);
        }
        else
        {
            counts.Refuse(Refusal.NoPosition);
            return;
        }

        simulatedRadar[radar] = observation.Simulated;
        counts.LatePlots += radars.Late - late;
        if (radars.Refused > refused)
        {
            counts.Refuse(time > arrival ? Refusal.FromTheFuture : Refusal.TooOld);
        }
    }

    /// <summary>A camera's bearing corrects the one track that radar holds in its direction; it never begins one.</summary>
    private void ApplyBearing(in Observation observation, FusionTracker fusion)
    {
        counts.Bearings++;
        if (
            observation is not { Azimuth: { } azimuth, AzimuthDeviation: > 0 and { } deviation, Position.IsValid: true }
            || !double.IsFinite(azimuth)
        )
        {
            counts.Refuse(Refusal.NoPosition);
            return;
        }

        var (time, arrival) = (SecondsOf(observation.ObservedAt.UtcTicks), ArrivalOf(observation));
        var refused = fusion.Refused;
        var echo = fusion.TakeBearing(observation.Position, time, arrival, azimuth, deviation);
        if (fusion.Refused > refused)
        {
            counts.Refuse(time > arrival ? Refusal.FromTheFuture : Refusal.TooOld);
        }
        else if (echo >= 0 && OwnerOf(echo) is >= 0 and var slot)
        {
            var (feed, sensor) = (observation.Raw.FeedNumber, observation.SensorNumber);
            records[slot]
                .Contributions.Note(
                    new Contribution(feed, sensor, ObservationKind.CameraBearing, observation.ObservedAt)
                );
        }
    }

    // Between two batches of several feeds order is only nearly that of arrival.
    private double ArrivalOf(in Observation observation) =>
        SecondsOf(Math.Min(observation.ReceivedAt.UtcTicks, nowTicks));

    /// <summary>A ship's report is also a measurement of the fused track.</summary>
    private void Fuse(in Observation observation, int report)
    {
        var isShip = observation.Kind is ObservationKind.AisClassA or ObservationKind.AisClassB;
        var mmsi = observation.Mmsi ?? 0;
        if (!isShip || mmsi == 0 || !IsNearRadar(observation) || !MayBeFused(report, mmsi))
        {
            return;
        }

        var fix = new AisFix(
            mmsi,
            SecondsOf(Math.Min(observation.ObservedAt.UtcTicks, nowTicks)),
            observation.Position,
            observation.Speed,
            observation.Course,
            observation.Kind == ObservationKind.AisClassB,
            TrackState.IsAtRest(observation.Status, observation.Speed)
        );
        radars!.AddAis(fix, ArrivalOf(observation)); // Asked for only with radars.
    }

    private bool IsNearRadar(in Observation observation)
    {
        foreach (var setup in setups)
        {
            var reach = setup.Sensor.MaximumRange + BorderMetres;
            if (setup.Sensor.Position.DistanceTo(observation.Position) < reach)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Where two ships use one MMSI, only the one that radar knows by it is fused; the other would look as if it lied about
    /// its place. When the first has been silent since the second began, the second is it, or claims to be.
    /// </summary>
    private bool MayBeFused(int report, int mmsi)
    {
        var first = reports.FirstOf(mmsi);
        if (reports.RecordOf(first).NextOfMmsi < 0)
        {
            return true;
        }

        var fused = radars!.SlotOf(mmsi);
        ref readonly var record = ref reports.RecordOf(report);
        for (var other = first; other >= 0; other = reports.RecordOf(other).NextOfMmsi)
        {
            if (other == report)
            {
                continue;
            }

            var isFused = fused >= 0 && OwnerOf(fused) is >= 0 and var owner && records[owner].Report == other;
            var isSilent = reports.RecordOf(other).AtTicks < record.FirstTicks;
            if (isFused && !(isSilent && record.Observations >= ClaimReports))
            {
                return false;
            }
        }

        return true;
    }
}
