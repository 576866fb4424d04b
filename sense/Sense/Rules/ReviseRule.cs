using System.Text.Json;
using Fourfold.Behaviour;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Rules;

/// <summary>Makes a new version of a rule; the detector is armed anew within a second, tracks go on.</summary>
internal static class ReviseRule
{
    private const int MostZones = 200;

    internal sealed record Request(
        Dictionary<string, double> Parameters,
        [OneOf(1, 2, 3, 4)] int Level,
        bool Enabled,
        string Note,
        List<ZoneId>? ZoneIds = null,
        int? ExpectedVersion = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/rules/{id}/versions", Handle)
            .WithName("ReviseRule")
            .WithTags("Rules")
            .Needs(Permission.RulesWrite);

    private static async Task<Created<RuleView>> Handle(
        RuleId id,
        Request request,
        SenseDb db,
        SenseSignals signals,
        HttpContext http,
        CancellationToken ct
    )
    {
        var rule = await ListRules.Find(id, db, ct);
        if (request.ExpectedVersion is { } expected && expected != rule.Version)
            throw Refused.Stale(expected, rule.Version, RuleView.Of(rule, await ListRules.VersionOf(rule, db, ct)));
        CheckParameters(rule, request);
        await CheckZones(request.ZoneIds ?? [], db, ct);
        var version = new RuleVersion
        {
            Rule = rule.Id,
            Version = ++rule.Version,
            Parameters = request.Parameters,
            Level = request.Level is >= 1 and <= 4 ? request.Level : throw Refused.Invalid("rule.level", "level"),
            Enabled = request.Enabled,
            ZoneIds = request.ZoneIds ?? [],
            Note = CheckNote(request.Note),
            By = db.Actor.Person,
            At = db.Clock.GetUtcNow(),
        };
        rule.Revision++;
        db.RuleVersions.Add(version);
        db.Audit(
            "rule.revised",
            "rule",
            id.ToString(),
            new
            {
                version.Version,
                version.Level,
                version.Enabled,
            }
        );
        db.Tell("rule", id.ToString(), rule.Version, "revised", "");
        await db.SaveChangesAsync(ct);
        signals.Rules.RingAfter(http);
        Revisions.Show(http, rule.Version);
        return TypedResults.Created($"/api/v1/rules/{id}", RuleView.Of(rule, version));
    }

    private static void CheckParameters(Rule rule, Request request)
    {
        var kind = DetectorKind.Find(rule.Code) ?? throw new Refused("rule.detector-unknown").With("code", rule.Code);
        var json = JsonSerializer.SerializeToElement(request.Parameters);
        var trial = new Behaviour.Rule(rule.Id.Value, rule.Version + 1, 4, []);
        if (kind.TryMake(trial, json, out var problems) is not null)
            return;
        var first = problems[0];
        throw Refused
            .Invalid(first.Code, $"parameters.{first.Name}")
            .With("value", first.Value)
            .With("schema", kind.Parameters.FirstOrDefault(p => p.Name == first.Name));
    }

    private static async Task CheckZones(List<ZoneId> zones, SenseDb db, CancellationToken ct)
    {
        if (zones.Count > MostZones)
            throw Refused.Invalid("request.too-many", "zoneIds").With("maximum", MostZones);
        var known = await db.Zones.Where(z => zones.Contains(z.Id)).CountAsync(ct);
        if (known != zones.Distinct().Count())
            throw Refused.Invalid("zone.unknown", "zoneIds");
    }

    private static string CheckNote(string note)
    {
        var trimmed = note.Trim();
        return trimmed.Length is > 0 and <= RuleVersion.LongestNote
            ? trimmed
            : throw Refused.Invalid("rule.note-missing", "note");
    }
}
