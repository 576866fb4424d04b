using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Calendars;

/// <summary>Working days in mainland China: Monday to Friday, but for holidays and 调休 from the shipped table and the administrator's days.</summary>
internal sealed class WorkingDays(IServiceScopeFactory scopes, TimeProvider clock) : ICalendars
{
    /// <summary>The only calendar so far.</summary>
    public const string China = "cn";

    /// <summary>China keeps one time without summer time, so no table of time zones is needed.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);
    private const int MaximumDays = 366;
    private const string Resource = "Fourfold.Kernel.Calendars.Data.cn.csv";
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(30);
    private static readonly Dictionary<DateOnly, SetDay> Shipped = Read();
    private static readonly HashSet<int> Arranged = [.. Shipped.Keys.Select(date => date.Year)];
    private Known? known;

    public async ValueTask<DateTimeOffset> AddWorkingDays(DateTimeOffset from, int days, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaximumDays);
        var set = await SetDays(ct);
        var at = from.ToOffset(Offset);
        for (var left = days; left > 0; )
        {
            at = at.AddDays(1);
            if (IsWorking(set, DateOnly.FromDateTime(at.DateTime)))
                left--;
        }
        return at.ToUniversalTime();
    }

    /// <summary>All days set apart in a year, in order; where no arrangement is known, the statutory ones.</summary>
    public async Task<IReadOnlyList<SetDay>> Year(int year, CancellationToken ct)
    {
        var set = (await SetDays(ct)).Values.Where(d => d.Date.Year == year);
        var known =
            Arranged.Contains(year) || year is < 2000 or > 2099
                ? set
                : set.UnionBy(StatutoryDays.Of(year), d => d.Date);
        return [.. known.OrderBy(d => d.Date)];
    }

    /// <summary>Forgets the administrator's days: called after each change.</summary>
    public void Forget() => Volatile.Write(ref known, null);

    private static bool IsWorking(Dictionary<DateOnly, SetDay> set, DateOnly date) =>
        set.TryGetValue(date, out var day)
            ? day.Working
            : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                && (Arranged.Contains(date.Year) || date.Year is < 2000 or > 2099 || !StatutoryDays.Holds(date));

    private async ValueTask<Dictionary<DateOnly, SetDay>> SetDays(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Volatile.Read(ref known) is { } already && now < already.ReadAt + Remember)
            return already.Days;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("calendars");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var days = new Dictionary<DateOnly, SetDay>(Shipped);
        foreach (var row in await db.CalendarDays.AsNoTracking().Where(d => d.Calendar == China).ToListAsync(ct))
            days[row.Date] = new SetDay(row.Date, row.Working, row.Name);
        Volatile.Write(ref known, new Known(days, now));
        return days;
    }

    private static Dictionary<DateOnly, SetDay> Read()
    {
        using var reader = new StreamReader(EmbeddedData.Open(typeof(WorkingDays).Assembly, Resource));
        var days = new Dictionary<DateOnly, SetDay>();
        reader.ReadLine(); // The header.
        while (reader.ReadLine() is { } line)
        {
            var cell = line.Split(',');
            var date = DateOnly.ParseExact(cell[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            days[date] = new SetDay(date, cell[1] == "1", cell[2]);
        }
        return days;
    }

    private sealed record Known(Dictionary<DateOnly, SetDay> Days, DateTimeOffset ReadAt);
}

/// <summary>A day that is not what its weekday says.</summary>
internal sealed record SetDay(DateOnly Date, bool Working, string? Name);
