using Fourfold.Kernel.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Storage;

/// <summary>How a module registers its context.</summary>
public static class ModuleDbs
{
    /// <summary>Registers the context, its dispatcher and its migration.</summary>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services, string module)
        where TDb : ModuleDb
    {
        services.AddDbContext<TDb>(
            (provider, options) => provider.GetRequiredService<IStore>().Configure(options, module),
            optionsLifetime: ServiceLifetime.Singleton
        );
        services.AddSingleton(new RegisteredDb(module, typeof(TDb)));
        return services.AddHostedService<OutboxDispatcher<TDb>>();
    }
}

/// <summary>A module context that takes part in migration, backup, sealing and the pages over all outboxes.</summary>
/// <param name="Module">Name of the module.</param>
/// <param name="Type">Type of its context.</param>
public sealed record RegisteredDb(string Module, Type Type)
{
    /// <summary>The context of this module in a scope.</summary>
    public ModuleDb In(IServiceProvider scope) => (ModuleDb)scope.GetRequiredService(Type);
}
