using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

public sealed partial class FusionTracker
{
    private const double RadarOnlySeconds = 18;
    private const double ShortestAisLife = 60;
    private const double LivesSilences = 4;
    private const double GhostVisibility = 0.02;
    private const double GhostSeconds = 8;
    private const double DarkSeconds = 60;

    private void Sweep()
    {
        Reach();
        for (var slot = 0; slot < used; slot++)
        {
            ref var track = ref tracks[slot];
            if (!track.IsAlive)
            {
                continue;
            }

            if (IsLost(track) && now - track.LastFit > LifeOf(track))
            {
                Kill(slot);
            }

            track.Visibility += (UsualVisibility - track.Visibility) / 1000;
        }
    }

    // How long its transponder may be silent while no radar sees it, s.
    private double LifeOf(in FusionTrack track) =>
        track.HasIdentity ? Math.Max(ShortestAisLife, LivesSilences * IntervalOf(track)) + aisDelay : 0;

    /// <summary>The confirmed tracks as they are at a time, by rising slot, as far as they fit; returns how many.</summary>
    /// <param name="time">Seconds; positions are carried there at constant velocity.</param>
    /// <param name="into">Room.</param>
    public int CopyTracks(double time, Span<SystemTrack> into)
    {
        var count = 0;
        for (var slot = 0; slot < used && count < into.Length; slot++)
        {
            ref readonly var track = ref tracks[slot];
            if (!IsShown(track, time))
            {
                continue;
            }

            into[count++] = Show(track, time);
            if (ClaimsElsewhere(track, time) && count < into.Length)
            {
                var dt = time - track.ClaimTime;
                var at = new LocalPoint(track.ClaimX + dt * track.ClaimU, track.ClaimY + dt * track.ClaimV);
                into[count++] = new SystemTrack(
                    -track.Id,
                    TrackKind.Ghost,
                    plane.ToPosition(at),
                    track.ClaimU,
                    track.ClaimV,
                    track.Mmsi,
                    0,
                    double.PositiveInfinity,
                    dt,
                    TrackAlerts.Offset
                );
            }
        }

        return count;
    }

    private bool IsGhost(in FusionTrack track, double time) =>
        track.HasIdentity
        && track.Visibility < GhostVisibility
        && time - track.Born > GhostSeconds
        && time - track.LastRadar - track.RadarDelay > RadarOnlySeconds;

    /// <summary>Whether a track is fit to be shown.</summary>
    internal bool IsShown(in FusionTrack track, double time) =>
        track.IsAlive && (track.IsConfirmed || IsGhost(track, time));

    /// <summary>Whether radar holds a track at a time.</summary>
    internal static bool IsHeld(in FusionTrack track, double time) =>
        time - Math.Max(track.LastRadar, track.LastShared) - track.RadarDelay < RadarOnlySeconds;

    /// <summary>What a track rests on at a time, and what is odd about it.</summary>
    internal (TrackKind Kind, TrackAlerts Alerts) Judge(in FusionTrack track, double time)
    {
        var isHeld = IsHeld(track, time);
        // Who says that it is elsewhere is not silent.
        var lastHeard = track.IsOffset ? Math.Max(track.LastAis, track.LastFit) : track.LastFit;
        var isHeard = track.HasIdentity && time - lastHeard < SilentAfter(track);
        var kind =
            isHeld && isHeard ? TrackKind.Fused
            : isHeld ? TrackKind.RadarOnly
            : IsGhost(track, time) ? TrackKind.Ghost
            : TrackKind.AisOnly;
        return (kind, AlertsOf(track, time, isHeld));
    }

    /// <summary>Whether its AIS says at a time that it is elsewhere.</summary>
    internal static bool ClaimsElsewhere(in FusionTrack track, double time) =>
        track.IsOffset && track.Misfits > 1 && time - track.ClaimTime < OffsetSeconds;

    /// <summary>A place of the plane on the globe, and by how much north of the plane is turned there, radians.</summary>
    internal (Position Position, double Lean) OnGlobe(double x, double y)
    {
        var position = plane.ToPosition(new LocalPoint(x, y));
        return (position, RadarStation.LeanAt(plane, position));
    }

    private SystemTrack Show(in FusionTrack track, double time)
    {
        var belief = track.Motion.Combined();
        var dt = time - track.Motion.Time;
        var position = plane.ToPosition(new LocalPoint(belief.X + dt * belief.U, belief.Y + dt * belief.V));
        var (sin, cos) = Math.SinCos(RadarStation.LeanAt(plane, position));
        var (kind, alerts) = Judge(track, time);
        return new SystemTrack(
            track.Id,
            kind,
            position,
            belief.U * cos + belief.V * sin,
            belief.V * cos - belief.U * sin,
            track.Mmsi,
            track.Existence,
            time - Math.Max(track.LastRadar, track.LastShared),
            time - track.LastFit,
            alerts
        )
        {
            LengthMetres = double.IsNaN(track.Length) ? null : track.Length,
        };
    }

    private TrackAlerts AlertsOf(in FusionTrack track, double time, bool isHeld)
    {
        var alerts = TrackAlerts.None;
        var silent = track.HasIdentity
            ? time - Math.Max(track.LastAis, track.LastFit) > SilentAfter(track)
            : time - track.Born > DarkSeconds;
        if (isHeld && silent)
        {
            alerts |= TrackAlerts.Dark;
        }

        if (track.IsOffset || time < track.OffsetUntil)
        {
            alerts |= TrackAlerts.Offset;
        }

        return time < track.SwappedUntil ? alerts | TrackAlerts.Swap : alerts;
    }
}
