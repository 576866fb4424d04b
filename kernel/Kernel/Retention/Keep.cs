using System.Linq.Expressions;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Retention;

/// <summary>How long rows of one kind are kept. Deletion is by timer, and its count is audited.</summary>
public sealed class Keep
{
    private Keep(
        string name,
        Func<ModuleDb, bool> appliesTo,
        Func<ModuleDb, DateTimeOffset, CancellationToken, Task<int>> delete
    ) => (Name, AppliesTo, Delete) = (name, appliesTo, delete);

    internal string Name { get; }
    internal Func<ModuleDb, bool> AppliesTo { get; }
    internal Func<ModuleDb, DateTimeOffset, CancellationToken, Task<int>> Delete { get; }

    /// <summary>Keeps rows of a module for a time after an instant of theirs.</summary>
    /// <param name="life">How long; a day or more.</param>
    /// <param name="at">The instant counted from; a row without one is kept.</param>
    /// <param name="only">Which rows the rule is about; all when left out.</param>
    public static Keep For<TDb, TRow>(
        TimeSpan life,
        Expression<Func<TRow, DateTimeOffset?>> at,
        Expression<Func<TRow, bool>>? only = null
    )
        where TDb : ModuleDb
        where TRow : class => Make(db => db is TDb, life, at, only);

    /// <summary>The same for rows that every module has.</summary>
    internal static Keep ForEach<TRow>(
        TimeSpan life,
        Expression<Func<TRow, DateTimeOffset?>> at,
        Expression<Func<TRow, bool>>? only = null
    )
        where TRow : class => Make(_ => true, life, at, only);

    private static Keep Make<TRow>(
        Func<ModuleDb, bool> appliesTo,
        TimeSpan life,
        Expression<Func<TRow, DateTimeOffset?>> at,
        Expression<Func<TRow, bool>>? only
    )
        where TRow : class
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(life, TimeSpan.FromDays(1));
        return new Keep(
            typeof(TRow).Name,
            appliesTo,
            (db, now, ct) =>
            {
                DateTimeOffset? limit = now - life;
                var old = Expression.Lambda<Func<TRow, bool>>(
                    Expression.LessThan(at.Body, Expression.Constant(limit, typeof(DateTimeOffset?))),
                    at.Parameters
                );
                IQueryable<TRow> rows = db.Set<TRow>().Where(old);
                return (only is null ? rows : rows.Where(only)).ExecuteDeleteAsync(ct);
            }
        );
    }
}

/// <summary>How modules register what they keep.</summary>
public static class KeepRegistrations
{
    /// <summary>Registers a rule; it is applied once a day.</summary>
    public static IServiceCollection Keep(this IServiceCollection services, Keep rule) => services.AddSingleton(rule);
}
