using System.Globalization;
using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>Says when a vessel that radar holds bears a number that was another's before (D05).</summary>
public sealed class SwappedIdentityDetector(Rule rule, ContradictionParameters parameters)
    : ConditionDetector(rule, new ConditionTiming(parameters.ConfirmSeconds, parameters.ClearSeconds, 300))
{
    /// <summary>Its code.</summary>
    public const string DetectorCode = "swapped-identity";

    /// <inheritdoc/>
    public override string Code => DetectorCode;

    /// <inheritdoc/>
    protected override bool Holds(in TrackState state, DetectorContext context) =>
        (state.Flags & TrackFlags.SwappedIdentity) != 0;

    /// <inheritdoc/>
    protected override IEnumerable<Reason> Evidence(TrackState first, TrackState state, double seconds)
    {
        yield return new Reason("swap.held", seconds, "s", parameters.ConfirmSeconds, ">=");
        if (state.Mmsi is { } mmsi)
        {
            var detail = mmsi.ToString(CultureInfo.InvariantCulture);
            yield return new Reason("identity.mmsi", Math.Round(state.IdentityProbability, 2), "1", Detail: detail);
        }

        yield return new Reason("track.speed", Math.Round(Speed.ToKnots(state.Speed ?? 0), 1), "kn");
    }
}
