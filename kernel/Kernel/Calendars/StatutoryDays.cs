using System.Globalization;

namespace Fourfold.Kernel.Calendars;

/// <summary>
/// The thirteen days off that the law itself names (全国年节及纪念日放假办法, as of 2025). They hold for years whose arrangement
/// of moved working days is not in the shipped table yet: the State Council publishes it in the November before.
/// </summary>
internal static class StatutoryDays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Those of a year, in order, named as in the shipped table. Years 2000 to 2099.</summary>
    public static IEnumerable<SetDay> Of(int year)
    {
        var spring = LunarDay(year, 1, 1);
        return
        [
            Off(new DateOnly(year, 1, 1), "new-year"),
            // 除夕 and the first three days of the first month.
            .. Enumerable.Range(-1, 4).Select(n => Off(spring.AddDays(n), "spring-festival")),
            Off(new DateOnly(year, 4, Qingming(year)), "qingming"),
            .. Enumerable.Range(1, 2).Select(day => Off(new DateOnly(year, 5, day), "labour-day")),
            Off(LunarDay(year, 5, 5), "dragon-boat"),
            Off(LunarDay(year, 8, 15), "mid-autumn"),
            .. Enumerable.Range(1, 3).Select(day => Off(new DateOnly(year, 10, day), "national-day")),
        ];
    }

    /// <summary>Whether a date is one of them.</summary>
    public static bool Holds(DateOnly date) => Of(date.Year).Any(day => day.Date == date);

    // The calendar counts a leap month as one of its own, so the months from there on have the next number.
    private static DateOnly LunarDay(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        var counted = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, counted, day, 0, 0, 0, 0));
    }

    // The day of the solar term by the customary formula of the 21st century.
    private static int Qingming(int year) => (int)((year % 100 * 0.2422) + 4.81) - (year % 100 / 4);

    private static SetDay Off(DateOnly date, string name) => new(date, false, name);
}
