using System.Globalization;
using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>Says when a vessel that radar holds reports that it is somewhere else (D04).</summary>
public sealed class FalsePositionDetector(Rule rule, ContradictionParameters parameters)
    : ConditionDetector(rule, new ConditionTiming(parameters.ConfirmSeconds, parameters.ClearSeconds, 300))
{
    /// <summary>Its code.</summary>
    public const string DetectorCode = "false-position";

    /// <inheritdoc/>
    public override string Code => DetectorCode;

    /// <inheritdoc/>
    protected override bool Holds(in TrackState state, DetectorContext context) =>
        (state.Flags & TrackFlags.OffsetPosition) != 0 && state.Kind is not (TrackKind.Ghost or TrackKind.AisOnly);

    /// <inheritdoc/>
    protected override IEnumerable<Reason> Evidence(TrackState first, TrackState state, double seconds)
    {
        yield return new Reason("false-position.held", seconds, "s", parameters.ConfirmSeconds, ">=");
        if (state.ClaimedPosition is { } claimed)
        {
            yield return new Reason("false-position.offset", Math.Round(claimed.DistanceTo(state.Position)), "m");
        }

        yield return new Reason("track.position-doubt", Math.Round(state.Covariance.PositionMetres), "m");
        if (state.Mmsi is { } mmsi)
        {
            var detail = mmsi.ToString(CultureInfo.InvariantCulture);
            yield return new Reason("identity.mmsi", Math.Round(state.IdentityProbability, 2), "1", Detail: detail);
        }

        yield return new Reason("track.speed", Math.Round(Speed.ToKnots(state.Speed ?? 0), 1), "kn");
    }
}
