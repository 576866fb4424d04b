using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense;

/// <summary>Rows of Sense: feeds, zones, rules and their versions, alerts, vessels.</summary>
internal sealed class SenseDb(DbContextOptions<SenseDb> options, ModuleDbTools tools) : ModuleDb(options, tools)
{
    public override string Module => "sense";

    protected override void Tables(ModelBuilder model) { }
}
