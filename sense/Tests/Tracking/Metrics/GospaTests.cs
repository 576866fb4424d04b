using CsCheck;
using Fourfold.Geo;
using Fourfold.Tracking.Metrics;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Metrics;

public sealed class GospaTests
{
    private static readonly Gen<LocalPoint> Places = Gen.Select(Gen.Double[0, 700], Gen.Double[0, 700])
        .Select((east, north) => new LocalPoint(east, north));

    [Fact]
    public void A_picture_that_is_right_scores_nothing()
    {
        LocalPoint[] places = [new(0, 0), new(1000, 0), new(0, 1000)];
        Assert.Equal(new GospaScore(0, 3, 0, 0, 45_000, 2), new Gospa().Score(places, places));
    }

    [Fact]
    public void Four_tracks_thirty_metres_off_score_sixty()
    {
        LocalPoint[] truths = [new(0, 0), new(1000, 0), new(2000, 0), new(3000, 0)];
        var score = new Gospa().Score(truths, Array.ConvertAll(truths, t => t + new LocalPoint(0, 30)));
        Assert.Equal((3600, 4, 0, 0, 60), (score.Localisation, score.Located, score.Missed, score.False, score.Value));
    }

    [Fact]
    public void One_missed_and_two_false_cost_half_a_cut_off_squared_each()
    {
        var score = new Gospa(100).Score([new(0, 0), new(9000, 0)], [new(3, 4), new(500, 0), new(0, 500)]);
        Assert.Equal((25, 1, 1, 2), (score.Localisation, score.Located, score.Missed, score.False));
        Assert.Equal(Math.Sqrt(25 + 3 * 5000), score.Value, 1e-9);
    }

    [Fact]
    public void A_pair_at_the_cut_off_is_a_miss_and_a_false_track()
    {
        var score = new Gospa(100).Score([new(0, 0)], [new(100, 0)]);
        Assert.Equal((0, 0, 1, 1), (score.Localisation, score.Located, score.Missed, score.False));
    }

    [Fact]
    public void The_nearest_pair_is_given_up_where_all_together_are_better()
    {
        // 0 – 60 – 100: nearest first would pair 60 with 100 (40 m) and leave 0 and 340 alone.
        var score = new Gospa().Score([new(0, 0), new(100, 0)], [new(60, 0), new(340, 0)]);
        Assert.Equal((2, 60 * 60 + 240 * 240), (score.Located, score.Localisation));
    }

    [Fact]
    public void What_no_sensor_sees_is_neither_missed_nor_false()
    {
        LocalPoint[] truths = [new(0, 0), new(1000, 0), new(2000, 0)];
        var score = new Gospa().Score(truths, [new(10, 0), new(1010, 0)], [true, false, true]);
        Assert.Equal((100, 1, 0, 0), (score.Localisation, score.Located, score.Missed, score.False));
    }

    [Fact]
    public void Places_that_are_not_finite_are_missed_and_false()
    {
        var score = new Gospa().Score([new(double.NaN, 0), new(0, 0)], [new(0, double.PositiveInfinity), new(0, 0)]);
        Assert.Equal((1, 1, 1), (score.Located, score.Missed, score.False));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_score_is_the_least_of_all_ways_to_pair(int order)
    {
        Gen.Select(Places.Array[0, 5], Places.Array[0, 5])
            .Sample(
                (truths, tracks) =>
                {
                    var score = new Gospa(300, order).Score(truths, tracks);
                    var best = Least(truths, tracks, 300, order);
                    return Math.Abs(score.Cost - best) <= 1e-9 * Math.Max(1, best)
                        && score.Located + score.Missed == truths.Length
                        && score.Located + score.False == tracks.Length;
                },
                iter: 3000
            );
    }

    [Fact]
    public void It_is_symmetric_and_keeps_the_triangle_inequality() =>
        Gen.Select(Places.Array[0, 12], Places.Array[0, 12], Places.Array[0, 12])
            .Sample(
                (a, b, c) =>
                {
                    var gospa = new Gospa();
                    var (ab, bc) = (gospa.Score(a, b).Value, gospa.Score(b, c).Value);
                    return Math.Abs(ab - gospa.Score(b, a).Value) < 1e-6 && gospa.Score(a, c).Value <= ab + bc + 1e-6;
                },
                iter: 3000
            );

    [Fact]
    public void A_crowd_in_which_each_is_near_each_is_paired_at_the_least_cost()
    {
        // On a line the cheapest pairs of equal numbers are those in order.
        var random = new Random(9);
        double[] truths = [.. Enumerable.Range(0, 300).Select(_ => 100 * random.NextDouble()).Order()];
        double[] tracks = [.. Enumerable.Range(0, 300).Select(_ => 100 * random.NextDouble()).Order()];
        var score = new Gospa().Score(
            Array.ConvertAll(truths, x => new LocalPoint(x, 0)),
            Array.ConvertAll(tracks, x => new LocalPoint(x, 0))
        );
        Assert.Equal(300, score.Located);
        Assert.Equal(truths.Zip(tracks, (a, b) => (a - b) * (a - b)).Sum(), score.Localisation, 1e-6);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(-1, 2)]
    [InlineData(double.NaN, 2)]
    [InlineData(double.PositiveInfinity, 2)]
    [InlineData(300, 0.5)]
    [InlineData(300, double.NaN)]
    [InlineData(300, 1000)]
    public void Senseless_settings_are_refused(double cutOff, double order) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Gospa(cutOff, order));

    [Fact]
    public void A_wrong_number_of_what_may_be_missed_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Gospa().Score([new(0, 0)], [], [true, false]));

    private static double Least(ReadOnlySpan<LocalPoint> truths, LocalPoint[] tracks, double cutOff, int order)
    {
        var one = Math.Pow(cutOff, order) / 2;
        if (truths.IsEmpty)
        {
            return one * tracks.Length;
        }

        var least = one + Least(truths[1..], tracks, cutOff, order);
        for (var i = 0; i < tracks.Length; i++)
        {
            var cost = Math.Pow(Math.Min((tracks[i] - truths[0]).Length, cutOff), order);
            least = Math.Min(least, cost + Least(truths[1..], [.. tracks[..i], .. tracks[(i + 1)..]], cutOff, order));
        }

        return least;
    }
}
