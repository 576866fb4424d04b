using System.Text.Json;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Jobs;

/// <summary>A recurring job that some module registered.</summary>
internal sealed record RecurringJob(string Name, TimeSpan Every, Type Type);

/// <summary>A kind of one-off job that some module offers.</summary>
internal sealed record JobKind(string Kind, Func<IServiceProvider, string, JobRun, CancellationToken, Task> Run);

/// <summary>How modules register their jobs.</summary>
public static class JobRegistrations
{
    /// <summary>Has a job run once in each period, first when the server starts (or when it is due, for periods of a minute and more).</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">Unique and stable, such as <c>deadline-sweep</c>.</param>
    /// <param name="every">The period, a second or more.</param>
    public static IServiceCollection RunEvery<TJob>(this IServiceCollection services, string name, TimeSpan every)
        where TJob : class, IRecurringJob
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, TimeSpan.FromSeconds(1));
        services.AddScoped<TJob>();
        return services.AddSingleton(new RecurringJob(name, every, typeof(TJob)));
    }

    /// <summary>Offers a kind of one-off job.</summary>
    public static IServiceCollection OfferJob<TJob, TArgument>(this IServiceCollection services, string kind)
        where TJob : class, IJob<TArgument>
    {
        services.AddScoped<TJob>();
        return services.AddSingleton(
            new JobKind(
                kind,
                (scope, argument, run, ct) =>
                    scope
                        .GetRequiredService<TJob>()
                        .Run(JsonSerializer.Deserialize<TArgument>(argument, StoredJson.Options)!, run, ct) // Written by Start.
            )
        );
    }
}
