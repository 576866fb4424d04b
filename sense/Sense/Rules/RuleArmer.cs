using System.Text.Json;
using Fourfold.Behaviour;
using Fourfold.Kernel.Identity;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zone = Fourfold.Behaviour.Zone;

namespace Fourfold.Sense.Rules;

/// <summary>Makes the cell's detectors and zones agree with the rows. A detector whose rule did not change keeps its memory.</summary>
internal sealed partial class RuleArmer(
    Cell cell,
    SenseSignals signals,
    IServiceScopeFactory scopes,
    ILogger<RuleArmer> log
) : BackgroundService
{
    // Changes made here ring the bell; this is for changes made on another server.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly Dictionary<(Guid Rule, int Version), IDetector> armed = [];
    private string zonesKnown = "none yet";
    private IReadOnlyList<Zone> zones = [];
    private int freshStarts;

    /// <summary>How often the rows were looked at and found in agreement, or brought there; tests wait for it.</summary>
    internal long Rounds { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Agree(ct);
                Rounds++;
                await signals.Rules.Wait(Pace, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop: the database may be away for a while.
            {
                Fell(log, fault);
                await Task.Delay(Pace, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Agree(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("rule-armer");
        var db = scope.ServiceProvider.GetRequiredService<SenseDb>();
        await DefaultRules.Seed(db, ct);
        var codes = await db.Rules.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Code, ct);
        var versions = await ListRules.Newest(db).Where(v => v.Enabled).ToListAsync(ct);
        var rows = await db.Zones.AsNoTracking().Where(z => z.Active).OrderBy(z => z.CreatedAt).ToListAsync(ct);
        var begun = cell.FreshStarts;
        var isFresh = begun != freshStarts;
        if (isFresh)
            armed.Clear();
        freshStarts = begun;
        var changed = isFresh | TakeZones(rows) | TakeRules(versions, codes);
        if (changed)
            cell.Arm([.. armed.Values], zones);
    }

    private bool TakeZones(IReadOnlyList<Zones.Zone> rows)
    {
        var now = string.Join(',', rows.Select(z => $"{z.Id}:{z.Revision}"));
        if (now == zonesKnown)
            return false;
        zonesKnown = now;
        zones = [.. rows.Select(z => new Zone(z.Id.Value, z.Revision, ZoneKinds.Of(z.Kind), z.Area()))];
        return true;
    }

    private bool TakeRules(IReadOnlyList<RuleVersion> versions, Dictionary<Contracts.RuleId, string> codes)
    {
        var changed = false;
        var wanted = versions.Select(v => (v.Rule.Value, v.Version)).ToHashSet();
        foreach (var gone in armed.Keys.Where(key => !wanted.Contains(key)).ToList())
            changed |= armed.Remove(gone);
        foreach (var version in versions)
        {
            var key = (version.Rule.Value, version.Version);
            if (armed.ContainsKey(key) || Make(version, codes[version.Rule]) is not { } detector)
                continue;
            armed[key] = detector;
            changed = true;
        }
        return changed;
    }

    private IDetector? Make(RuleVersion version, string code)
    {
        var rule = new Behaviour.Rule(
            version.Rule.Value,
            version.Version,
            version.Level,
            [.. version.ZoneIds.Select(id => id.Value)]
        );
        var json = JsonSerializer.SerializeToElement(version.Parameters);
        if (DetectorKind.Find(code)?.TryMake(rule, json, out _) is { } detector)
            return detector;
        Unknown(log, code, version.Version);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Rule {Code} version {Version} cannot be armed by this program")]
    private static partial void Unknown(ILogger log, string code, int version);

    [LoggerMessage(Level = LogLevel.Error, Message = "Rules could not be brought into agreement; trying again")]
    private static partial void Fell(ILogger log, Exception exception);
}
