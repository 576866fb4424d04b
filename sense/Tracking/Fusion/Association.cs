namespace Fourfold.Tracking.Fusion;

/// <summary>
/// Which plot of a batch comes from which track: marginal probabilities over all ways in which each track gives at most one
/// plot and each plot comes from at most one track, and the best of these ways.
/// </summary>
/// <remarks>
/// Joint probabilistic data association (Fortmann, Bar-Shalom, Scheffe, 1983, IEEE J. Oceanic Eng. 8(3)) within each
/// connected component: closed form for one track, enumeration while there are at most <see cref="MostWays"/> ways, loopy
/// belief propagation (Williams and Lau, 2014, IEEE Trans. AES 50(4)) beyond. Arrays grow to the largest batch seen.
/// </remarks>
internal sealed class Association
{
    private const int MostWays = 3000;
    private const int MostIterations = 60;
    private const double Converged = 1e-4;

    private int tracks;
    private int plots;
    private double[] none = [];
    private int[] parent = [];
    private int[] first = [];
    private int[] order = [];
    private double[] fromTrack = [];
    private double[] fromPlot = [];
    private double[] sumOfPlot = [];
    private bool[] taken = [];
    private int[] choice = [];
    private int[] bestChoice = [];
    private double bestWeight;
    private double total;
    private int[] members = [];

    /// <summary>Pairs within a gate, by rising track.</summary>
    public int Pairs { get; private set; }

    /// <summary>Track of each pair.</summary>
    public int[] Track { get; private set; } = [];

    /// <summary>Plot of each pair.</summary>
    public int[] Plot { get; private set; } = [];

    /// <summary>Weight of each pair against clutter: r·Pd·N(z)/λ.</summary>
    public double[] Weight { get; private set; } = [];

    /// <summary>Marginal probability of each pair, after <see cref="Solve"/>.</summary>
    public double[] Probability { get; private set; } = [];

    /// <summary>Marginal probability that a track gave no plot.</summary>
    public double[] Miss { get; private set; } = [];

    /// <summary>The pair of each track in the best way; −1 for none.</summary>
    public int[] Best { get; private set; } = [];

    /// <summary>How many tracks share a component with this one.</summary>
    public int[] Rivals { get; private set; } = [];

    /// <summary>First pair of each track; its pairs end where those of the next begin.</summary>
    public int FirstOf(int track) => first[track];

    /// <summary>Weight of a track's giving nothing.</summary>
    public double NoneOf(int track) => none[track];

    /// <summary>Starts a batch.</summary>
    public void Begin(int trackCount, int plotCount)
    {
        (tracks, plots, Pairs) = (trackCount, plotCount, 0);
        if (none.Length < trackCount)
        {
            var size = Math.Max(64, trackCount * 2);
            none = new double[size];
            Miss = new double[size];
            Best = new int[size];
            Rivals = new int[size];
            first = new int[size + 1];
            choice = new int[size];
            bestChoice = new int[size];
            members = new int[size];
        }

        if (parent.Length < trackCount + plotCount)
        {
            parent = new int[Math.Max(128, (trackCount + plotCount) * 2)];
        }

        if (sumOfPlot.Length < plotCount)
        {
            sumOfPlot = new double[Math.Max(64, plotCount * 2)];
            taken = new bool[sumOfPlot.Length];
        }

        for (var i = 0; i < trackCount + plotCount; i++)
        {
            parent[i] = i;
        }
    }

    /// <summary>The next track: weight of its giving nothing, 1 − r·Pd. Its pairs follow.</summary>
    public void AddTrack(int track, double noPlot)
    {
        none[track] = noPlot;
        first[track] = Pairs;
        first[track + 1] = Pairs;
    }

    /// <summary>A pair of the track added last.</summary>
    public void AddPair(int track, int plot, double weight)
    {
        if (Pairs == Weight.Length)
        {
            var size = Math.Max(256, Pairs * 2);
            (Track, Plot) = (Resized(Track, size), Resized(Plot, size));
            (Weight, Probability) = (Resized(Weight, size), Resized(Probability, size));
            (fromTrack, fromPlot) = (Resized(fromTrack, size), Resized(fromPlot, size));
        }

        (Track[Pairs], Plot[Pairs], Weight[Pairs]) = (track, plot, weight);
        Pairs++;
        first[track + 1] = Pairs;
        Join(track, tracks + plot);
    }

    /// <summary>Fills <see cref="Probability"/>, <see cref="Miss"/>, <see cref="Best"/> and <see cref="Rivals"/>.</summary>
    public void Solve()
    {
        if (order.Length < tracks)
        {
            order = new int[none.Length];
        }

        // Tracks by component; a component's root may be a plot, so sort by root.
        for (var i = 0; i < tracks; i++)
        {
            order[i] = i;
            members[i] = Root(i);
        }

        Array.Sort(members, order, 0, tracks);
        for (var from = 0; from < tracks; )
        {
            var to = from + 1;
            while (to < tracks && members[to] == members[from])
            {
                to++;
            }

            var component = order.AsSpan(from, to - from);
            component.Sort();
            foreach (var track in component)
            {
                Rivals[track] = component.Length;
            }

            if (component.Length == 1)
            {
                Single(component[0]);
            }
            else if (Ways(component) <= MostWays)
            {
                Enumerate(component);
            }
            else
            {
                Propagate(component);
            }

            from = to;
        }
    }

    private void Single(int track)
    {
        var sum = none[track];
        var (best, most) = (-1, none[track]);
        for (var p = first[track]; p < first[track + 1]; p++)
        {
            sum += Weight[p];
            if (Weight[p] > most)
            {
                (best, most) = (p, Weight[p]);
            }
        }

        for (var p = first[track]; p < first[track + 1]; p++)
        {
            Probability[p] = Weight[p] / sum;
        }

        Miss[track] = none[track] / sum;
        Best[track] = best;
    }

    private double Ways(ReadOnlySpan<int> component)
    {
        var ways = 1.0;
        foreach (var track in component)
        {
            ways *= first[track + 1] - first[track] + 1;
        }

        return ways;
    }

    private void Enumerate(ReadOnlySpan<int> component)
    {
        foreach (var track in component)
        {
            Miss[track] = 0;
            for (var p = first[track]; p < first[track + 1]; p++)
            {
                Probability[p] = 0;
            }
        }

        (total, bestWeight) = (0, -1);
        Choose(component, 0, 1);
        for (var i = 0; i < component.Length; i++)
        {
            var track = component[i];
            Miss[track] /= total;
            Best[track] = bestChoice[i];
            for (var p = first[track]; p < first[track + 1]; p++)
            {
                Probability[p] /= total;
            }
        }
    }

    // The sum over all ways below a choice is added to the choice on the way back.
    private double Choose(ReadOnlySpan<int> component, int depth, double weight)
    {
        if (depth == component.Length)
        {
            if (weight > bestWeight)
            {
                bestWeight = weight;
                choice.AsSpan(0, depth).CopyTo(bestChoice);
            }

            total += weight;
            return weight;
        }

        var track = component[depth];
        choice[depth] = -1;
        var sum = Choose(component, depth + 1, weight * none[track]);
        Miss[track] += sum;
        for (var p = first[track]; p < first[track + 1]; p++)
        {
            if (taken[Plot[p]])
            {
                continue;
            }

            taken[Plot[p]] = true;
            choice[depth] = p;
            var below = Choose(component, depth + 1, weight * Weight[p]);
            taken[Plot[p]] = false;
            Probability[p] += below;
            sum += below;
        }

        return sum;
    }

    private void Propagate(ReadOnlySpan<int> component)
    {
        foreach (var track in component)
        {
            for (var p = first[track]; p < first[track + 1]; p++)
            {
                fromPlot[p] = 1;
            }
        }

        for (var i = 0; i < MostIterations; i++)
        {
            if (Pass(component) < Converged)
            {
                break;
            }
        }

        foreach (var track in component)
        {
            var sum = none[track];
            for (var p = first[track]; p < first[track + 1]; p++)
            {
                sum += Weight[p] * fromPlot[p];
            }

            Miss[track] = none[track] / sum;
            for (var p = first[track]; p < first[track + 1]; p++)
            {
                Probability[p] = Weight[p] * fromPlot[p] / sum;
            }
        }

        Greedy(component);
    }

    private double Pass(ReadOnlySpan<int> component)
    {
        foreach (var track in component)
        {
            for (var p = first[track]; p < first[track + 1]; p++)
            {
                sumOfPlot[Plot[p]] = 1;
            }
        }

        foreach (var track in component)
        {
            var sum = none[track];
            for (var p = first[track]; p < first[track + 1]; p++)
            {
                sum += Weight[p] * fromPlot[p];
            }

            for (var p = first[track]; p < first[track + 1]; p++)
            {
                fromTrack[p] = Weight[p] / Math.Max(1e-300, sum - Weight[p] * fromPlot[p]);
                sumOfPlot[Plot[p]] += fromTrack[p];
            }
        }

        var change = 0.0;
        foreach (var track in component)
        {
            for (var p = first[track]; p < first[track + 1]; p++)
            {
                var next = 1 / Math.Max(1, sumOfPlot[Plot[p]] - fromTrack[p]);
                change = Math.Max(change, Math.Abs(next - fromPlot[p]));
                fromPlot[p] = next;
            }
        }

        return change;
    }

    private void Greedy(ReadOnlySpan<int> component)
    {
        foreach (var track in component)
        {
            Best[track] = -1;
        }

        for (var left = component.Length; left > 0; left--)
        {
            var (best, most) = (-1, 0.0);
            foreach (var track in component)
            {
                if (Best[track] >= 0)
                {
                    continue;
                }

                for (var p = first[track]; p < first[track + 1]; p++)
                {
                    if (!taken[Plot[p]] && Probability[p] > most && Probability[p] > Miss[track])
                    {
                        (best, most) = (p, Probability[p]);
                    }
                }
            }

            if (best < 0)
            {
                break;
            }

            Best[Track[best]] = best;
            taken[Plot[best]] = true;
        }

        foreach (var track in component)
        {
            if (Best[track] >= 0)
            {
                taken[Plot[Best[track]]] = false;
            }
        }
    }

    private int Root(int node)
    {
        while (parent[node] != node)
        {
            node = parent[node] = parent[parent[node]];
        }

        return node;
    }

    private void Join(int a, int b)
    {
        var (x, y) = (Root(a), Root(b));
        parent[Math.Max(x, y)] = Math.Min(x, y);
    }

    private static T[] Resized<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
