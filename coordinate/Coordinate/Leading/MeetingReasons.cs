namespace Fourfold.Coordinate.Leading;

/// <summary>Why a case is talked about in the weekly meeting.</summary>
internal static class MeetingReasons
{
    /// <summary>Somebody put it there.</summary>
    public const string Picked = "picked";

    /// <summary>督办.</summary>
    public const string Supervised = "supervised";

    /// <summary>Its time is over.</summary>
    public const string Overdue = "overdue";

    /// <summary>It was done, and came back.</summary>
    public const string Reopened = "reopened";

    /// <summary>The same kind of thing again in the same place.</summary>
    public const string Repeated = "repeated";

    /// <summary>All of them, in the order of the list.</summary>
    public static readonly IReadOnlyList<string> All = [Picked, Supervised, Overdue, Reopened, Repeated];
}
