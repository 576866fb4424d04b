using System.Runtime.InteropServices;
using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>Tracks that a radar made itself, and bearings of cameras.</summary>
/// <remarks>
/// The reports of one such track are filtered from the same plots, so their errors hang together: taken one by one they would
/// make a track far too sure of itself. So one in <see cref="IndependentSeconds"/> corrects, with a spread widened by
/// <see cref="MadeSpread"/>; the others only say that it is still seen.
/// </remarks>
public sealed partial class FusionTracker
{
    private const double IndependentSeconds = 10;

    /// <summary>A filtered position is off for longer than a plot is: its variance is taken so many times larger.</summary>
    private const double MadeSpread = 4;
    private const double MadeVelocityVariance = 4;
    private const double MadeExistence = 0.95;
    private const double MadeGateMetres = 500;

    private const double BearingReach = 20_000;
    private const double BearingDeviations = 3;

    /// <summary>Along its direction a bearing says next to nothing, m².</summary>
    private const double AlongVariance = 1e8;

    private readonly Dictionary<(int Radar, int Number), Made> made = [];

    /// <summary>A radar's own number, the track it went to, and when it last corrected it.</summary>
    private struct Made
    {
        public int Slot;
        public long Track;
        public double Used;
    }

    /// <summary>Takes a report of a track that a radar made.</summary>
    /// <param name="radar">Which of the sensors.</param>
    /// <param name="number">The track's number in that radar; it may give one again to another.</param>
    /// <param name="time">When it was where it is said to be, s.</param>
    /// <param name="arrival">When that reached us, s.</param>
    /// <param name="position">Where.</param>
    /// <param name="speed">Over ground, m/s; null when not said.</param>
    /// <param name="course">Over ground, radians; null when not said.</param>
    /// <param name="raw">Where its bytes lie.</param>
    /// <param name="length">As the radar measured it, metres; not a number when it did not.</param>
    public void AddRadarTrack(
        int radar,
        int number,
        double time,
        double arrival,
        Position position,
        double? speed,
        double? course,
        in RawRef raw = default,
        double length = double.NaN
    )
    {
        Advance(arrival);
        if (!(Math.Abs(now - time) <= LongestPlotDelay && position.IsValid))
        {
            Refused++;
            return;
        }

        var place = plane.ToLocal(position);
        var (range, azimuth) = stations[radar].See(place.East, place.North);
        var (sin, cos) = Math.SinCos(azimuth);
        var spread = stations[radar].SpreadAt(range, sin, cos) * MadeSpread;
        if (made.Count >= capacity)
        {
            made.Clear();
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(made, (radar, number), out _);
        if (!IsStill(known, place, spread, time))
        {
            var slot = NearestTo(place, spread, time);
            slot = slot >= 0 ? slot : BearMade(place, spread, position, speed, course, time);
            known = new Made { Slot = slot, Track = slot < 0 ? 0 : tracks[slot].Id };
            known.Used = double.NegativeInfinity;
        }

        if (known.Slot >= 0)
        {
            tracks[known.Slot].NoteLength(length);
            Follow(ref known, radar, place, spread, position, speed, course, time, raw);
        }
    }

    /// <summary>
    /// Takes the direction in which a camera sees a vessel; it goes to the one believed track it fits and corrects it across,
    /// or to none. It begins no track and says nothing of a track's being there.
    /// </summary>
    /// <param name="camera">Where the camera stands.</param>
    /// <param name="time">When, s.</param>
    /// <param name="arrival">When that reached us, s.</param>
    /// <param name="azimuth">Radians from true north.</param>
    /// <param name="deviation">Standard deviation of the azimuth, radians, greater than 0.</param>
    /// <returns>Whether it went to a track.</returns>
    public bool AddBearing(Position camera, double time, double arrival, double azimuth, double deviation) =>
        TakeBearing(camera, time, arrival, azimuth, deviation) >= 0;

    /// <summary>The same, with the slot of the track; −1 for none.</summary>
    internal int TakeBearing(Position camera, double time, double arrival, double azimuth, double deviation)
    {
        Advance(arrival);
        if (!(Math.Abs(now - time) <= LongestPlotDelay && camera.IsValid && deviation > 0 && double.IsFinite(azimuth)))
        {
            Refused++;
            return -1;
        }

        var from = plane.ToLocal(camera);
        var (sin, cos) = Math.SinCos(azimuth - RadarStation.LeanAt(plane, camera));
        var (best, count) = (-1, 0);
        for (var slot = 0; slot < used && count < 2; slot++)
        {
            if (
                foreseen.IsAlive(slot)
                && MayBeAlong(slot, from, sin, cos, deviation, time)
                && tracks[slot].IsConfirmed
                && IsAlong(tracks[slot].Motion, from, sin, cos, deviation, time)
            )
            {
                (best, count) = (slot, count + 1);
            }
        }

        if (count != 1)
        {
            return -1; // Of two in one direction a bearing cannot tell which.
        }

        Turn(best, from, sin, cos, deviation, time);
        return best;
    }

    /// <summary>Whether a track may lie along a direction: quick, from where it is foreseen, and never wrongly no for one that is known to 2 km.</summary>
    private bool MayBeAlong(int slot, in LocalPoint from, double sin, double cos, double deviation, double time)
    {
        var (x, y) = foreseen.At(slot, time);
        double dx = x - from.East,
            dy = y - from.North;
        var (along, across) = (dx * sin + dy * cos, dx * cos - dy * sin);
        return along is > -WidestGateMetres and < BearingReach + WidestGateMetres
            && Math.Abs(across) < WidestGateMetres + BearingDeviations * Math.Abs(along) * deviation;
    }

    private static bool IsAlong(
        in MotionState motion,
        in LocalPoint from,
        double sin,
        double cos,
        double deviation,
        double time
    )
    {
        var place = PlaceOf(motion, time);
        double dx = place.X - from.East,
            dy = place.Y - from.North;
        var (along, across) = (dx * sin + dy * cos, dx * cos - dy * sin);
        var doubt = Math.Sqrt(Square(along * deviation) + Math.Max(place.Spread.Xx, place.Spread.Yy));
        return along is > 0 and < BearingReach && Math.Abs(across) < BearingDeviations * doubt;
    }

    private void Turn(int slot, in LocalPoint from, double sin, double cos, double deviation, double time)
    {
        ref var track = ref tracks[slot];
        var place = PlaceOf(track.Motion, time);
        var along = (place.X - from.East) * sin + (place.Y - from.North) * cos;
        var across = Square(along * deviation);
        var spread = new Spread(
            sin * sin * AlongVariance + cos * cos * across,
            sin * cos * (AlongVariance - across),
            cos * cos * AlongVariance + sin * sin * across
        );
        CorrectPosition(slot, from.East + along * sin, from.North + along * cos, spread, time);
        foreseen.Note(slot, track);
    }

    private bool IsStill(in Made known, in LocalPoint place, in Spread spread, double time)
    {
        if (known.Track == 0 || !tracks[known.Slot].IsAlive || tracks[known.Slot].Id != known.Track)
        {
            return false;
        }

        var there = PlaceOf(tracks[known.Slot].Motion, time);
        double dx = place.East - there.X,
            dy = place.North - there.Y;
        return (there.Spread + spread).Distance2(dx, dy) < Gate || dx * dx + dy * dy < FitMetres * FitMetres;
    }

    /// <summary>The track that a position fits best; −1 for none.</summary>
    private int NearestTo(in LocalPoint place, in Spread spread, double time)
    {
        var (best, least) = (-1, Gate);
        foreach (var slot in Near(place.East, place.North, WidestGateMetres, time))
        {
            var there = PlaceOf(tracks[slot].Motion, time);
            double dx = place.East - there.X,
                dy = place.North - there.Y;
            var distance2 = (there.Spread + spread).Distance2(dx, dy);
            if (distance2 < least && dx * dx + dy * dy < MadeGateMetres * MadeGateMetres)
            {
                (best, least) = (slot, distance2);
            }
        }

        return best;
    }

    private int BearMade(
        in LocalPoint place,
        in Spread spread,
        Position position,
        double? speed,
        double? course,
        double time
    )
    {
        var (u, v, variance) = VelocityOf(position, speed, course);
        var slot = Bear(Kinematics.At(place.East, place.North, spread, u, v, variance), time);
        if (slot >= 0)
        {
            tracks[slot].Existence = MadeExistence;
            tracks[slot].FirstExistence = MadeExistence;
            tracks[slot].LastRadar = time;
            tracks[slot].IsConfirmed = true; // Its radar has made sure of it.
            Recall(slot);
            foreseen.Note(slot, tracks[slot]);
        }

        return slot;
    }

    private void Follow(
        ref Made known,
        int radar,
        in LocalPoint place,
        in Spread spread,
        Position position,
        double? speed,
        double? course,
        double time,
        in RawRef raw
    )
    {
        ref var track = ref tracks[known.Slot];
        track.LastRadar = Math.Max(track.LastRadar, time);
        if (IsWatched)
        {
            echoes.Add(new Echo(known.Slot, track.Id, radar, time, place, raw));
        }

        if (time - known.Used < IndependentSeconds)
        {
            return;
        }

        known.Used = time;
        track.RadarHits++;
        track.IsConfirmed = true;
        track.Existence = Math.Max(track.Existence, MadeExistence);
        CorrectPosition(known.Slot, place.East, place.North, spread, time);
        var (u, v, variance) = VelocityOf(position, speed, course);
        if (variance < VelocityVariance)
        {
            CorrectVelocity(known.Slot, u, v, variance);
        }

        foreseen.Note(known.Slot, track);
    }

    private (double U, double V, double Variance) VelocityOf(Position position, double? speed, double? course)
    {
        if (speed is not { } metres || course is not { } angle)
        {
            return (0, 0, VelocityVariance);
        }

        var (sin, cos) = Math.SinCos(angle - RadarStation.LeanAt(plane, position));
        return (metres * sin, metres * cos, MadeVelocityVariance);
    }
}
