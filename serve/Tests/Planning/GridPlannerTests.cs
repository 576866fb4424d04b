using CsCheck;
using Fourfold.Contracts;
using Fourfold.Serve.Planning;
using Xunit;

namespace Fourfold.Serve.Tests.Planning;

public sealed class GridPlannerTests
{
    private static readonly PlanLimits Limits = PlanLimits.Default;

    private static readonly Gen<GridWork> Works =
        from number in Gen.Int[1, 999]
        from households in Gen.Int[0, 3_000]
        from metres in Gen.Double[0, 50_000_000]
        from cases in Gen.Int[0, 500]
        from workers in Gen.Int[0, 4]
        from village in Gen.Int[1, 3]
        select new GridWork(
            $"46040010000{village}{number:000}",
            households,
            metres,
            new GeoPoint(19 + (number / 1e5), 109),
            cases / 4,
            cases,
            workers,
            workers > 0
        );

    [Fact]
    public void A_plain_grid_can_be_counted_by_hand()
    {
        // 300 households on 1.2 km²: 0.7124 · √(300 · 1.2 km²) = 13.5 km on foot, 3.4 h; 50 h of visits; 20 h of cases.
        var load = GridPlanner.Judge(new GridWork("460400100001001", 300, 1_200_000, null, 3, 20, 1, true), Limits);
        Assert.Equal(3.4, load.WalkingHours, 1);
        Assert.Equal(73.4, load.WorkHours, 1);
        Assert.Equal((0.46, GridPlanner.Fit), (Math.Round(load.Load, 2), load.Verdict));
    }

    [Fact]
    public void More_work_is_never_less_load_and_more_people_never_more() =>
        Works.Sample(work =>
        {
            var load = GridPlanner.Judge(work, Limits).Load;
            Assert.True(double.IsFinite(load) && load >= 0);
            Assert.True(GridPlanner.Judge(work with { Households = work.Households + 1 }, Limits).Load >= load);
            Assert.True(GridPlanner.Judge(work with { CasesAMonth = work.CasesAMonth + 1 }, Limits).Load >= load);
            Assert.True(GridPlanner.Judge(work with { Workers = work.Workers + 1 }, Limits).Load <= load);
        });

    [Fact]
    public void What_is_proposed_leaves_nobody_overloaded_and_names_each_grid_once() =>
        Works
            .Array[0, 60]
            .Sample(works =>
            {
                var loads = works.DistinctBy(w => w.Code).Select(w => GridPlanner.Judge(w, Limits)).ToList();
                var proposals = GridPlanner.Propose(loads, Limits, (_, _) => true);
                var named = proposals.SelectMany(p => p.Grids).ToList();
                Assert.Equal(named.Count, named.Distinct().Count());
                Assert.All(proposals, p => Assert.True(p.LoadAfter <= Limits.OverloadedAbove + 1e-9, $"{p}"));
                Assert.All(
                    proposals.Where(p => p.Kind == "merge"),
                    p =>
                    {
                        Assert.True(p.LoadAfter <= Limits.MergedAtMost + 1e-9);
                        Assert.Equal(p.Grids[0][..12], p.Grids[1][..12]);
                    }
                );
                var troubled = loads.Where(l => l.Verdict is GridPlanner.Overloaded or GridPlanner.Unstaffed);
                Assert.All(troubled, l => Assert.Contains(l.Work.Code, named));
            });
}
