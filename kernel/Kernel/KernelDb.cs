using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel;

/// <summary>Rows of the kernel: people, posts, units, keys, files, jobs, calendars.</summary>
internal sealed class KernelDb(DbContextOptions<KernelDb> options, ModuleDbTools tools) : ModuleDb(options, tools)
{
    public override string Module => "kernel";

    protected override void Tables(ModelBuilder model) { }
}
