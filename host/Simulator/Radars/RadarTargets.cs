namespace Fourfold.Simulator.Radars;

/// <summary>The vessels of a scenario as radars may see them, whether they speak or not.</summary>
/// <param name="vessels">Who is there from the beginning.</param>
/// <param name="newcomer">Makes the n-th newcomer; null when nobody comes. They come one after the other.</param>
internal sealed class RadarTargets(IEnumerable<Vessel> vessels, Func<int, Vessel>? newcomer)
{
    // Radars ask for their own turns, which begin at different times.
    private const double AskedInAdvance = 10;

    private readonly List<Vessel> present = [.. vessels.Where(v => v.IsEcho)];
    private Vessel? next = newcomer?.Invoke(0);
    private int number;

    /// <summary>All that may be there in the ten seconds from a time on, s; times asked for rise but for a few seconds.</summary>
    public IReadOnlyList<Vessel> From(double seconds)
    {
        while (newcomer is not null && next is not null && next.SpeaksFrom <= seconds + AskedInAdvance)
        {
            present.Add(next);
            next = newcomer(++number);
        }

        present.RemoveAll(v => v.HiddenFrom < seconds - AskedInAdvance);
        return present;
    }
}
