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

    // What each bore last, and before that.
    private readonly Dictionary<TrackId, (Borne Last, Borne Earlier)> numbers = [];

    /// <inheritdoc/>
    public override string Code => DetectorCode;

    /// <inheritdoc/>
    protected override bool Holds(in TrackState state, DetectorContext context)
    {
        if (state.Mmsi is { } mmsi)
        {
            var (last, earlier) = numbers.GetValueOrDefault(state.Id);
            var now = new Borne(mmsi, state.At);
            numbers[state.Id] = (now, last.Mmsi != 0 && last.Mmsi != mmsi ? last : earlier);
        }

        return (state.Flags & TrackFlags.SwappedIdentity) != 0;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Reason> Evidence(TrackState first, TrackState state, double seconds)
    {
        yield return new Reason("swap.held", seconds, "s", parameters.ConfirmSeconds, ">=");
        if (numbers.TryGetValue(state.Id, out var borne) && borne.Earlier.Mmsi != 0)
        {
            var ago = Math.Round((state.At - borne.Earlier.At).TotalSeconds);
            yield return new Reason(
                "swap.earlier",
                ago,
                "s",
                Detail: borne.Earlier.Mmsi.ToString("D9", CultureInfo.InvariantCulture)
            );
        }

        if (state.Mmsi is { } mmsi)
        {
            var detail = mmsi.ToString(CultureInfo.InvariantCulture);
            yield return new Reason("identity.mmsi", Math.Round(state.IdentityProbability, 2), "1", Detail: detail);
        }

        yield return new Reason("track.speed", Math.Round(Speed.ToKnots(state.Speed ?? 0), 1), "kn");
    }

    /// <inheritdoc/>
    protected override void Forget(TrackId id) => numbers.Remove(id);

    /// <summary>A number and when it was borne last.</summary>
    private readonly record struct Borne(int Mmsi, DateTimeOffset At);
}
