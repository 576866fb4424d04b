using System.Globalization;
using Fourfold.Benchmarks.Codecs;
using Fourfold.Testing;

namespace Fourfold.Benchmarks.Sea;

/// <summary>The library beside a floor: how near the truth, how often an identity changes, how many rows a second.</summary>
/// <param name="folder">Recorded seas; null for those handed out beside the repository, and without them, made ones.</param>
internal sealed class AgainstTheFloor(string? folder)
{
    private const double MadeSeconds = 180;
    private static readonly int[] MadeFleets = [12, 50, 300, 2_000];

    public void Run(TextWriter to, CancellationToken ct)
    {
        using var core = new OneCore(to);
        var external = ExternalFloor.Find();
        to.WriteLine(
            "tracking: the library, and a nearest-neighbour Kalman tracker (floor) as values in this process; GOSPA in"
        );
        to.WriteLine(
            "metres (300 m, p 2, α 2, root of the mean square after the first minute); × is ours over the floor's"
        );
        to.WriteLine("                      GOSPA                  id switches            rows/s");
        to.WriteLine("  sea         rows      ours   floor      ×    ours   floor       ours      floor      ×");
        Warm();
        var races = new List<string>();
        foreach (var sea in Seas())
        {
            ct.ThrowIfCancellationRequested();
            var ours = sea.Play(new FusionPeer(sea.Middle, sea.Radars), CpuTime.Thread);
            var floor = sea.Play(new FloorTracker(sea.Middle, sea.Radars), CpuTime.Thread);
            var (ourRate, floorRate) = (sea.Rows.Length / ours.Seconds, sea.Rows.Length / floor.Seconds);
            to.WriteLine(
                Line(
                    $"  {sea.Name, -8} {sea.Rows.Length, 7:N0} {ours.Gospa, 9:N1} {floor.Gospa, 7:N0} {ours.Gospa / floor.Gospa, 6:F2} {ours.Switches, 7:N0} {floor.Switches, 7:N0} {ourRate, 10:N0} {floorRate, 10:N0} {ourRate / floorRate, 6:F1}"
                )
            );
            if (external is not null && sea.File is not null)
            {
                races.Add(Race(external, sea));
            }
        }

        to.WriteLine();
        if (races.Count == 0)
        {
            to.WriteLine("  no recorded sea, or no Python floor: `fourfold track` not raced");
        }
        else
        {
            to.WriteLine(
                "  as processes on the same file: the Python floor without its reading, `fourfold track` with all it does"
            );
            to.WriteLine("  sea         rows    track rows/s   floor.py rows/s      ×");
            races.ForEach(to.WriteLine);
        }

        to.WriteLine();
    }

    private static string Race(ExternalFloor external, ScoredSea sea)
    {
        var (theirs, ours) = external.Race(sea.File ?? "", sea.Rows.Length);
        return Line($"  {sea.Name, -8} {sea.Rows.Length, 7:N0} {ours, 15:N0} {theirs, 17:N0} {ours / theirs, 6:F1}");
    }

    private IEnumerable<ScoredSea> Seas()
    {
        var from = folder ?? Repository.SharedData("tracking");
        return from is null
            ? MadeFleets.Select(fleet => new RadarSea(fleet).Scored($"made {fleet}", MadeSeconds))
            : RecordedSeas.In(from).Select(name => RecordedSeas.Read(from, name));
    }

    // So that the first is not the one that is compiled.
    private static void Warm()
    {
        var sea = new RadarSea(1_000).Scored("", 60);
        sea.Play(new FusionPeer(sea.Middle, sea.Radars), CpuTime.Thread);
        sea.Play(new FloorTracker(sea.Middle, sea.Radars), CpuTime.Thread);
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
