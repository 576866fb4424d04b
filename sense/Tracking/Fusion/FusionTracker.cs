using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>
/// Turns plots of several radars and AIS reports into one set of system tracks with identity and doubt.
/// </summary>
/// <remarks>
/// Times are seconds since an instant of the caller's choice; calls are in order of arrival. Deterministic. Not
/// thread-safe. Motion is reckoned on one plane, good to some 100 km around its origin.
/// </remarks>
public sealed partial class FusionTracker
{
    private const double LongestPlotDelay = 60;
    private const double LongestAisDelay = 900;

    /// <summary>Of a longer gap only the end is lived through, s.</summary>
    private const double LongestGap = 600;

    private readonly LocalFrame plane;
    private readonly RadarStation[] stations;
    private readonly BeamPasses[][] passes;
    private readonly int capacity;
    private readonly Dictionary<int, int> slotOfMmsi = [];
    private readonly Foresight foreseen = new();
    private readonly Stack<int> free = new();
    private FusionTrack[] tracks = new FusionTrack[256];
    private int used;
    private long nextId = 1;
    private double now = double.NegativeInfinity;
    private int shedAt;
    private double nextSweep = double.PositiveInfinity;

    /// <summary>A tracker without tracks.</summary>
    /// <param name="origin">The middle of the sea it watches.</param>
    /// <param name="sensors">Its radars, numbered from 0.</param>
    /// <param name="capacity">Most tracks at once, tentative ones included.</param>
    public FusionTracker(Position origin, ReadOnlySpan<RadarSensor> sensors, int capacity = 200_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        this.capacity = capacity;
        plane = new LocalFrame(origin);
        foreseen.Resize(tracks.Length);
        stations = new RadarStation[sensors.Length];
        passes = new BeamPasses[sensors.Length][];
        bins = new SectorBins[sensors.Length];
        for (var i = 0; i < sensors.Length; i++)
        {
            stations[i] = new RadarStation(sensors[i], plane);
            passes[i] = new BeamPasses[tracks.Length];
            bins[i] = new SectorBins();
        }
    }

    /// <summary>Tracks alive, tentative ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Tracks ended or not begun because there are as many as there may be.</summary>
    public long Shed { get; private set; }

    /// <summary>Measurements that cannot be: not a number, no place on the globe, far from now.</summary>
    public long Refused { get; private set; }

    /// <summary>Plots that came when their sector was over.</summary>
    public long Late
    {
        get
        {
            long sum = 0;
            foreach (var station in stations)
            {
                sum += station.Late;
            }

            return sum;
        }
    }

    /// <summary>Range error of a radar, metres, as learned so far.</summary>
    public double RangeBias(int radar) => stations[radar].RangeBias;

    /// <summary>Azimuth error of a radar, radians, as learned so far.</summary>
    public double AzimuthBias(int radar) => stations[radar].AzimuthBias;

    /// <summary>Seconds that a radar's clock is ahead, as learned so far.</summary>
    public double TimeBias(int radar) => stations[radar].Registration.Time;

    /// <summary>Takes a plot.</summary>
    /// <param name="radar">Which of the sensors.</param>
    /// <param name="time">When the beam was on it, s.</param>
    /// <param name="arrival">When it reached us, s.</param>
    /// <param name="range">Slant range, metres.</param>
    /// <param name="azimuth">Radians from true north, [0, 2π).</param>
    /// <param name="raw">Where its bytes lie.</param>
    /// <param name="length">Length of what it shows as the radar measured it, metres; not a number when it did not.</param>
    public void AddPlot(
        int radar,
        double time,
        double arrival,
        double range,
        double azimuth,
        in RawRef raw = default,
        double length = double.NaN
    )
    {
        Advance(arrival);
        if (!(Math.Abs(now - time) <= LongestPlotDelay && range > 0 && azimuth is >= 0 and < Math.Tau))
        {
            Refused++;
            return;
        }

        if (stations[radar].Add(time, arrival, range, azimuth, raw, length) == PlotTiming.Straggler)
        {
            TakeStraggler(radar);
        }
    }

    /// <summary>Takes an AIS report.</summary>
    /// <param name="fix">What it says.</param>
    /// <param name="arrival">When it reached us, s.</param>
    public void AddAis(in AisFix fix, double arrival)
    {
        Advance(arrival);
        var delay = now - fix.Time;
        if (!(delay <= LongestAisDelay && delay >= -LongestPlotDelay && fix.Mmsi > 0 && fix.Position.IsValid))
        {
            Refused++;
            return;
        }

        Hear(fix);
    }

    /// <summary>
    /// Lets time pass: works on every sector whose plots must all be here, each at its own moment, so that it does not
    /// matter how often this is called.
    /// </summary>
    public void Advance(double time)
    {
        if (double.IsNegativeInfinity(now))
        {
            now = time;
            nextSweep = Math.Floor(time) + 1;
        }

        nextSweep = Math.Max(nextSweep, Math.Floor(time - LongestGap));
        while (true)
        {
            var (next, due) = (-1, time);
            for (var i = 0; i < stations.Length; i++)
            {
                if (stations[i].Due <= due && (next < 0 || stations[i].Due < due))
                {
                    (next, due) = (i, stations[i].Due);
                }
            }

            if (nextSweep <= due)
            {
                now = Math.Max(now, nextSweep);
                nextSweep++;
                Sweep();
                nearby.Fill(foreseen, used, now);
            }
            else if (next >= 0)
            {
                now = Math.Max(now, due);
                ProcessSector(next);
            }
            else
            {
                break;
            }
        }

        now = Math.Max(now, time);
    }

    // Who has a name takes the place of one that is not yet believed.
    private int BearNamed(in Kinematics belief, double time)
    {
        for (var tries = 0; free.Count == 0 && used == capacity && tries < capacity; tries++)
        {
            shedAt = (shedAt + 1) % capacity;
            if (tracks[shedAt] is { IsAlive: true, IsConfirmed: false, HasIdentity: false })
            {
                Shed++;
                Kill(shedAt);
            }
        }

        return Bear(belief, time);
    }

    private int Bear(in Kinematics belief, double time)
    {
        if (!free.TryPop(out var slot))
        {
            if (used == capacity)
            {
                Shed++;
                return -1;
            }

            if (used == tracks.Length)
            {
                var size = Math.Min(capacity, used * 2);
                Array.Resize(ref tracks, size);
                foreseen.Resize(size);
                for (var i = 0; i < passes.Length; i++)
                {
                    Array.Resize(ref passes[i], size);
                }
            }

            slot = used++;
        }

        tracks[slot] = new FusionTrack
        {
            Id = nextId++,
            IsAlive = true,
            Motion = MotionState.Of(belief, time),
            Visibility = UsualVisibility,
            Detection = UsualDetection,
            HitRate = UsualDetection,
            Born = time,
            BornRadar = -1,
            BornX = belief.X,
            BornY = belief.Y,
            AnchorX = belief.X,
            AnchorY = belief.Y,
            AnchorTime = time,
            LastRadar = double.NegativeInfinity,
            LastShared = double.NegativeInfinity,
            LastAis = double.NegativeInfinity,
            LastFit = double.NegativeInfinity,
            LastContested = double.NegativeInfinity,
            Rival = -1,
            ClaimTime = double.NegativeInfinity,
            ClaimedTrack = -1,
            Length = double.NaN,
        };
        foreseen.Note(slot, tracks[slot]);
        foreach (var ofRadar in passes)
        {
            ofRadar[slot] = BeamPasses.None;
        }

        Count++;
        return slot;
    }

    private void Kill(int slot)
    {
        ref var track = ref tracks[slot];
        if (track.HasIdentity && slotOfMmsi.GetValueOrDefault(track.Mmsi, -1) == slot)
        {
            slotOfMmsi.Remove(track.Mmsi);
        }

        // What was taken for a vessel and was none is what clutter looks like here.
        if (!track.IsConfirmed && track.BornRadar >= 0)
        {
            stations[track.BornRadar]
                .Clutter.Add(
                    stations[track.BornRadar].Local(track.BornX, track.BornY),
                    stations[track.BornRadar].Turn,
                    track.RadarHits
                );
        }

        if (track.IsConfirmed)
        {
            graves.Add(track);
        }

        Leave(slot);
        past.Forget(slot);
        track.IsAlive = false;
        foreseen.Forget(slot);
        free.Push(slot);
        Count--;
    }
}
