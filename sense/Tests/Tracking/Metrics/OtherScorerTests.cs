using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Fourfold.Geo;
using Fourfold.Testing;
using Fourfold.Tracking.Metrics;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Metrics;

/// <summary>Scores are those of a scorer that others wrote.</summary>
public sealed class OtherScorerTests : IDisposable
{
    private const int Times = 40;
    private const double Step = 5;
    private const double FromSeconds = 60;
    private static readonly Position Here = Position.FromDegrees(latitude: 20.1, longitude: 110.2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fourfold-score-");
    private readonly LocalFrame _frame = new(Here);

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed record Moment(
        double Time,
        long[] Vessels,
        LocalPoint[] Truths,
        bool[] Unseen,
        long[] Ids,
        LocalPoint[] Tracks
    );

    [Theory]
    [InlineData(1, 12, 900)]
    [InlineData(2, 40, 1500)]
    [InlineData(3, 120, 1200)]
    public async Task The_other_scorer_finds_the_same(int seed, int vessels, double halfWidth)
    {
        var moments = Sea(seed, vessels, halfWidth);
        var theirs = await Score(moments);
        var (gospa, tally, costs, missed, spare) = (new Gospa(), new IdentityTally(), new List<double>(), 0, 0);
        foreach (var m in moments)
        {
            tally.Add(m.Vessels, m.Truths, m.Ids, m.Tracks, m.Unseen);
            if (m.Time >= FromSeconds)
            {
                var score = gospa.Score(m.Truths, m.Tracks, m.Unseen);
                costs.Add(score.Cost);
                (missed, spare) = (missed + score.Missed, spare + score.False);
            }
        }

        var rms = theirs.GetProperty("gospa_rms").GetDouble();
        Assert.InRange(Math.Sqrt(costs.Average()), rms * 0.999, rms * 1.001);
        Assert.Equal(theirs.GetProperty("missed_per_step").GetDouble(), (double)missed / costs.Count, 1e-9);
        Assert.Equal(theirs.GetProperty("false_per_step").GetDouble(), (double)spare / costs.Count, 1e-9);
        Assert.Equal(theirs.GetProperty("id_switches").GetInt32(), tally.Switches);
        Assert.Equal(theirs.GetProperty("fragments").GetInt32(), tally.Fragments);
        Assert.True(tally is { Switches: > 5, Fragments: > 5 }, $"nothing happens in sea {seed}");
    }

    // Vessels that lie, tracks around them that come, go, exchange their ids and are false.
    private static List<Moment> Sea(int seed, int vessels, double halfWidth)
    {
        var random = new Random(seed);
        LocalPoint Anywhere(double half) =>
            new(half * (2 * random.NextDouble() - 1), half * (2 * random.NextDouble() - 1));
        LocalPoint[] places = [.. Enumerable.Range(0, vessels).Select(_ => Anywhere(halfWidth))];
        long[] tracks = [.. Enumerable.Range(0, vessels).Select(i => 1000L + i)];
        return
        [
            .. Enumerable
                .Range(1, Times)
                .Select(step =>
                {
                    places = Array.ConvertAll(places, p => p + Anywhere(30));
                    var (i, j) = (random.Next(vessels), random.Next(vessels));
                    (tracks[i], tracks[j]) = (tracks[j], tracks[i]);
                    int[] shown = [.. Enumerable.Range(0, vessels).Where(_ => random.NextDouble() < 0.85)];
                    return new Moment(
                        step * Step,
                        [.. Enumerable.Range(0, vessels).Select(v => (long)v)],
                        places,
                        [.. Enumerable.Range(0, vessels).Select(v => v % 7 == 3)],
                        [.. shown.Select(v => tracks[v]), 9001, 9002],
                        [.. shown.Select(v => places[v] + Anywhere(60)), Anywhere(halfWidth), Anywhere(halfWidth)]
                    );
                }),
        ];
    }

    private async Task<JsonElement> Score(List<Moment> moments)
    {
        var tools = Repository.SharedTools("tracking");
        Assert.SkipWhen(tools is null, "the scorer of ../shared/tools/tracking is not here");
        var (truth, tracks) = (Path.Combine(_folder.FullName, "truth"), Path.Combine(_folder.FullName, "tracks"));
        string[] first = ["""{"type":"scenario","name":"other","seed":0}"""];
        await File.WriteAllLinesAsync(
            truth,
            first.Concat(
                moments.SelectMany(m =>
                    m.Vessels.Select(
                        (id, i) => Row(m, "id", id, m.Truths[i], $",\"mmsi\":0,\"obs\":{(m.Unseen[i] ? 0 : 1)}")
                    )
                )
            ),
            TestContext.Current.CancellationToken
        );
        await File.WriteAllLinesAsync(
            tracks,
            moments.SelectMany(m => m.Ids.Select((id, i) => Row(m, "track_id", id, m.Tracks[i], ""))),
            TestContext.Current.CancellationToken
        );
        return await Run([Path.Combine(tools ?? "", "score.py"), truth, tracks, "--json"]);
    }

    private string Row(Moment moment, string name, long id, LocalPoint at, string more)
    {
        var place = _frame.ToPosition(at);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"t\":{moment.Time},\"{name}\":{id},\"lat\":{place.LatitudeDegrees:F9},\"lon\":{place.LongitudeDegrees:F9},\"vn\":0,\"ve\":0{more}}}"
        );
    }

    private static async Task<JsonElement> Run(string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments.Prepend("-B"))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start");
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var problem = await errors;
            Assert.SkipWhen(
                problem.Contains("ModuleNotFoundError", StringComparison.Ordinal),
                "NumPy and SciPy are not here"
            );
            Assert.True(process.ExitCode == 0, problem);
            return JsonDocument.Parse(text).RootElement;
        }
        catch (Win32Exception)
        {
            Assert.Skip("/usr/bin/python3 is not here");
            throw;
        }
    }
}
