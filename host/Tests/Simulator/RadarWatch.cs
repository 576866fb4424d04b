using Fourfold.Codecs.Ais;
using Fourfold.Geo;
using Fourfold.Simulator;
using Fourfold.Simulator.Radars;
using Fourfold.Simulator.Strait;
using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Host.Tests.Simulator;

/// <summary>The sea with radars through decoders and the system tracker, looked at once a second beside the truth.</summary>
internal sealed class RadarWatch
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly RadarScenario scenario;
    private readonly AisReader reader = new();
    private readonly TrackChanges changes = new();
    private readonly TrackState[] room = new TrackState[4_000];
    private readonly Dictionary<string, (double At, Truth Truth)> truths = [];
    private ScenarioStep step;
    private double seconds;

    public RadarWatch(ulong seed)
    {
        scenario = (RadarScenario)StraitScenario.Make(new ScenarioOptions(seed, Start) { WithRadars = true });
        step = scenario.Next();
        Tracker.SetRadars([.. StraitPlaces.Radars.Select(s => new RadarSetup(s.SystemCode % 10, SensorOf(s)))]);
    }

    public Ear Ais { get; } = new();
    public PlotEar Radar { get; } = new(Start);
    public SystemTracker Tracker { get; } = new(new TrackIdSource(1), new TrackerOptions { MaximumTracks = 4_000 });
    public IReadOnlyList<ShoreRadar> Radars => scenario.Radars;

    /// <summary>Once a second, every track that is shown, and where everybody truly is.</summary>
    public List<Look> Looks { get; } = [];

    /// <summary>All tracks of a moment, and the truth.</summary>
    internal sealed record Look(double At, TrackState[] Tracks, Truth[] Truths)
    {
        /// <summary>Where a track is now.</summary>
        public Position PlaceOf(in TrackState track) => track.PositionAt(Start.AddSeconds(At), Longest);

        /// <summary>The nearest track within some metres of a vessel's true place.</summary>
        public TrackState? TrackOf(string name, double metres = 150) => Nearest(TruthOf(name)?.Position, metres);

        /// <summary>Its truth; null when it is not there.</summary>
        public Truth? TruthOf(string name)
        {
            foreach (var truth in Truths)
            {
                if (truth.Name == name)
                    return truth;
            }

            return null;
        }

        /// <summary>Whoever is truly nearest to a track, ghosts apart, and how far.</summary>
        public (Truth Truth, double Metres) Behind(in TrackState track)
        {
            var place = PlaceOf(track);
            return Truths
                .Where(t => t.Role != "ghost")
                .Select(t => (t, t.Position.DistanceTo(place)))
                .MinBy(t => t.Item2);
        }

        private TrackState? Nearest(Position? place, double metres)
        {
            TrackState? best = null;
            foreach (var track in Tracks)
            {
                var off = place is { } p ? PlaceOf(track).DistanceTo(p) : double.PositiveInfinity;
                if (off < metres)
                    (best, metres) = (track, off);
            }

            return best;
        }
    }

    public RadarWatch Play(double until)
    {
        for (; seconds <= until; seconds = Math.Round(seconds + 0.1, 1))
        {
            var now = Start.AddSeconds(seconds);
            for (Ais.Now = now; step.At.TotalSeconds <= seconds; step = scenario.Next())
            {
                Take(now);
            }

            Tracker.Advance(now, changes);
            if (seconds % 1 == 0)
                LookAround();
        }

        return this;
    }

    private void Take(DateTimeOffset now)
    {
        if (step.Truth is { } truth)
            truths[truth.Name] = (step.At.TotalSeconds, truth);
        reader.Push(step.Lines.Span, now.ToUnixTimeMilliseconds(), Ais);
        Tracker.Apply(Ais.Take(), now);
        if (!step.Datagram.IsEmpty)
            Tracker.Apply(Radar.Read(step.Datagram.Span, Start + step.At), now);
    }

    private void LookAround()
    {
        var tracks = room[..Tracker.CopyTracks(room)].Where(t => t.Status != TrackStatus.Tentative);
        Looks.Add(new Look(seconds, [.. tracks], [.. truths.Values.Select(t => Moved(t.Truth, seconds - t.At))]));
    }

    private static Truth Moved(Truth truth, double seconds) =>
        truth with
        {
            Position = truth.Position.Destination(truth.Course, truth.Speed * seconds),
        };

    private static RadarSensor SensorOf(RadarSite site) =>
        new()
        {
            Position = site.Position,
            RangeDeviation = site.RangeDeviationMetres,
            AzimuthDeviation = Angle.FromDegrees(site.AzimuthDeviationDegrees),
            Period = site.PeriodSeconds,
            DetectionProbability = site.DetectionProbability,
            MinimumRange = site.MinimumRangeMetres,
            MaximumRange = site.MaximumRangeMetres,
            RangeResolution = site.RangeResolutionMetres,
            AzimuthResolution = Angle.FromDegrees(site.AzimuthResolutionDegrees),
            ClutterFar = site.ClutterFarPerSquareKilometre / 1e6,
            ClutterNear = site.ClutterNearPerSquareKilometre / 1e6,
            ClutterDecay = site.ClutterDecayMetres,
            RangeBiasDeviation = site.RangeBiasDeviationMetres,
            AzimuthBiasDeviation = Angle.FromDegrees(site.AzimuthBiasDeviationDegrees),
        };
}
