using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fourfold.Testing;

/// <summary>What runs by itself in a box.</summary>
public static class Loops
{
    /// <summary>Switches off every loop of every module, for tests that move the clock by hours: it would ring each of their timers on the way.</summary>
    public static void RunNoLoops(this IServiceCollection services)
    {
        foreach (var hosted in services.Where(s => s.ServiceType == typeof(IHostedService)).ToList())
        {
            var assembly = hosted.ImplementationType?.Assembly ?? hosted.ImplementationFactory?.Method.Module.Assembly;
            if (assembly?.GetName().Name?.StartsWith("Fourfold.", StringComparison.Ordinal) == true)
                services.Remove(hosted);
        }
    }
}
