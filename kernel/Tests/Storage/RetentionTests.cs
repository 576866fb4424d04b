using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Retention;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Storage;

[Trait("Needs", "Store")]
public sealed class RetentionTests
{
    [Fact]
    public async Task What_is_over_is_deleted_by_timer_and_the_count_is_written_down()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var browser = box.Browser();
        await (await browser.SignIn("li.na")).Body();
        await Sweep(box);
        Assert.Equal(1, await Sessions(box));
        box.Clock.Advance(TimeSpan.FromDays(184));
        await Sweep(box);
        Assert.Equal(0, await Sessions(box));
        Assert.Equal(
            1,
            await box.Inside(s =>
                s.GetRequiredService<KernelDb>()
                    .AuditRows.CountAsync(r => r.Action == "retention.deleted" && r.SubjectId == "Session")
            )
        );
    }

    private static Task<int> Sessions(FourfoldBox box) =>
        box.Inside(s => s.GetRequiredService<KernelDb>().Sessions.CountAsync());

    private static Task<int> Sweep(FourfoldBox box) =>
        box.Inside(async services =>
        {
            await services
                .GetRequiredService<DeleteWhatIsOver>()
                .Run(new JobRun(1, (_, _) => Task.CompletedTask), default);
            return 0;
        });
}
