namespace Fourfold.Simulator.Radars;

/// <summary>A sea with its radars: what receiver and radars put out, in the order of time.</summary>
/// <remarks>The sea's own sentences are the same as without radars: these have chances of their own.</remarks>
internal sealed class RadarScenario : IScenario
{
    private readonly IScenario sea;
    private readonly ShoreRadar[] radars;
    private readonly Queue<byte[]> datagrams = new();
    private ScenarioStep heard;
    private bool isHeard;
    private TimeSpan sentAt;

    /// <summary>Adds radars to a sea.</summary>
    public RadarScenario(IScenario sea, IEnumerable<RadarSite> sites, RadarTargets targets, ScenarioOptions options)
    {
        this.sea = sea;
        radars = [.. sites.Select((site, number) => new ShoreRadar(site, targets, options, number))];
    }

    /// <inheritdoc/>
    public string Name => sea.Name;

    /// <inheritdoc/>
    public int Vessels => sea.Vessels;

    /// <summary>The radars, in the order of their sites.</summary>
    public IReadOnlyList<ShoreRadar> Radars => radars;

    /// <inheritdoc/>
    public ScenarioStep Next()
    {
        if (datagrams.TryDequeue(out var datagram))
        {
            return new ScenarioStep(sentAt, default, null) { Datagram = datagram };
        }

        if (!isHeard)
        {
            heard = sea.Next();
            isHeard = true;
        }

        var first = radars.MinBy(r => r.Due);
        if (first is not null && TimeSpan.FromSeconds(first.Due) is var due && due < heard.At)
        {
            sentAt = due;
            first.Send(datagrams);
            return Next();
        }

        isHeard = false;
        return heard;
    }
}
