using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Storage;

/// <summary>How rows of an area are asked for.</summary>
public static class InAreaQueries
{
    private const int LongestPath = 15;

    /// <summary>Those of an area and of all below it: one range of an index.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, AreaScope scope)
        where T : class, IInArea
    {
        var (low, high) = scope;
        return rows.Where(r => string.Compare(r.AreaPath, low) >= 0 && string.Compare(r.AreaPath, high) < 0);
    }

    /// <summary>Those of the area that a caller named by its path; all of them when none was named. What the caller may see is the filter's matter.</summary>
    /// <exception cref="Refused">422 <c>area.unknown</c>: no digits, or too many.</exception>
    public static IQueryable<T> WithinNamed<T>(this IQueryable<T> rows, string? area)
        where T : class, IInArea
    {
        if (string.IsNullOrEmpty(area))
            return rows;
        if (area.Length > LongestPath || !area.All(char.IsAsciiDigit))
            throw Refused.Invalid("area.unknown", "area");
        return rows.Within(AreaScope.Below(area));
    }

    /// <summary>Rows that a ledger asks for, the newest first: of its area and its span of time.</summary>
    /// <param name="rows">Those of the ledger's codes.</param>
    /// <param name="question">What it asks; how many it takes is left to the caller, who orders those of one instant.</param>
    /// <param name="at">The property that says when.</param>
    public static IOrderedQueryable<T> Newest<T>(this IQueryable<T> rows, LedgerQuestion question, string at)
        where T : class, IInArea
    {
        var (from, until) = (question.From, question.Until);
        return rows.Within(AreaScope.Below(question.AreaPath))
            .Where(r => EF.Property<DateTimeOffset>(r, at) >= from && EF.Property<DateTimeOffset>(r, at) < until)
            .OrderByDescending(r => EF.Property<DateTimeOffset>(r, at));
    }
}
