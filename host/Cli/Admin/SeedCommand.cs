using System.CommandLine;
using System.Globalization;
using Fourfold.Kernel.Seeding;
using Fourfold.Server;
using Fourfold.Server.Seeding;

namespace Fourfold.Cli.Admin;

/// <summary><c>fourfold admin seed hainan</c>: fills an empty store with a made-up province at full size.</summary>
internal static class SeedCommand
{
    /// <summary>Cases when nothing is said: a store of them is made in two minutes or so on two cores.</summary>
    public const int DefaultCases = 100_000;

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Of all chance: the same seed, date and cases make the same rows",
        DefaultValueFactory = _ => 46,
    };
    private static readonly Option<int> Cases = new("--cases")
    {
        Description = $"Cases of the year, 0 to {ProvincePlan.MostCases}",
        DefaultValueFactory = _ => DefaultCases,
    };
    private static readonly Option<DateOnly?> Until = new("--until")
    {
        Description = "The last day of the made-up year, such as 2026-03-18; without it yesterday",
    };

    public static Command Create(Func<ParseResult, ServerOptions> optionsOf)
    {
        Cases.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > ProvincePlan.MostCases)
                result.AddError($"--cases: 0 to {ProvincePlan.MostCases}");
        });
        var hainan = new Command("hainan", "The province of Hainan: real areas, everything else made up and marked so")
        {
            Seed,
            Cases,
            Until,
        };
        hainan.SetAction((parsed, ct) => Run(optionsOf(parsed), parsed, ct));
        return new Command("seed", "Fill an empty store with made-up rows") { hainan };
    }

    private static async Task<int> Run(ServerOptions options, ParseResult parsed, CancellationToken ct)
    {
        using var locked = Running.TryLock(options.Data);
        if (locked is null)
            return await AdminCommand.Fail($"a Fourfold is running on {options.Data}; stop it first");
        var plan = new ProvincePlan(
            parsed.GetValue(Seed),
            parsed.GetValue(Cases),
            Present(parsed.GetValue(Until), TimeProvider.System),
            Tell
        );
        try
        {
            await SeedProvince.Run(options, plan, ct);
        }
        catch (OperationCanceledException)
        {
            return await AdminCommand.Fail("stopped; nothing was written");
        }
        catch (Exception fault) when (AdminCommand.IsExpected(fault))
        {
            return await AdminCommand.Fail(fault.Message);
        }
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"made up: {plan.CentreList.Count} centres, {plan.GridList.Count} grids, {plan.WorkerList.Count} workers, {ProvincePlan.Commissioners} commissioners, {plan.DepartmentList.Count} departments, {plan.Cases} cases until {plan.Until:yyyy-MM-dd} (seed {plan.Seed})"
            )
        );
        return 0;
    }

    // Midnight of China's day that ends, so that the same date is the same instant everywhere.
    private static DateTimeOffset Present(DateOnly? day, TimeProvider clock)
    {
        var china = TimeSpan.FromHours(8);
        var last = day ?? DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(china).DateTime.AddDays(-1));
        return new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, china).ToUniversalTime();
    }

    private static void Tell(string part, int done, int of)
    {
        if (Console.IsErrorRedirected)
        {
            if (done == of)
                Console.Error.WriteLine($"{part}: {done}");
            return;
        }
        Console.Error.Write($"\r{part}: {done} / {of}      ");
        if (done == of)
            Console.Error.WriteLine();
    }
}
