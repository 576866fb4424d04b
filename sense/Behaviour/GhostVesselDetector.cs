using System.Globalization;
using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>Says when a transponder reports from where radar should see a vessel and sees none (D06).</summary>
/// <remarks>The place that a false position names belongs to <see cref="FalsePositionDetector"/>, which tells of its echo.</remarks>
public sealed class GhostVesselDetector(Rule rule, ContradictionParameters parameters)
    : ConditionDetector(rule, new ConditionTiming(parameters.ConfirmSeconds, parameters.ClearSeconds, 300))
{
    /// <summary>Its code.</summary>
    public const string DetectorCode = "ghost-vessel";

    /// <inheritdoc/>
    public override string Code => DetectorCode;

    /// <inheritdoc/>
    protected override bool Holds(in TrackState state, DetectorContext context) =>
        state.Kind == TrackKind.Ghost && (state.Flags & TrackFlags.OffsetPosition) == 0;

    /// <inheritdoc/>
    protected override IEnumerable<Reason> Evidence(TrackState first, TrackState state, double seconds)
    {
        yield return new Reason("ghost.held", seconds, "s", parameters.ConfirmSeconds, ">=");
        yield return new Reason("ghost.reports", state.Observations, "count");
        if (state.Mmsi is { } mmsi)
        {
            var detail = mmsi.ToString(CultureInfo.InvariantCulture);
            yield return new Reason("identity.mmsi", Math.Round(state.IdentityProbability, 2), "1", Detail: detail);
        }

        yield return new Reason("track.speed", Math.Round(Speed.ToKnots(state.Speed ?? 0), 1), "kn");
    }
}
