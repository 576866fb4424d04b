using Fourfold.Behaviour;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Rules;

/// <summary>The rules as they are, one of them, and what it said before. There are tens of them, so one page holds all.</summary>
internal static class ListRules
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rules", List).WithName("ListRules").WithTags("Rules").Needs(Permission.RulesRead);
        api.MapGet("/rules/{id}", Get).WithName("GetRule").WithTags("Rules").Needs(Permission.RulesRead);
        api.MapGet("/rules/{id}/versions", Versions)
            .WithName("ListRuleVersions")
            .WithTags("Rules")
            .Needs(Permission.RulesRead);
    }

    private static async Task<Ok<Page<RuleView>>> List(SenseDb db, CancellationToken ct)
    {
        var rules = await db.Rules.AsNoTracking().OrderBy(r => r.Code).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
        var versions = await Newest(db).ToDictionaryAsync(v => v.Rule, ct);
        return TypedResults.Ok(new Page<RuleView>([.. rules.Select(r => RuleView.Of(r, versions[r.Id]))], null));
    }

    private static async Task<Ok<RuleView>> Get(RuleId id, SenseDb db, HttpContext http, CancellationToken ct)
    {
        var rule = await Find(id, db, ct);
        Revisions.Show(http, rule.Version);
        return TypedResults.Ok(RuleView.Of(rule, await VersionOf(rule, db, ct)));
    }

    private static async Task<Ok<Page<RuleVersionView>>> Versions(
        RuleId id,
        SenseDb db,
        PeopleNames names,
        CancellationToken ct
    )
    {
        var rule = await Find(id, db, ct);
        var schema = DetectorKind.Find(rule.Code)?.Parameters ?? [];
        var versions = await db
            .RuleVersions.AsNoTracking()
            .Where(v => v.Rule == id)
            .OrderByDescending(v => v.Version)
            .Take(Page.MaximumLimit)
            .ToListAsync(ct);
        var by = await names.Of(versions.Select(v => v.By), ct);
        var views = versions.Select(v => new RuleVersionView(
            v.Version,
            RuleView.Whole(v.Parameters, schema),
            v.Level,
            v.Enabled,
            v.ZoneIds,
            v.Note,
            by(v.By),
            v.At
        ));
        return TypedResults.Ok(new Page<RuleVersionView>([.. views], null));
    }

    /// <summary>The newest version of each rule.</summary>
    internal static IQueryable<RuleVersion> Newest(SenseDb db) =>
        db.RuleVersions.AsNoTracking().Where(v => db.Rules.Any(r => r.Id == v.Rule && r.Version == v.Version));

    internal static async Task<Rule> Find(RuleId id, SenseDb db, CancellationToken ct) =>
        await db.Rules.FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw Refused.NotFound("rule.unknown");

    internal static Task<RuleVersion> VersionOf(Rule rule, SenseDb db, CancellationToken ct) =>
        db.RuleVersions.AsNoTracking().SingleAsync(v => v.Rule == rule.Id && v.Version == rule.Version, ct);
}
