using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Testing;
using Microsoft.Data.Sqlite;

namespace Fourfold.Benchmarks.Cases;

/// <summary>Something a screen asks, and the bare statement that finds the same rows.</summary>
/// <param name="Name">What is asked, in the table.</param>
/// <param name="Who">Who asks this time; another area each time.</param>
/// <param name="Path">What is got.</param>
/// <param name="Sql">Without the program: the statement, with <c>$low</c> and <c>$high</c> of the area and <c>$one</c>; null where no rows are read.</param>
/// <param name="One">Fills <c>$one</c>.</param>
internal sealed record Question(
    string Name,
    Func<TestActor> Who,
    Func<string> Path,
    string? Sql,
    Func<string>? One = null
);

/// <summary>The questions of the console and the field page at province size.</summary>
internal sealed class Questions(Province province, SqliteConnection rows, Random chance)
{
    private const string Inside = "area_path >= $low and area_path < $high";
    private const string InsideWide = "area_path || '' >= $low and area_path || '' < $high";
    private const string Cases = "select * from coordinate_cases where";

    private string lastId = "";

    public IEnumerable<Question> All() =>
        [
            .. Lists("province", () => "46", InsideWide),
            .. Lists("county", () => Some(province.Counties), InsideWide),
            .. Lists("islets (almost empty)", () => Province.Sparse, InsideWide),
            .. Lists("township", () => Some(province.Townships), Inside),
            .. Lists("village", () => Some(province.Villages), Inside),
            .. Pages(),
            .. Others(),
        ];

    private IEnumerable<Question> Lists(string name, Func<string> area, string inside)
    {
        TestActor Clerk() => new(Roles.CentreClerk, area(), Purposes.CaseWork);
        yield return new(
            $"{name}: open by deadline",
            Clerk,
            () => "/api/v1/cases",
            $"{Cases} is_open and {inside} order by deadline_at, number limit 51"
        );
        yield return new(
            $"{name}: newest",
            Clerk,
            () => "/api/v1/cases?scope=all",
            $"{Cases} {inside} order by recorded_at desc, number desc limit 51"
        );
        yield return new(
            $"{name}: closed",
            Clerk,
            () => "/api/v1/cases?scope=closed",
            $"{Cases} not is_open and state <> 'draft' and {inside} order by recorded_at desc, number desc limit 51"
        );
        yield return new(
            $"{name}: void ones",
            Clerk,
            () => "/api/v1/cases?scope=all&state=void",
            $"{Cases} state = 'void' and {inside} order by recorded_at desc, number desc limit 51"
        );
        yield return new(
            $"{name}: a page two years back",
            Clerk,
            () => $"/api/v1/cases?scope=all&cursor={Deep}",
            $"{Cases} recorded_at <= {DeepMs} and {inside} order by recorded_at desc, number desc limit 51"
        );
    }

    private IEnumerable<Question> Pages()
    {
        static TestActor Duty() => TestActor.DutyOfficer;
        yield return new(
            "a case with all its parts",
            Duty,
            () =>
                $"/api/v1/cases/{OneOf("select id from coordinate_cases order by recorded_at desc limit 1 offset $n", 30_000)}",
            "select * from coordinate_cases where id = $one",
            () => lastId.ToUpperInvariant()
        );
        yield return new(
            "its timeline",
            Duty,
            () => $"/api/v1/cases/{lastId}/timeline",
            "select * from coordinate_timeline where case_id = $one order by sequence desc limit 51",
            () => lastId.ToUpperInvariant()
        );
        yield return new(
            "a work order",
            Duty,
            () => $"/api/v1/work-orders/{OneOf("select id from coordinate_work_orders limit 1 offset $n", 25_000)}",
            "select * from coordinate_work_orders where id = $one",
            () => lastId.ToUpperInvariant()
        );
        yield return new(
            "work orders of a unit",
            Officer,
            () => "/api/v1/work-orders",
            "select * from coordinate_work_orders where unit = $one and is_open order by due_at, number limit 51",
            () => station
        );
        yield return new(
            "work orders of the province",
            Duty,
            () => "/api/v1/work-orders?scope=all",
            $"select * from coordinate_work_orders where is_open and {Inside} order by due_at, number limit 51"
        );
        yield return new(
            "all work orders of a county",
            () => new TestActor(Roles.DutyOfficer, Some(province.Counties)),
            () => "/api/v1/work-orders?scope=all&open=false",
            $"select * from coordinate_work_orders where {Inside} order by issued_at desc, number desc limit 51"
        );
    }

    private IEnumerable<Question> Others()
    {
        TestActor County() => new(Roles.DutyOfficer, Some(province.Counties));
        static TestActor Administrator() => new(Roles.Administrator, Purpose: Purposes.Administration);
        foreach (var tab in new[] { "todo", "handed-over", "dismissed" })
            yield return new($"alerts: {tab}", () => TestActor.DutyOfficer, () => $"/api/v1/alerts?tab={tab}", null);
        yield return new("alerts: dismissed in a county", County, () => "/api/v1/alerts?tab=dismissed", null);
        yield return new(
            "units",
            () => TestActor.DutyOfficer,
            () => "/api/v1/units",
            "select * from kernel_units order by area_path, id limit 51"
        );
        yield return new(
            "units by name",
            () => TestActor.DutyOfficer,
            () => "/api/v1/units?q=%E7%A0%81",
            "select * from kernel_units where name like '%' || char(30721) || '%' limit 51"
        );
        yield return new(
            "areas below a county",
            () => TestActor.DutyOfficer,
            () => $"/api/v1/areas?parent={Some(province.Counties)}",
            null
        );
        yield return new("areas by name", () => TestActor.DutyOfficer, () => "/api/v1/areas?q=%E9%95%87", null);
        yield return new(
            "people by name",
            Administrator,
            () => $"/api/v1/people?q=worker0{chance.Next(10)}",
            "select * from kernel_people where normalized_user_name like 'WORKER0%' order by normalized_user_name limit 51"
        );
        yield return new("routing, dry", () => TestActor.DutyOfficer, () => Routing(), null);
        yield return new("vessels by name", () => TestActor.DutyOfficer, () => "/api/v1/vessels?q=QIONG", null);
    }

    private string station = "";

    private TestActor Officer()
    {
        var unit = province.Stations[chance.Next(province.Stations.Length)];
        station = unit.Id.ToString().ToUpperInvariant();
        return TestActor.Responder(unit.Id.Value);
    }

    private static long DeepMs => SeededStore.Now.AddDays(-715).ToUnixTimeMilliseconds();

    private static string Deep => Kernel.Paging.Page.Cursor(DeepMs.ToString(CultureInfo.InvariantCulture), "9");

    private string Routing() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/routing?latitude={18 + (2 * chance.NextDouble()):0.0000}&longitude={108.5 + (2 * chance.NextDouble()):0.0000}&department=police"
        );

    private string Some(string[] of) => of[chance.Next(of.Length)];

    private string OneOf(string sql, int most)
    {
        using var command = rows.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$n", chance.Next(most));
        return lastId = ((string)command.ExecuteScalar()!).ToLowerInvariant(); // There are more rows than that.
    }
}
