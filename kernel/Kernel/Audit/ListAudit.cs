using System.Globalization;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Audit;

/// <summary>Who did or saw what, over all modules, newest first. The look is itself written down.</summary>
internal static class ListAudit
{
    internal sealed record Query
    {
        public string? Subject { get; init; }
        public PersonId? Person { get; init; }
        public DateTimeOffset? From { get; init; }
        public DateTimeOffset? To { get; init; }
        public int? Limit { get; init; }
        public string? Cursor { get; init; }
    }

    /// <param name="Subject"><c>kind:id</c>.</param>
    internal sealed record AuditView(
        Guid Id,
        string Module,
        DateTimeOffset At,
        PersonId? Person,
        string? PersonName,
        PostId? Post,
        string ActorName,
        string Action,
        string Subject,
        string Purpose,
        string AreaPath,
        JsonElement? Details,
        string CorrelationId,
        long? SealedAs
    );

    private sealed record Found(string Module, AuditRow Row);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/audit", Handle)
            .WithName("ListAudit")
            .WithTags("Audit")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.AuditRead, Purposes.Audit);

    private static async Task<Ok<Page<AuditView>>> Handle(
        [AsParameters] Query query,
        IEnumerable<RegisteredDb> modules,
        IServiceProvider services,
        KernelDb kernel,
        IPeople people,
        CancellationToken ct
    )
    {
        var take = Page.Limit(query.Limit);
        var from = Positions(query.Cursor);
        var rows = new List<Found>();
        foreach (var module in modules)
        {
            var before = from.TryGetValue(module.Module, out var known) ? known : long.MaxValue;
            var found = await Filter(module.In(services).AuditRows.AsNoTracking(), query, before)
                .OrderByDescending(r => r.Sequence)
                .Take(take + 1)
                .ToListAsync(ct);
            rows.AddRange(found.Select(r => new Found(module.Module, r)));
        }
        var newest = rows.OrderByDescending(f => f.Row.At).ThenByDescending(f => f.Row.Sequence).ToList();
        var shown = newest.Take(take).ToList();
        foreach (var last in shown)
            from[last.Module] = last.Row.Sequence; // Each later one of a module is older.
        kernel.Audit("audit.listed", "audit", query.Subject ?? query.Person?.ToString() ?? "*");
        await kernel.SaveChangesAsync(ct);
        var names = await people.Names([.. shown.Select(f => f.Row.Person).OfType<PersonId>().Distinct()], ct);
        var next = newest.Count > take ? Page.Cursor(string.Join(';', from.Select(p => $"{p.Key}={p.Value}"))) : null;
        return TypedResults.Ok(new Page<AuditView>([.. shown.Select(f => Show(f, names))], next));
    }

    private static IQueryable<AuditRow> Filter(IQueryable<AuditRow> rows, Query query, long before)
    {
        rows = rows.Where(r => r.Sequence < before);
        if (query.Person is { } person)
            rows = rows.Where(r => r.Person == person);
        if (query.From is { } first)
            rows = rows.Where(r => r.At >= first);
        if (query.To is { } end)
            rows = rows.Where(r => r.At < end);
        if (query.Subject is not { Length: > 0 } subject)
            return rows;
        var cut = subject.IndexOf(':', StringComparison.Ordinal);
        var (kind, id) = cut < 0 ? ("", subject) : (subject[..cut], subject[(cut + 1)..]);
        return kind.Length == 0
            ? rows.Where(r => r.SubjectId == id)
            : rows.Where(r => r.SubjectKind == kind && r.SubjectId == id);
    }

    // "kernel=17;sense=4": the last row shown of each module.
    private static Dictionary<string, long> Positions(string? cursor)
    {
        var positions = new Dictionary<string, long>(StringComparer.Ordinal);
        if (Page.Key(cursor, 1) is not [var text])
            return positions;
        foreach (var part in text.Split(';'))
        {
            var cut = part.IndexOf('=', StringComparison.Ordinal);
            if (
                cut < 1
                || !long.TryParse(part.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            )
                throw Refused.Invalid("request.cursor-malformed", "cursor");
            positions[part[..cut]] = at;
        }
        return positions;
    }

    private static AuditView Show(Found found, IReadOnlyDictionary<PersonId, string> names)
    {
        var row = found.Row;
        return new AuditView(
            row.Id,
            found.Module,
            row.At,
            row.Person,
            row.Person is { } person ? names.GetValueOrDefault(person) : null,
            row.Post,
            row.ActorName,
            row.Action,
            $"{row.SubjectKind}:{row.SubjectId}",
            row.Purpose,
            row.AreaPath,
            row.Details is null ? null : JsonSerializer.Deserialize<JsonElement>(row.Details),
            row.CorrelationId,
            row.SealedAs
        );
    }
}
