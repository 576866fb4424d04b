using System.Security.Cryptography;
using Fourfold.Behaviour;
using Fourfold.Sense.Alerts;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Picture;
using Fourfold.Sense.Vessels;
using Fourfold.Tracking;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Cells;

/// <summary>One piece of sea: observations in, tracks, picture and findings out. All of it belongs to whoever steps it.</summary>
internal sealed class Cell
{
    private const int MostEnded = 8_192;
    private const int MostBatchesAStep = 4_096;

    // Clocks are corrected by a little all the time; by more only when they were wrong.
    private static readonly TimeSpan MostSetBack = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly ObservationQueue queue;
    private readonly LivePicture picture;
    private readonly VesselRegister register;
    private readonly FeedBook feeds;
    private readonly FindingQueue found;
    private readonly TimeProvider clock;
    private readonly SystemTracker tracker;
    private readonly TrackChanges changes = new();
    private CoverageGrid coverage = new();
    private readonly List<Finding> findings = [];
    private readonly HashSet<int> renamed = [];
    private readonly Dictionary<TrackId, TrackState> ended = [];
    private readonly Queue<TrackId> endedInOrder = new();
    private IReadOnlyList<IDetector> detectors = [];
    private IReadOnlyList<Zone> zones = [];
    private DateTimeOffset steppedAt;

    public Cell(
        ObservationQueue queue,
        LivePicture picture,
        VesselRegister register,
        FeedBook feeds,
        FindingQueue found,
        TimeProvider clock,
        IOptions<SenseOptions> options
    )
    {
        (this.queue, this.picture, this.register) = (queue, picture, register);
        (this.feeds, this.found, this.clock) = (feeds, found, clock);
        // A new life of the cell: ids of an earlier one must not come again.
        var epoch = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & TrackIdSource.MaximumEpoch;
        tracker = new SystemTracker(
            new TrackIdSource(epoch),
            new TrackerOptions { MaximumTracks = options.Value.MaximumTracks }
        );
    }

    /// <summary>What the tracker has done.</summary>
    public ITrackerCounters Counters => tracker.Counters;

    /// <summary>How often the clock was set back and all began anew; then there are no detectors until it is armed again.</summary>
    public int FreshStarts { get; private set; }

    /// <summary>Replaces detectors and zones; tracks go on undisturbed.</summary>
    public void Arm(IReadOnlyList<IDetector> newDetectors, IReadOnlyList<Zone> newZones)
    {
        lock (gate)
            (detectors, zones) = (newDetectors, newZones);
    }

    /// <summary>Listens to these radars from now on.</summary>
    public void Listen(IReadOnlyList<RadarSetup> radars)
    {
        lock (gate)
            tracker.SetRadars(radars);
    }

    /// <summary>What the tracker has learned of each radar.</summary>
    public IReadOnlyList<RadarKnowledge> RadarKnowledge()
    {
        lock (gate)
            return tracker.RadarKnowledge();
    }

    /// <summary>Where a radar has learned to expect clutter, the worst first.</summary>
    public IReadOnlyList<ClutterCell> ClutterOf(int sensorNumber, int most)
    {
        lock (gate)
            return tracker.ClutterOf(sensorNumber, most);
    }

    /// <summary>Takes what has come, lets time pass, and tells what changed.</summary>
    public void Step()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (now + MostSetBack < steppedAt)
                StartAnew(now);
            steppedAt = now;
            renamed.Clear();
            for (var i = 0; i < MostBatchesAStep && queue.TryRead(out var batch); i++)
                using (batch)
                    Take(batch!, now); // Not null when read.
            tracker.Advance(now, changes);
            Show(now);
            Detect(now);
        }
    }

    /// <summary>The feeds and sensors a live track rests on; none for an unknown one.</summary>
    public Contributions ContributionsOf(Guid track)
    {
        lock (gate)
            return tracker.TryGet(new TrackId(track), out var state) ? state.Contributions : default;
    }

    /// <summary>The past of a track, oldest first; empty when it is not known.</summary>
    public IReadOnlyList<TrailPoint> TrailOf(Guid track)
    {
        Span<TrailPoint> points = new TrailPoint[512];
        lock (gate)
            return points[..tracker.CopyTrail(new TrackId(track), points)].ToArray();
    }

    // All that is remembered lies in the future now: a tracker would call every report too old, and every rule would wait,
    // until the wrong time has come. What waits in the queue was stamped with it, too.
    private void StartAnew(DateTimeOffset now)
    {
        FreshStarts++;
        tracker.StartAnew(now);
        coverage = new CoverageGrid();
        detectors = [];
        while (queue.TryRead(out var batch))
            batch!.Dispose(); // Not null when read.
    }

    private void Take(FeedBatch batch, DateTimeOffset now)
    {
        var before = tracker.Counters.Refused(Refusal.Duplicate);
        tracker.Apply(batch.Observations, now);
        feeds.CountDuplicates(batch.FeedNumber, tracker.Counters.Refused(Refusal.Duplicate) - before);
        foreach (var report in batch.Statics)
            if (register.Apply(report))
                renamed.Add(report.Mmsi);
    }

    private void Show(DateTimeOffset now)
    {
        lock (picture.Gate)
        {
            picture.Begin(now);
            foreach (ref readonly var death in changes.Deaths)
            {
                picture.Remove(death.Last);
                Remember(death.Last);
            }
            foreach (ref readonly var birth in changes.Births)
                ShowBelieved(birth);
            foreach (ref readonly var change in changes.Changes)
                ShowBelieved(change);
            foreach (var mmsi in renamed)
                picture.Renamed(mmsi);
        }
    }

    // A single report from where its ship cannot be is remembered by the tracker, not shown.
    private void ShowBelieved(in TrackState state)
    {
        if (state.Status != TrackStatus.Tentative)
            picture.Set(state);
    }

    private void Detect(DateTimeOffset now)
    {
        coverage.Note(changes);
        var context = new DetectorContext
        {
            Now = now,
            Zones = zones,
            Coverage = coverage,
            Feeds = feeds.Health(),
            Shoreline = picture.Sea.Island,
        };
        findings.Clear();
        foreach (var detector in detectors)
            detector.Observe(changes, context, findings);
        foreach (var finding in findings)
            found.Offer(new FoundTrack(finding, StateOf(finding.Subjects[0])));
    }

    private TrackState? StateOf(TrackId id) =>
        tracker.TryGet(id, out var live) ? live
        : ended.TryGetValue(id, out var last) ? last
        : null;

    // A rule may speak of a track after its end: silence is noticed late by nature.
    private void Remember(in TrackState last)
    {
        if (ended.TryAdd(last.Id, last))
            endedInOrder.Enqueue(last.Id);
        else
            ended[last.Id] = last;
        if (endedInOrder.Count > MostEnded)
            ended.Remove(endedInOrder.Dequeue());
    }
}
