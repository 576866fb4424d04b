using Fourfold.Kernel.Jobs;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Tests;

/// <summary>Moves the clock at the pace of the server's own loops.</summary>
internal static class Pace
{
    /// <summary>Switches the scheduler off, for tests that run jobs themselves.</summary>
    public static void RunNoJobs(this IServiceCollection services)
    {
        foreach (var hosted in services.Where(s => s.ImplementationType == typeof(Scheduler)).ToList())
            services.Remove(hosted);
    }

    /// <summary>Gives the loops a moment of real time, to show that nothing happens.</summary>
    public static Task Settle(this FourfoldBox _) => Task.Delay(200);

    /// <summary>Moves the clock on, then second by second until it happens: a loop may just be setting its next timer.</summary>
    public static async Task AdvanceUntil(this FourfoldBox box, string what, TimeSpan by, Func<Task<bool>> happened)
    {
        box.Clock.Advance(by);
        await FourfoldBox.Eventually(
            what,
            async () =>
            {
                var yes = await happened();
                if (!yes)
                    box.Clock.Advance(TimeSpan.FromSeconds(1));
                return yes;
            },
            yes => yes
        );
    }
}
