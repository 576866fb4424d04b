using Fourfold.Kernel.Storage;
using Fourfold.Sense.Alerts;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Rules;
using Fourfold.Sense.Sensors;
using Fourfold.Sense.Vessels;
using Fourfold.Sense.Zones;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense;

/// <summary>Rows of Sense: feeds, sensors, zones, rules and their versions, alerts, vessels.</summary>
internal sealed class SenseDb(DbContextOptions<SenseDb> options, ModuleDbTools tools) : ModuleDb(options, tools)
{
    public override string Module => "sense";

    public DbSet<Feed> Feeds => Set<Feed>();
    public DbSet<Sensor> Sensors => Set<Sensor>();
    public DbSet<Zone> Zones => Set<Zone>();
    public DbSet<Rule> Rules => Set<Rule>();
    public DbSet<RuleVersion> RuleVersions => Set<RuleVersion>();
    public DbSet<Alert> Alerts => Set<Alert>();
    public DbSet<Vessel> Vessels => Set<Vessel>();
    public DbSet<Counter> Counters => Set<Counter>();

    /// <summary>The next number of a counter, from 1; given away by the caller's SaveChanges.</summary>
    public async Task<int> Next(string key, CancellationToken ct)
    {
        var counter = Counters.Local.FirstOrDefault(c => c.Key == key) ?? await Counters.FindAsync([key], ct);
        if (counter is null)
            Counters.Add(counter = new Counter { Key = key, Next = 1 });
        return counter.Next++;
    }

    protected override void Tables(ModelBuilder model)
    {
        Feed.Map(model.Entity<Feed>());
        Sensor.Map(model.Entity<Sensor>());
        Zone.Map(model.Entity<Zone>());
        Rule.Map(model.Entity<Rule>());
        RuleVersion.Map(model.Entity<RuleVersion>());
        Alert.Map(model.Entity<Alert>());
        Vessel.Map(model.Entity<Vessel>());
        Counter.Map(model.Entity<Counter>());
    }
}
