using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>Says when radar holds something that moves like a boat and has never named itself (D03).</summary>
/// <remarks>
/// A vessel that did name itself and fell silent is the concern of <see cref="AisSilenceDetector"/>, which takes radar as
/// evidence; so nobody is told twice.
/// </remarks>
public sealed class DarkVesselDetector(Rule rule, DarkVesselParameters parameters)
    : ConditionDetector(rule, new ConditionTiming(parameters.ConfirmSeconds, parameters.ClearSeconds, 300))
{
    /// <summary>Its code.</summary>
    public const string DetectorCode = "dark-vessel";

    private readonly HashSet<TrackId> named = [];

    /// <inheritdoc/>
    public override string Code => DetectorCode;

    /// <inheritdoc/>
    protected override bool Holds(in TrackState state, DetectorContext context)
    {
        if (state.Mmsi is not null)
        {
            named.Add(state.Id);
        }

        if (state.Kind != TrackKind.RadarOnly || named.Contains(state.Id))
        {
            return false;
        }

        var knots = Speed.ToKnots(state.Speed ?? 0);
        return knots >= parameters.MinimumSpeedKnots
            // As exact as the track says it: what a radar's own tracks are worth is the usual bound itself.
            && state.Existence >= (float)parameters.Existence
            && (context.Shoreline is not { } shore || shore.SignedDistance(state.Position) <= parameters.ShoreMetres)
            && context.HarbourMetres(state.Position) > parameters.HarbourBufferMetres;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Reason> Evidence(TrackState first, TrackState state, double seconds)
    {
        yield return new Reason("dark.never-named", seconds, "s", parameters.ConfirmSeconds, ">=");
        yield return new Reason("dark.plots", state.Observations, "count");
        yield return new Reason("track.existence", Math.Round(state.Existence, 3), "1", parameters.Existence, ">=");
        var knots = Math.Round(Speed.ToKnots(state.Speed ?? 0), 1);
        yield return new Reason("track.speed", knots, "kn", parameters.MinimumSpeedKnots, ">=");
        yield return new Reason("dark.way", Math.Round(first.Position.DistanceTo(state.Position)), "m");
    }

    /// <inheritdoc/>
    protected override void Forget(TrackId id) => named.Remove(id);
}
