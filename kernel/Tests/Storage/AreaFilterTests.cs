using Fourfold.Contracts;
using Fourfold.Kernel.Files;
using Fourfold.Kernel.Identity;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Storage;

[Trait("Needs", "Store")]
public sealed class AreaFilterTests
{
    // Where the filter is left, and why that shows nobody what they may not see.
    private static readonly Dictionary<string, string> Left = new(StringComparer.Ordinal)
    {
        ["coordinate/Coordinate/Cases/CaseCounts.cs"] =
            "counts only, of an area that the asker has checked, so that its index can be used",
        ["coordinate/Coordinate/Cases/CaseOpening.cs"] =
            "asks only whether an id is taken, and shows nothing of its row",
        ["coordinate/Coordinate/Cases/CaseList.cs"] =
            "the filter is put in again by hand, so that the order's index can be walked",
        ["coordinate/Coordinate/Cases/CaseDesk.cs"] =
            "a unit sees the cases it takes part in, outside its area too; the query names them",
        ["coordinate/Coordinate/Cases/CaseLedger.cs"] =
            "an area that was held against the actor's before, so that its index can be used",
        ["coordinate/Coordinate/Cases/ListReported.cs"] =
            "one's own reports, and of each no more than how it stands, wherever it was handed to",
        ["coordinate/Coordinate/Leading/ReadMeeting.cs"] = "as ReadRisks, whose query it builds upon",
        ["coordinate/Coordinate/WorkOrders/WorkOrderCase.cs"] =
            "of the cases of work orders that the asker may see, and of each only its class and first alert",
        ["coordinate/Coordinate/Leading/ReadRisks.cs"] =
            "an area that was held against the actor's before, so that its index can be used",
        ["serve/Serve/Grids/GridDirectory.cs"] =
            "a grid's code and name, which are on every map; the asker decides what follows",
        ["serve/Serve/Patrols/ReadGround.cs"] =
            "outlines and names of the grids beside one's own, so that a worker sees where theirs ends",
        ["serve/Serve/Notices/NoticeDesk.cs"] =
            "grids that the actor's own post serves may lie outside the area of its unit",
        ["serve/Serve/Residents/QuestionDesk.cs"] =
            "the grids of the actor's own posts, and of those it stands in for, which may be of another area",
        ["serve/Serve/Submissions/SubmissionDesk.cs"] =
            "what the actor filled, and grids they served when they filled it; of others only whether an id is taken",
        ["serve/Serve/Submissions/ListSubmissions.cs"] =
            "the filter is put in again by hand, as the one range that SQLite looks up",
    };

    [Fact]
    public async Task Nada_town_does_not_see_its_neighbours()
    {
        // 那大镇 460400100 cut at its zeros would be 4604001, and match 460400101 and fourteen more.
        string[] paths = ["4604", "460400", "460400100", "460400100001", "460400101", "460400198", "469023"];
        await using var box = await FourfoldBox.Start();
        await box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            db.Files.AddRange(paths.Select(p => Row(db, p)));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(["460400100", "460400100001"], await Seen(box, "460400100"));
        Assert.Equal(["460400", "460400100", "460400100001", "460400101", "460400198"], await Seen(box, "460400"));
        Assert.Equal(["460400101"], await Seen(box, "460400101"));
        Assert.Equal(paths, await Seen(box, "46"));
        Assert.Empty(await Seen(box, ""));
    }

    [Fact]
    public void Every_place_that_leaves_the_filter_is_listed_with_its_reason()
    {
        var found = new[] { "kernel", "sense", "coordinate", "serve", "settle", "host" }
            .Select(Repository.At)
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/Tests/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("IgnoreQueryFilters(", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        Assert.Equal(Left.Keys.Order(StringComparer.Ordinal), found);
    }

    private static async Task<string[]> Seen(FourfoldBox box, string path) =>
        await box.Inside(async services =>
        {
            services.GetRequiredService<ActorHolder>().Actor = Actor.Nobody with { Scope = AreaScope.Below(path) };
            var db = services.GetRequiredService<KernelDb>();
            return await db.Files.OrderBy(f => f.AreaPath).Select(f => f.AreaPath).ToArrayAsync();
        });

    private static FileRow Row(KernelDb db, string path) =>
        new()
        {
            Id = Ids.New<FileId>(db.Clock),
            Sha256 = new string('0', 64),
            Size = 1,
            MediaType = "image/png",
            Purpose = "test",
            AreaPath = path,
            By = null,
            StoredAt = db.Clock.GetUtcNow(),
        };
}
