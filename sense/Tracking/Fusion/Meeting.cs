namespace Fourfold.Tracking.Fusion;

/// <summary>
/// Some tracks that contest plots, and the likeliest ways in which it may have gone with them: which plot was whose, or of
/// two at once, with what each of them would be then. All are kept until what comes decides.
/// </summary>
/// <remarks>
/// A track-oriented tree of hypotheses for one cluster, pruned to the best (Reid, 1979, IEEE Trans. AC 24(6); Blackman,
/// 2004, IEEE AES Magazine 19(1)), ways that have come to the same being one.
/// </remarks>
internal sealed class Meeting
{
    public const int MostMembers = 4;
    public const int MostWays = 12;
    public const int MostPlots = 12;

    private readonly List<Look> looks = [];
    private Way[] next = Room();

    /// <summary>Slots of the tracks, the first <see cref="Members"/> of them.</summary>
    public int[] Slots { get; } = new int[MostMembers];

    /// <summary>When each of them last contested a plot, s.</summary>
    public double[] Contested { get; } = new double[MostMembers];

    public int Members { get; set; }

    /// <summary>The ways, the first <see cref="Count"/> of them, the likeliest first; their weights sum to 1.</summary>
    public Way[] Ways { get; private set; } = Room();

    public int Count { get; set; }

    /// <summary>Room for the ways of the next step.</summary>
    public Way[] Next => next;

    public bool IsFree => Members == 0;

    public void Step(int count)
    {
        (Ways, next) = (next, Ways);
        Count = count;
    }

    public int IndexOf(int slot) => Slots.AsSpan(0, Members).IndexOf(slot);

    /// <summary>What a radar has shown of them in its present turn.</summary>
    public Look LookOf(int radar)
    {
        while (looks.Count <= radar)
        {
            looks.Add(new Look());
        }

        return looks[radar];
    }

    public IReadOnlyList<Look> Looks => looks;

    public void Clear()
    {
        (Members, Count) = (0, 0);
        foreach (var look in looks)
        {
            look.Clear();
        }
    }

    private static Way[] Room()
    {
        var ways = new Way[MostWays];
        for (var i = 0; i < MostWays; i++)
        {
            ways[i] = new Way();
        }

        return ways;
    }

    /// <summary>One way.</summary>
    public sealed class Way
    {
        public double Weight;
        public readonly MotionState[] States = new MotionState[MostMembers];

        /// <summary>Who bears which MMSI, 0 for none.</summary>
        public readonly int[] Mmsi = new int[MostMembers];

        /// <summary>Takes over what another says of the first members.</summary>
        public void CopyFrom(Way other, int members)
        {
            Weight = other.Weight;
            other.States.AsSpan(0, members).CopyTo(States);
            other.Mmsi.AsSpan(0, members).CopyTo(Mmsi);
        }
    }

    /// <summary>How a radar looked at one of them.</summary>
    public struct Glance
    {
        public double Time;

        /// <summary>Probability of a plot; 0 where none was due.</summary>
        public double Due;
        public double Seeing;
        public double Range;
        public double Azimuth;
    }

    public struct Echo
    {
        public double X;
        public double Y;
        public Spread Spread;

        /// <summary>Density of plots that are of none of them, 1/m².</summary>
        public double Foreign;
    }

    /// <summary>One turn of one radar.</summary>
    public sealed class Look
    {
        public int Turn = -1;

        /// <summary>Bits of the members it has looked at.</summary>
        public int Seen;
        public readonly Glance[] Glances = new Glance[MostMembers];
        public int Plots;
        public readonly Echo[] Echoes = new Echo[MostPlots];

        public void Clear() => (Turn, Seen, Plots) = (-1, 0, 0);

        public void Add(in Echo echo)
        {
            for (var i = 0; i < Plots; i++)
            {
                if (Echoes[i].X == echo.X && Echoes[i].Y == echo.Y)
                {
                    return;
                }
            }

            if (Plots < MostPlots)
            {
                Echoes[Plots++] = echo;
            }
        }
    }
}
