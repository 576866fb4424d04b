using System.Diagnostics.Metrics;
using Fourfold.Sense.Alerts;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Picture;
using Fourfold.Tracking;
using Microsoft.Extensions.Hosting;

namespace Fourfold.Sense;

/// <summary>Counters of Sense for <c>/metrics</c>: read when asked, so that they cost the hot path nothing.</summary>
internal sealed class SenseMeters(
    IMeterFactory meters,
    FeedBook feeds,
    ObservationQueue queue,
    Cell cell,
    LiveHub hub,
    FindingQueue findings
) : IHostedService
{
    public Task StartAsync(CancellationToken ct)
    {
        var meter = meters.Create("Fourfold.Sense");
        PerFeed(meter, "fourfold.sense.feed.bytes", "By", feed => feed.Bytes);
        PerFeed(meter, "fourfold.sense.feed.messages", "{message}", feed => feed.Messages);
        PerFeed(meter, "fourfold.sense.feed.observations", "{observation}", feed => feed.Observations);
        PerFeed(meter, "fourfold.sense.feed.duplicates", "{observation}", feed => feed.Duplicates);
        PerFeed(meter, "fourfold.sense.feed.reconnects", "{connection}", feed => feed.Reconnects);
        meter.CreateObservableCounter("fourfold.sense.feed.dropped", Dropped, "{line}");
        meter.CreateObservableGauge("fourfold.sense.feed.live", Live, "1");
        meter.CreateObservableCounter("fourfold.sense.batches.shed", () => queue.ShedBatches, "{batch}");
        meter.CreateObservableGauge("fourfold.sense.tracks", () => cell.Counters.Tracks, "{track}");
        meter.CreateObservableCounter("fourfold.sense.observations.refused", Refused, "{observation}");
        meter.CreateObservableGauge("fourfold.sense.live.screens", () => hub.Count, "{screen}");
        meter.CreateObservableGauge("fourfold.sense.live.delay.p99", () => hub.Delays.Quantile(0.99), "ms");
        meter.CreateObservableCounter("fourfold.sense.findings.dropped", () => findings.Dropped, "{finding}");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken ct) => Task.CompletedTask;

    private void PerFeed(Meter meter, string name, string unit, Func<FeedCounters, long> value) =>
        meter.CreateObservableCounter(
            name,
            () =>
                feeds.Running.Select(feed => new Measurement<long>(value(feed.Counters), Tag("feed", feed.Setup.Name))),
            unit
        );

    private IEnumerable<Measurement<long>> Dropped() =>
        feeds.Running.SelectMany(feed =>
            feed.Counters.Dropped()
                .Select(drop => new Measurement<long>(drop.Value, Tag("feed", feed.Setup.Name), Tag("cause", drop.Key)))
        );

    private IEnumerable<Measurement<int>> Live() =>
        feeds.Running.Select(feed => new Measurement<int>(
            feed.State == FeedState.Live ? 1 : 0,
            Tag("feed", feed.Setup.Name)
        ));

    private IEnumerable<Measurement<long>> Refused() =>
        Enum.GetValues<Refusal>()
            .Select(cause => new Measurement<long>(cell.Counters.Refused(cause), Tag("cause", cause.ToString())));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
