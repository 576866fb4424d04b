using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Tracking;

/// <summary>What a track is told to be.</summary>
public sealed partial class SystemTracker
{
    // Below this a direction is that of the noise, m/s.
    private const double LeastSteadySpeed = 0.25;

    // A ship's course is worth nothing after that.
    private const double LongestClaimSeconds = 60;

    // Reports reach us later than plots.
    private const long OutdatedTicks = 30 * TimeSpan.TicksPerSecond;

    private bool IsFused(in SystemRecord record) =>
        record.Echo >= 0
        && radars!.TrackAt(record.Echo) is { IsAlive: true, IsConfirmed: true } track
        && FusionTracker.IsHeld(track, SecondsOf(nowTicks));

    /// <summary>Time of the newest measurement in a fused track, ticks.</summary>
    private long TimeOf(in FusionTrack track) =>
        TicksOf(Math.Max(Math.Max(track.LastRadar, track.LastShared), track.LastFit));

    private TrackState StateOf(int slot)
    {
        ref readonly var record = ref records[slot];
        if (record.ClaimOf >= 0)
        {
            return ClaimState(slot);
        }

        if (IsFused(record))
        {
            return FusedState(slot);
        }

        if (record.Report < 0 || IsOutdated(record))
        {
            return record.Last with { Status = TrackStatus.Lost, Contributions = SourcesOf(record) };
        }

        var said = Owned(reports.RecordOf(record.Report).ToState(record.Report), slot);
        return record.Echo < 0 ? said : Doubted(said, radars!.TrackAt(record.Echo));
    }

    /// <summary>Radar has held it since its transponder last spoke: where that was it is not any more.</summary>
    private bool IsOutdated(in SystemRecord record) =>
        record.Last.Kind == TrackKind.RadarOnly
        && record.Last.At.UtcTicks > reports.RecordOf(record.Report).AtTicks + OutdatedTicks;

    /// <summary>A transponder's state under the id and slot of its track.</summary>
    private TrackState Owned(in TrackState said, int slot)
    {
        ref readonly var record = ref records[slot];
        return said with
        {
            Id = record.Id,
            Slot = slot,
            Generation = record.Generation,
            FirstObservedAt = At(Math.Min(record.FirstTicks, said.FirstObservedAt.UtcTicks)),
            Observations = said.Observations + record.Plots,
            Contributions = SourcesOf(record),
        };
    }

    /// <summary>The radars of a track, and the receivers of its transponder, those of one that fell silent included.</summary>
    private Contributions SourcesOf(in SystemRecord record)
    {
        var sources = record.Contributions;
        if (record.Report >= 0)
        {
            sources.NoteAll(reports.RecordOf(record.Report).Contributions);
        }

        return sources;
    }

    /// <summary>What radar says of a transponder's track that it does not hold.</summary>
    private TrackState Doubted(in TrackState said, in FusionTrack track)
    {
        var (kind, alerts) = radars!.Judge(track, SecondsOf(nowTicks));
        return said with
        {
            Kind = kind == TrackKind.Ghost ? TrackKind.Ghost : said.Kind,
            Flags = said.Flags | FlagsOf(alerts),
        };
    }

    private TrackState FusedState(int slot)
    {
        ref readonly var record = ref records[slot];
        ref readonly var track = ref radars!.TrackAt(record.Echo);
        var (kind, alerts) = radars.Judge(track, SecondsOf(nowTicks));
        var at = TimeOf(track);
        var belief = track.Motion.Combined();
        var ago = track.Motion.Time - SecondsOf(at);
        var (position, lean) = radars.OnGlobe(belief.X - ago * belief.U, belief.Y - ago * belief.V);
        var (sin, cos) = Math.SinCos(lean);
        var (east, north) = (belief.U * cos + belief.V * sin, belief.V * cos - belief.U * sin);
        var speed = Math.Sqrt(east * east + north * north);
        var state = new TrackState
        {
            Id = record.Id,
            Slot = slot,
            Generation = record.Generation,
            Kind = kind,
            Status = TrackStatus.Live,
            Flags = FlagsOf(alerts) | (record.IsSimulated ? TrackFlags.Simulated : TrackFlags.None),
            Existence = (float)track.Existence,
            Quality = (float)track.HitRate,
            At = At(at),
            Position = position,
            ClaimedPosition = alerts.HasFlag(TrackAlerts.Offset) ? ClaimedAt(track, SecondsOf(at)) : null,
            VelocityEast = east,
            VelocityNorth = north,
            Covariance = belief.Turned(sin, cos),
            LengthMetres = double.IsNaN(track.Length) ? null : track.Length,
            Speed = speed,
            Course = speed > LeastSteadySpeed ? Angle.Wrap(Math.Atan2(east, north)) : null,
            FirstObservedAt = At(record.FirstTicks),
            ReceivedAt = At(record.PlotReceivedTicks),
            Observations = record.Plots,
            Contributions = SourcesOf(record),
            Raw = record.PlotRaw,
        };
        return kind == TrackKind.Fused && record.Report >= 0 ? Named(state, record.Report) : state;
    }

    private Position? ClaimedAt(in FusionTrack track, double time)
    {
        var since = time - track.ClaimTime;
        return Math.Abs(since) < LongestClaimSeconds
            ? radars!.OnGlobe(track.ClaimX + since * track.ClaimU, track.ClaimY + since * track.ClaimV).Position
            : null;
    }

    /// <summary>A fused track with what its transponder says of the ship.</summary>
    private TrackState Named(in TrackState state, int report)
    {
        ref readonly var said = ref reports.RecordOf(report);
        return state with
        {
            Transponder = said.Transponder,
            Flags = state.Flags | (said.Flags & (TrackFlags.Simulated | TrackFlags.DuplicateIdentity)),
            Mmsi = said.Mmsi == 0 ? null : said.Mmsi,
            IdentityProbability = (float)FusionTracker.LeastIdentityProbability,
            Heading = said.Heading,
            RateOfTurn = said.RateOfTurn,
            NavigationStatus = said.NavigationStatus,
            LengthMetres = said.LengthMetres ?? state.LengthMetres,
            Course = state.Course ?? said.Course,
            Observations = state.Observations + said.Observations,
            ReceivedAt = At(Math.Max(state.ReceivedAt.UtcTicks, said.ReceivedTicks)),
            Raw = said.ReceivedTicks > state.ReceivedAt.UtcTicks ? said.Raw : state.Raw,
        };
    }

    /// <summary>Where a false position says that its ship is.</summary>
    private TrackState ClaimState(int slot)
    {
        ref readonly var record = ref records[slot];
        ref readonly var track = ref radars!.TrackAt(record.ClaimOf);
        var (position, lean) = radars.OnGlobe(track.ClaimX, track.ClaimY);
        var (sin, cos) = Math.SinCos(lean);
        var (east, north) = (track.ClaimU * cos + track.ClaimV * sin, track.ClaimV * cos - track.ClaimU * sin);
        var owner = OwnerOf(record.ClaimOf);
        var isSimulated = owner >= 0 && records[owner].IsSimulated;
        return new TrackState
        {
            Id = record.Id,
            Slot = slot,
            Generation = record.Generation,
            Kind = TrackKind.Ghost,
            Status = TrackStatus.Live,
            Flags = TrackFlags.OffsetPosition | (isSimulated ? TrackFlags.Simulated : TrackFlags.None),
            Transponder = track.IsClassB ? Transponder.ClassB : Transponder.ClassA,
            Mmsi = track.Mmsi == 0 ? null : track.Mmsi,
            At = At(TicksOf(track.ClaimTime)),
            Position = position,
            VelocityEast = east,
            VelocityNorth = north,
            Covariance = Covariance.Round(FusionTracker.AisDeviation, 1),
            Speed = Math.Sqrt(east * east + north * north),
            Course = Angle.Wrap(Math.Atan2(east, north)),
            FirstObservedAt = At(record.FirstTicks),
            ReceivedAt = At(TicksOf(track.ClaimTime)),
        };
    }

    private static TrackFlags FlagsOf(TrackAlerts alerts) =>
        (alerts.HasFlag(TrackAlerts.Dark) ? TrackFlags.Dark : TrackFlags.None)
        | (alerts.HasFlag(TrackAlerts.Offset) ? TrackFlags.OffsetPosition : TrackFlags.None)
        | (alerts.HasFlag(TrackAlerts.Swap) ? TrackFlags.SwappedIdentity : TrackFlags.None);

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private void TakeFixes()
    {
        foreach (ref readonly var fix in said.Fixes)
        {
            var slot = fix.Slot < systemOfReport.Length ? systemOfReport[fix.Slot] : None;
            if (slot < 0 || reports.RecordOf(fix.Slot).Id != fix.Id)
            {
                if (gone.TryGetValue(fix.Id, out var id))
                {
                    fixes.Add(fix with { Id = id });
                }

                continue;
            }

            ref readonly var record = ref records[slot];
            fixes.Add(fix with { Id = record.Id, Slot = slot });
            if (!IsFused(record))
            {
                trails.Note(slot, fix.ObservedAt.UtcTicks, fix.Position, fix.Speed, fix.Course);
            }
        }
    }

    private void TakeEchoes()
    {
        if (radars is null)
        {
            return;
        }

        foreach (ref readonly var echo in radars.Echoes)
        {
            var slot = OwnerOf(echo.Slot);
            if (slot >= 0 && knownId[echo.Slot] == echo.Track)
            {
                TakeEcho(slot, echo);
            }
        }

        radars.Forget();
    }

    private void TakeEcho(int slot, in FusionTracker.Echo echo)
    {
        ref var record = ref records[slot];
        var ticks = TicksOf(echo.Time);
        record.Plots++;
        record.IsSimulated |= simulatedRadar[echo.Radar];
        record.PlotReceivedTicks = Math.Max(record.PlotReceivedTicks, Math.Min(ticks, nowTicks));
        record.PlotRaw = echo.Raw;
        var sensor = setups[echo.Radar].Number;
        record.Contributions.Note(new Contribution(echo.Raw.FeedNumber, sensor, ObservationKind.RadarPlot, At(ticks)));
        if (fixes.Count >= CellTracker.MaximumFixes)
        {
            counts.ShedFix();
            return;
        }

        var belief = radars!.TrackAt(echo.Slot).Motion.Combined();
        var (position, lean) = radars.OnGlobe(echo.Place.East, echo.Place.North);
        var speed = Math.Sqrt(belief.U * belief.U + belief.V * belief.V);
        var course = speed > LeastSteadySpeed ? Angle.Wrap(Math.Atan2(belief.U, belief.V) + lean) : (double?)null;
        fixes.Add(
            new TrackFix(
                record.Id,
                slot,
                At(ticks),
                position,
                speed,
                course,
                ObservationKind.RadarPlot,
                IsLate: false,
                echo.Raw
            )
        );
        trails.Note(slot, ticks, position, speed, course);
    }
}
