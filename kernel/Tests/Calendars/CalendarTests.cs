using System.Globalization;
using System.Net.Http.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Calendars;
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
    [InlineData("2026-12-31T09:00+08:00", 1, "2027-01-04T09:00+08:00")] // A year without a table yet: New Year's Day is a Friday.
    [InlineData("2027-02-04T09:00+08:00", 1, "2027-02-09T09:00+08:00")] // 除夕 is a Friday, the third day a Monday.
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

    [Fact]
    public void The_statutory_days_of_2026_are_all_off_in_the_published_arrangement()
    {
        using var file = File.OpenText(Repository.At("kernel/Kernel/Calendars/Data/cn.csv"));
        var off = file.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(','))
            .Where(cell => cell[1] == "0")
            .ToDictionary(cell => DateOnly.Parse(cell[0], CultureInfo.InvariantCulture), cell => cell[2].Trim());
        var statutory = StatutoryDays.Of(2026).ToList();
        Assert.Equal(13, statutory.Count);
        Assert.All(statutory, day => Assert.Equal(off[day.Date], day.Name));
    }

    [Theory]
    [InlineData(2027, "02-05", "02-06", "06-09", "09-15")]
    [InlineData(2028, "01-25", "01-26", "05-28", "10-03")] // A leap fifth month after the festival of its fifth day.
    [InlineData(2025, "01-28", "01-29", "05-31", "10-06")] // A leap sixth month before mid-autumn.
    public void The_lunar_festivals_fall_on_their_days(int year, params string[] days)
    {
        var of = StatutoryDays.Of(year).Select(d => d.Date.ToString("MM-dd", CultureInfo.InvariantCulture)).ToList();
        Assert.All(days, day => Assert.Contains(day, of));
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();
}
