using System.Diagnostics;
using System.Globalization;
using Fourfold.Kernel.Identity;
using Fourfold.Server;
using Fourfold.Testing;
using Microsoft.Data.Sqlite;

namespace Fourfold.Benchmarks.Cases;

/// <summary>The API at province size: every list and page over HTTP, and beside each the bare statement for its rows.</summary>
/// <remarks>
/// The bar is a p99 of 100 ms. The peer reads the same 51 rows through Microsoft.Data.Sqlite on a connection of its own, each
/// column of each row; the ratio is the price of HTTP, sign-in, permissions, EF Core, audit row and JSON. One question at a
/// time, ours and the peer's in turns. Beside the time stands the processor's, which others on the machine cannot lengthen.
/// </remarks>
internal sealed class CaseLoad : ILoad
{
    private const int Turns = 100;
    private const int WarmUp = 5;

    public string Name => "cases";

    public async Task Run(TextWriter to, CancellationToken ct)
    {
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"cases: {SeededStore.Cases:N0} cases, {Province.Centres:N0} centres, {Province.Grids:N0} grids, {Province.Workers:N0} workers, {SeededStore.Alerts:N0} alerts, SQLite; ms over HTTP, {Turns} times each"
            )
        );
        var file = await SeededStore.Ready(to);
        await using var box = await OpenBox(file);
        await using var rows = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString()
        );
        await rows.OpenAsync(ct);
        to.WriteLine($"  {"", -34}{"p50", 9}{"p99", 9}{"worst", 9}{"cpu", 8}{"bare p50", 10}{"×", 8}");
        var slow = 0;
        foreach (var question in new Questions(SeededStore.Inside(), rows, new Random(1)).All())
            slow += await Measure(question, box, rows, to, ct) > 100 ? 1 : 0;
        to.WriteLine($"  {slow} above the bar of 100 ms");
        to.WriteLine();
    }

    // The box removes its folder at the end; the seeded file is only linked into it.
    private static Task<FourfoldBox> OpenBox(string file)
    {
        var folder = Directory.CreateTempSubdirectory("fourfold-bench-").FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "fourfold.db"), file);
        return FourfoldBox.On(
            new ServerOptions
            {
                Data = folder,
                Port = 0,
                Demonstration = false,
            }
        );
    }

    private static async Task<double> Measure(
        Question question,
        FourfoldBox box,
        SqliteConnection rows,
        TextWriter to,
        CancellationToken ct
    )
    {
        var (ours, theirs, cpu) = (new List<double>(Turns), new List<double>(Turns), new List<double>(Turns));
        for (var turn = -WarmUp; turn < Turns; turn++)
        {
            var who = question.Who();
            using var client = box.As(who);
            var path = question.Path();
            var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            using (var answer = await client.GetAsync(path, ct))
            {
                await answer.Content.ReadAsByteArrayAsync(ct);
                if (!answer.IsSuccessStatusCode)
                    throw new InvalidOperationException($"{path} as {who.Role}: {answer.StatusCode}");
            }
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            used = Environment.CpuUsage.TotalTime - used;
            var bare = question.Sql is null ? double.NaN : Bare(question, AreaScope.Below(who.AreaPath), rows);
            if (turn < 0)
                continue;
            ours.Add(took);
            theirs.Add(bare);
            cpu.Add(used.TotalMilliseconds);
        }
        Print(question, ours, theirs, cpu, to);
        return At(ours, 0.99);
    }

    private static double Bare(Question question, AreaScope scope, SqliteConnection rows)
    {
        var started = Stopwatch.GetTimestamp();
        using var command = rows.CreateCommand();
        command.CommandText = question.Sql;
        command.Parameters.AddWithValue("$low", scope.Low);
        command.Parameters.AddWithValue("$high", scope.High);
        command.Parameters.AddWithValue("$one", question.One?.Invoke() ?? "");
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        while (reader.Read())
            reader.GetValues(values);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Print(
        Question question,
        List<double> ours,
        List<double> theirs,
        List<double> cpu,
        TextWriter to
    )
    {
        var hasPeer = !double.IsNaN(theirs[0]);
        var (mine, bare) = (At(ours, 0.5), At(theirs, 0.5));
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {question.Name, -34}{mine, 9:0.0}{At(ours, 0.99), 9:0.0}{ours.Max(), 9:0.0}{At(cpu, 0.5), 8:0.0}{(hasPeer ? bare : null), 10:0.00}{(hasPeer ? mine / bare : null), 8:0.0}"
            )
        );
    }

    private static double At(List<double> of, double share) =>
        of.Order().ElementAt((int)Math.Ceiling(share * of.Count) - 1);
}
