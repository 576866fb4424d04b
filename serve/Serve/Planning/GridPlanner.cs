using Fourfold.Contracts;

namespace Fourfold.Serve.Planning;

/// <summary>What is known of a grid's work.</summary>
/// <param name="Code">15 digits.</param>
/// <param name="Households">Households.</param>
/// <param name="SquareMetres">Size, m²; 0 while it is not drawn.</param>
/// <param name="Position">A place inside, or null.</param>
/// <param name="OpenCases">Cases not ended.</param>
/// <param name="CasesAMonth">New ones in the last 30 days.</param>
/// <param name="Workers">People who serve it, those on leave left out.</param>
/// <param name="IsServed">Whether somebody serves it, be it who stands in.</param>
internal sealed record GridWork(
    string Code,
    int Households,
    double SquareMetres,
    GeoPoint? Position,
    int OpenCases,
    int CasesAMonth,
    int Workers,
    bool IsServed
)
{
    /// <summary>Its village.</summary>
    public string Village => Code[..12];
}

/// <summary>How work is counted, and from where on it is too much or too little. All of it is shown with the plan.</summary>
/// <param name="VisitMinutes">One visit to a household, a month.</param>
/// <param name="CaseMinutes">One case.</param>
/// <param name="WalkingKilometresPerHour">On foot.</param>
/// <param name="HoursAMonth">One person's working time.</param>
/// <param name="OverloadedAbove">Share of the workers' time above which a grid is overloaded.</param>
/// <param name="IdleBelow">Share below which it is idle.</param>
/// <param name="MergedAtMost">A merger may not be fuller than this.</param>
internal sealed record PlanLimits(
    double VisitMinutes,
    double CaseMinutes,
    double WalkingKilometresPerHour,
    double HoursAMonth,
    double OverloadedAbove,
    double IdleBelow,
    double MergedAtMost
)
{
    /// <summary>Our own defaults, described in <c>docs/reference/grids.md</c>.</summary>
    public static readonly PlanLimits Default = new(
        VisitMinutes: 10,
        CaseMinutes: 60,
        WalkingKilometresPerHour: 4,
        HoursAMonth: 160,
        OverloadedAbove: 1,
        IdleBelow: 0.35,
        MergedAtMost: 0.8
    );
}

/// <summary>How full a grid is.</summary>
/// <param name="WalkingHours">To each household once.</param>
/// <param name="WorkHours">Walking, visits and cases of a month.</param>
/// <param name="Load">Share of the workers' time; of nobody's time it is of one person's.</param>
internal sealed record GridLoad(GridWork Work, double WalkingHours, double WorkHours, double Load, string Verdict);

/// <summary>What could be changed: a split, a merger, or other staffing.</summary>
/// <param name="Kind"><c>split</c>, <c>merge</c> or <c>staff</c>.</param>
/// <param name="Grids">Codes of the grids; two of a merger.</param>
/// <param name="Into">Into how many grids a split goes; else 1.</param>
/// <param name="WorkersBefore">People now.</param>
/// <param name="WorkersAfter">People then.</param>
/// <param name="LoadBefore">Share of their time now; of a merger the greater one.</param>
/// <param name="LoadAfter">Share of their time then, in each grid.</param>
internal sealed record PlanProposal(
    string Kind,
    IReadOnlyList<string> Grids,
    int Into,
    int WorkersBefore,
    int WorkersAfter,
    double LoadBefore,
    double LoadAfter
);

/// <summary>科学划分、合理配备: which grids have too much or too little to do, and what would even it out. Proposes; people decide. Pure.</summary>
internal static class GridPlanner
{
    public const string Fit = "fit";
    public const string Overloaded = "overloaded";
    public const string Idle = "idle";

    /// <summary>Nobody serves it.</summary>
    public const string Unstaffed = "unstaffed";

    /// <summary>Other staffing.</summary>
    public const string Staff = "staff";
    public const string Split = "split";

    /// <summary>One grid of two neighbours.</summary>
    public const string Merger = "merge";

    /// <summary>A grid that needs more people than this is split instead.</summary>
    public const int MostWorkersOfAGrid = 2;

    // Beardwood, Halton and Hammersley (1959): the shortest way through n places of an area A tends to this × √(nA).
    private const double TourConstant = 0.7124;

    /// <summary>How full one grid is.</summary>
    public static GridLoad Judge(GridWork work, PlanLimits limits)
    {
        var walking = Walking(work.Households, work.SquareMetres, limits);
        var hours = Hours(work.Households, work.SquareMetres, work.CasesAMonth, limits);
        var load = hours / (limits.HoursAMonth * Math.Max(1, work.Workers));
        var verdict =
            !work.IsServed ? Unstaffed
            : load > limits.OverloadedAbove ? Overloaded
            : load < limits.IdleBelow ? Idle
            : Fit;
        return new GridLoad(work, walking, hours, load, verdict);
    }

    /// <summary>What could be changed, the fullest first. A grid is in one proposal at most.</summary>
    /// <param name="loads">All grids of the area.</param>
    /// <param name="limits">From where on it is too much or too little.</param>
    /// <param name="beside">Whether two grids, by their codes, share an edge: only such can be made one.</param>
    public static List<PlanProposal> Propose(
        IReadOnlyList<GridLoad> loads,
        PlanLimits limits,
        Func<string, string, bool> beside
    )
    {
        var proposals = new List<PlanProposal>();
        foreach (var load in loads.Where(l => l.Verdict is Overloaded or Unstaffed))
            proposals.Add(Relieve(load, limits));
        foreach (
            var village in loads.Where(l => l.Verdict == Idle).GroupBy(l => l.Work.Village, StringComparer.Ordinal)
        )
            proposals.AddRange(Merge([.. village], limits, beside));
        return [.. proposals.OrderByDescending(p => p.LoadBefore).ThenBy(p => p.Grids[0], StringComparer.Ordinal)];
    }

    private static PlanProposal Relieve(GridLoad load, PlanLimits limits)
    {
        var work = load.Work;
        var needed = Math.Max(1, (int)Math.Ceiling(load.WorkHours / (limits.HoursAMonth * limits.OverloadedAbove)));
        if (needed <= MostWorkersOfAGrid)
            return new PlanProposal(
                Staff,
                [work.Code],
                1,
                work.Workers,
                needed,
                load.Load,
                load.WorkHours / (limits.HoursAMonth * needed)
            );
        // Walking does not shrink in proportion, so it is counted anew for the parts, each with one worker or two.
        for (var parts = 2; ; parts++)
        {
            var hours = Hours(
                (int)Math.Ceiling(work.Households / (double)parts),
                work.SquareMetres / parts,
                (int)Math.Ceiling(work.CasesAMonth / (double)parts),
                limits
            );
            var each = Math.Max(1, (int)Math.Ceiling(hours / (limits.HoursAMonth * limits.OverloadedAbove)));
            if (each <= MostWorkersOfAGrid || parts > work.Households + work.CasesAMonth)
                return new PlanProposal(
                    Split,
                    [work.Code],
                    parts,
                    work.Workers,
                    parts * each,
                    load.Load,
                    hours / (limits.HoursAMonth * each)
                );
        }
    }

    // The two nearest of a village whose work one of them could do.
    private static IEnumerable<PlanProposal> Merge(
        List<GridLoad> idle,
        PlanLimits limits,
        Func<string, string, bool> beside
    )
    {
        var left = idle.OrderBy(l => l.WorkHours).ThenBy(l => l.Work.Code, StringComparer.Ordinal).ToList();
        while (left.Count > 1)
        {
            var one = left[0];
            left.RemoveAt(0);
            // The nearest first, so that few shapes are held against each other.
            var other = left.Where(l => Together(one, l, limits) <= limits.MergedAtMost * limits.HoursAMonth)
                .OrderBy(l => Away(one.Work.Position, l.Work.Position))
                .FirstOrDefault(l => beside(one.Work.Code, l.Work.Code));
            if (other is null)
                continue;
            left.Remove(other);
            yield return new PlanProposal(
                Merger,
                [one.Work.Code, other.Work.Code],
                1,
                one.Work.Workers + other.Work.Workers,
                1,
                Math.Max(one.Load, other.Load),
                Together(one, other, limits) / limits.HoursAMonth
            );
        }
    }

    private static double Together(GridLoad one, GridLoad other, PlanLimits limits) =>
        Hours(
            one.Work.Households + other.Work.Households,
            one.Work.SquareMetres + other.Work.SquareMetres,
            one.Work.CasesAMonth + other.Work.CasesAMonth,
            limits
        );

    private static double Hours(int households, double squareMetres, int cases, PlanLimits limits) =>
        Walking(households, squareMetres, limits)
        + (households * limits.VisitMinutes / 60)
        + (cases * limits.CaseMinutes / 60);

    private static double Walking(int households, double squareMetres, PlanLimits limits) =>
        TourConstant * Math.Sqrt(households * squareMetres) / (1_000 * limits.WalkingKilometresPerHour);

    // Degrees are good enough to compare within a village; a grid that is not drawn is far from all.
    private static double Away(GeoPoint? a, GeoPoint? b) =>
        a is { } from && b is { } to
            ? Math.Pow(from.Latitude - to.Latitude, 2) + Math.Pow(from.Longitude - to.Longitude, 2)
            : double.MaxValue;
}
