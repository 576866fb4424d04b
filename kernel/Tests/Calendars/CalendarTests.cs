using System.Globalization;
using System.Net.Http.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Calendars;

[Trait("Needs", "Store")]
public sealed class CalendarTests
{
    [Theory]
    [InlineData("2026-03-20T10:00+08:00", 1, "2026-03-23T10:00+08:00")] // Friday → Monday.
    [InlineData("2026-03-21T10:00+08:00", 1, "2026-03-23T10:00+08:00")] // Begun on a Saturday.
    [InlineData("2026-02-13T16:00+08:00", 1, "2026-02-14T16:00+08:00")] // 调休: a working Saturday.
    [InlineData("2026-02-14T16:00+08:00", 1, "2026-02-24T16:00+08:00")] // Over the Spring Festival.
    [InlineData("2026-09-30T09:00+08:00", 3, "2026-10-10T09:00+08:00")] // National Day, then Thursday, Friday, a working Saturday.
    [InlineData("2026-03-18T09:00+08:00", 0, "2026-03-18T09:00+08:00")]
    public async Task Working_days_are_counted_with_holidays_and_moved_days(string from, int days, string expected)
    {
        await using var box = await FourfoldBox.Start();
        var calendars = box.Services.GetRequiredService<ICalendars>();
        Assert.Equal(At(expected), await calendars.AddWorkingDays(At(from), days, default));
    }

    [Fact]
    public async Task An_administrator_sets_a_typhoon_day_and_deadlines_follow()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(new TestActor(Roles.Administrator, Purpose: Purposes.Administration));
        await (
            await client.PutAsJsonAsync(
                "/api/v1/calendars/cn/days/2026-03-23",
                new { working = false, name = "typhoon" }
            )
        ).Body();
        var calendars = box.Services.GetRequiredService<ICalendars>();
        Assert.Equal(
            At("2026-03-24T10:00+08:00"),
            await calendars.AddWorkingDays(At("2026-03-20T10:00+08:00"), 1, default)
        );
        var year = await (await client.GetAsync("/api/v1/calendars/cn?year=2026")).Body();
        Assert.Equal(40, year.GetProperty("days").GetArrayLength());
        Assert.Equal("calendar.unknown", await (await client.GetAsync("/api/v1/calendars/fr")).Problem(404));
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();
}
