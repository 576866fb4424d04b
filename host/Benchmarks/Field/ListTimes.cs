using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Fourfold.Kernel.Identity;
using Fourfold.Testing;

namespace Fourfold.Benchmarks.Field;

/// <summary>How long each list and map takes over HTTP, and its bare statement beside it, in turns.</summary>
internal static class ListTimes
{
    private const int Turns = 100;
    private const int WarmUp = 5;
    private const double BarMilliseconds = 100;

    public static async Task Run(
        FieldQuestions questions,
        FourfoldBox box,
        DbConnection rows,
        TextWriter to,
        CancellationToken ct
    )
    {
        to.WriteLine(
            $"  {"lists and maps, ms", -36}{"p50", 8}{"p99", 8}{"worst", 8}{"cpu", 7}{"kB", 7}{"bare", 8}{"×", 7}"
        );
        var slow = new List<string>();
        foreach (var question in questions.All())
            if (await Measure(question, questions, box, rows, to, ct) > BarMilliseconds)
                slow.Add(question.Name);
        to.WriteLine(
            slow.Count == 0
                ? $"  every p99 is below {BarMilliseconds:0} ms"
                : $"  p99 above {BarMilliseconds:0} ms: {string.Join("; ", slow)}"
        );
    }

    private static async Task<double> Measure(
        FieldQuestion question,
        FieldQuestions questions,
        FourfoldBox box,
        DbConnection rows,
        TextWriter to,
        CancellationToken ct
    )
    {
        var (ours, theirs, cpu) = (new List<double>(Turns), new List<double>(Turns), new List<double>(Turns));
        var bytes = 0;
        for (var turn = -WarmUp; turn < Turns; turn++)
        {
            using var client = box.As(question.Who());
            var path = question.Path();
            var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            using var answer = await client.GetAsync($"/api/v1/{path}", ct);
            var body = await answer.Content.ReadAsByteArrayAsync(ct);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            used = Environment.CpuUsage.TotalTime - used;
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{path}: {answer.StatusCode}");
            var bare = question.Sql is { } sql ? await Bare(sql, questions.Area, rows, ct) : double.NaN;
            if (turn < 0)
                continue;
            ours.Add(took);
            theirs.Add(bare);
            cpu.Add(used.TotalMilliseconds);
            bytes = Math.Max(bytes, body.Length);
        }
        var hasPeer = question.Sql is not null;
        var (mine, peer) = (Percentiles.At(ours, 0.5), Percentiles.At(theirs, 0.5));
        var worst = Percentiles.At(ours, 0.99);
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {question.Name, -36}{mine, 8:0.0}{worst, 8:0.0}{ours.Max(), 8:0.0}{Percentiles.At(cpu, 0.5), 7:0.0}{bytes / 1e3, 7:0}{(hasPeer ? peer : null), 8:0.00}{(hasPeer ? mine / peer : null), 7:0.0}"
            )
        );
        return worst;
    }

    private static async Task<double> Bare(string sql, string area, DbConnection rows, CancellationToken ct)
    {
        var (low, high) = AreaScope.Below(area);
        var started = Stopwatch.GetTimestamp();
        await using var command = rows.CreateCommand();
        // The area is digits of our own.
        command.CommandText = sql.Replace("{low}", low, StringComparison.Ordinal)
            .Replace("{high}", high, StringComparison.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync(ct))
            reader.GetValues(values);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
