using System.Diagnostics.Metrics;
using Fourfold.Kernel.Notices;

namespace Fourfold.Kernel.Telemetry;

/// <summary>The kernel's figures, under the meter <c>Fourfold.Kernel</c>. Modules name theirs <c>Fourfold.Sense</c> and so on.</summary>
internal sealed class KernelMetrics
{
    /// <summary>All meters whose names begin with this are exported.</summary>
    public const string Prefix = "Fourfold.";

    private readonly Histogram<double> delivery;
    private readonly Counter<long> failures;
    private readonly Counter<long> refusedSignIns;
    private readonly Counter<long> expiredUploads;
    private readonly Counter<long> pushes;

    public KernelMetrics(IMeterFactory meters, EventListeners listeners)
    {
        var meter = meters.Create(Prefix + "Kernel");
        meter.CreateObservableGauge(
            "fourfold.events.listeners",
            () => listeners.Count,
            description: "Screens that listen to server-sent events"
        );
        delivery = meter.CreateHistogram<double>(
            "fourfold.outbox.delay",
            "s",
            "From an event's commit to its last handler's"
        );
        failures = meter.CreateCounter<long>("fourfold.outbox.failures", description: "Failed deliveries of events");
        refusedSignIns = meter.CreateCounter<long>("fourfold.sign_in.refused", description: "Refused sign-ins");
        expiredUploads = meter.CreateCounter<long>(
            "fourfold.uploads.expired",
            description: "Uploads left in the middle and ended by time"
        );
        pushes = meter.CreateCounter<long>(
            "fourfold.push.messages",
            description: "Messages to phones, by how they ended"
        );
    }

    public void Delivered(string module, TimeSpan delay) =>
        delivery.Record(delay.TotalSeconds, new KeyValuePair<string, object?>("module", module));

    public void DeliveryFailed(string @event) => failures.Add(1, new KeyValuePair<string, object?>("event", @event));

    public void SignInRefused() => refusedSignIns.Add(1);

    /// <summary>Messages to phones that came to an end: <c>sent</c>, <c>gone</c>, <c>refused</c>, <c>given-up</c>, <c>expired</c>, <c>queue-full</c>.</summary>
    public void PushesEnded(string how, int count = 1) =>
        pushes.Add(count, new KeyValuePair<string, object?>("how", how));

    public void UploadsExpired(int count) => expiredUploads.Add(count);
}
