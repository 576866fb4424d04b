using CsCheck;
using Fourfold.Geo;
using Fourfold.Sense.Tests.Tracking.Fusion;
using Fourfold.Tracking;
using Fourfold.Tracking.Handover;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Handover;

public sealed class TiledTrackerTests
{
    private const int Mmsi = 413000001;
    private const int Vessels = 24;
    private const double Settled = 60;
    private const double SameMetres = 40;

    [Fact]
    public void Random_fleets_over_random_cuts_have_the_tracks_of_one_big_cell() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Double[0, SeaTile.Degrees], Gen.Double[0, SeaTile.Degrees])
            .Sample(
                (seed, north, east) =>
                {
                    var one = new StraitRun(Fleet(seed, north, east));
                    var cut = new StraitRun(Fleet(seed, north, east), inTiles: true);
                    var pairs = new Dictionary<TrackId, TrackId>();
                    for (var t = Settled; t <= 240; t += 10)
                    {
                        one.Play(t);
                        cut.Play(t);
                        Compare(one, cut, pairs);
                    }

                    Assert.Equal(pairs.Count, pairs.Values.Distinct().Count());
                    Assert.True(cut.Tiles.Tiles > 1);
                },
                iter: 6,
                threads: 1
            );

    [Fact]
    public void A_vessel_keeps_its_id_and_its_slot_over_a_border_with_and_without_ais()
    {
        // The border of 110° east lies 15.7 km to the west of the middle.
        var strait = new Strait(7).Add(-14_500, 2_000, -14, 1, Mmsi).Add(-14_500, -3_000, -14, -1);
        var run = new StraitRun(strait, inTiles: true);
        run.Play(60);
        var before = run.Shown().ToDictionary(t => t.Id, t => (t.Slot, t.Generation));
        Assert.Equal(2, before.Count);
        Assert.All(run.Shown(), t => Assert.True(t.Position.LongitudeDegrees > 110));
        run.Play(200);
        Assert.All(run.Shown(), t => Assert.True(t.Position.LongitudeDegrees < 110));
        Assert.Equal(before, run.Shown().ToDictionary(t => t.Id, t => (t.Slot, t.Generation)));
        Assert.Equal(2, run.Tiles.HandedOver);
        Assert.Empty(run.Deaths);
        Assert.Equal(2, run.Births.Count);
    }

    [Fact]
    public void A_message_reads_back_what_was_written_and_nothing_else_is_read()
    {
        var handover = new TrackHandover(
            new TrackId(Guid.CreateVersion7()),
            StraitRun.Start,
            StraitRun.Start.AddSeconds(70.5),
            Strait.Here,
            -3.5,
            7.25,
            12.5,
            Mmsi
        );
        var bytes = new byte[TrackHandover.Bytes];
        handover.Write(bytes);
        Assert.True(TrackHandover.TryRead(bytes, out var read));
        Assert.Equal(handover with { Position = read!.Position }, read);
        Assert.InRange(handover.Position.DistanceTo(read.Position), 0, 1e-3);
        for (var at = 0; at < 2; at++)
        {
            var other = bytes.ToArray();
            other[at] = 9;
            Assert.False(TrackHandover.TryRead(other, out _));
        }

        Assert.False(TrackHandover.TryRead(bytes.AsSpan(1), out _));
        Gen.Byte.Array[TrackHandover.Bytes]
            .Sample(any =>
            {
                TrackHandover.TryRead([TrackHandover.Version, .. any.AsSpan(1)], out _);
            });
    }

    [Fact]
    public void A_message_that_comes_twice_changes_nothing_and_one_for_nobody_is_forgotten()
    {
        var strait = new Strait(7).Add(0, 2_000, -4, 1, Mmsi);
        var tile = new TileTracker(
            SeaTile.Of(Strait.Here),
            new TrackIdSource(5),
            new TrackerOptions { MaximumTracks = 50 }
        );
        var id = new TrackId(Guid.CreateVersion7());
        Observation At(double t) =>
            new()
            {
                Kind = ObservationKind.AisClassA,
                ObservedAt = StraitRun.Start.AddSeconds(t),
                ReceivedAt = StraitRun.Start.AddSeconds(t),
                Raw = new RawRef(1, (long)t, 48),
                Mmsi = Mmsi,
                Position = strait.At(0, t),
                Speed = 4.1,
                Course = 4.96,
            };
        tile.Apply([At(0)], StraitRun.Start);
        tile.Advance(StraitRun.Start);
        Assert.NotEqual(id, Assert.Single(tile.Told).Id);
        var older = new TrackHandover(
            id,
            StraitRun.Start.AddHours(-1),
            StraitRun.Start,
            strait.At(0, 0),
            -4,
            1,
            10,
            Mmsi
        );
        tile.Accept(older);
        tile.Accept(older);
        Assert.Equal(id, Assert.Single(tile.Told).Id);
        Assert.Equal(TrackEndReason.Merged, tile.Ended[0].Reason);
        tile.Accept(older with { Id = new TrackId(Guid.CreateVersion7()), FirstObservedAt = StraitRun.Start });
        tile.Apply([At(10)], StraitRun.Start.AddSeconds(10));
        tile.Advance(StraitRun.Start.AddSeconds(10));
        var told = Assert.Single(tile.Told);
        Assert.Equal((id, StraitRun.Start.AddHours(-1)), (told.Id, told.FirstObservedAt));
        Assert.Equal(0, tile.Ended.Length);
    }

    [Theory]
    [InlineData(20.1, 110.2, 220, 580)]
    [InlineData(-90, -180, 0, 0)]
    [InlineData(90, 180, 359, 0)]
    [InlineData(0, 179.9, 180, 719)]
    public void A_place_is_in_one_tile(double latitude, double longitude, int row, int column)
    {
        var place = Position.FromDegrees(latitude: latitude, longitude: longitude);
        Assert.Equal(new SeaTile(row, column), SeaTile.Of(place));
        Assert.Equal(0, SeaTile.Of(place).MetresTo(place));
    }

    [Fact]
    public void Who_is_inside_is_not_a_rounding_error_outside() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180])
            .Sample(
                (latitude, longitude) =>
                {
                    var place = Position.FromDegrees(latitude: latitude, longitude: longitude);
                    Assert.Equal(0, SeaTile.Of(place).MetresTo(place));
                }
            );

    [Fact]
    public void Near_a_corner_four_tiles_are_concerned_and_over_the_date_line_too()
    {
        var corner = Position.FromDegrees(latitude: 20.01, longitude: 110.01);
        Assert.Equal(4, SeaTile.Around(corner, 5_000).Count());
        var middle = Position.FromDegrees(latitude: 20.25, longitude: 110.25);
        Assert.Equal([SeaTile.Of(middle)], SeaTile.Around(middle, 5_000));
        var far = Position.FromDegrees(latitude: 0.25, longitude: 179.99);
        Assert.Equal([719, 0], SeaTile.Around(far, 5_000).Select(t => t.Column));
    }

    private static Strait Fleet(int seed, double north, double east)
    {
        var strait = new Strait(seed, north, east) { Clutter = 4 };
        var random = new Random(seed);
        // Apart from one another, so that nobody could be taken for his neighbour.
        for (var i = 0; i < Vessels; i++)
        {
            var x = -18_000 + (i % 6) * 7_000 + random.Next(-1_500, 1_500);
            var y = -8_000 + (i / 6) * 7_000 + random.Next(-1_500, 1_500);
            strait.Add(x, y, random.Next(-9, 10), random.Next(-9, 10), i % 3 == 0 ? 0 : Mmsi + i);
        }

        return strait;
    }

    /// <summary>Who is in one is in the other, at the same place and always under the same pair of ids.</summary>
    private static void Compare(StraitRun one, StraitRun cut, Dictionary<TrackId, TrackId> pairs)
    {
        var theirs = cut.Shown();
        for (var vessel = 0; vessel < Vessels; vessel++)
        {
            var a = At(one, one.Shown(), vessel);
            var b = At(cut, theirs, vessel);
            Assert.Equal(a is null, b is null);
            if (a is not { } mine || b is not { } other)
            {
                continue;
            }

            Assert.Equal((mine.Kind, mine.Mmsi), (other.Kind, other.Mmsi));
            Assert.InRange(
                mine.PositionAt(one.Now, TimeSpan.FromMinutes(1))
                    .DistanceTo(other.PositionAt(one.Now, TimeSpan.FromMinutes(1))),
                0,
                SameMetres
            );
            Assert.Equal(other.Id, pairs.GetValueOrDefault(mine.Id, other.Id));
            pairs[mine.Id] = other.Id;
        }
    }

    private static TrackState? At(StraitRun run, List<TrackState> tracks, int vessel)
    {
        var truth = run.Strait.At(vessel, run.SecondsOf(run.Now));
        TrackState? best = null;
        var least = 200.0;
        foreach (var track in tracks)
        {
            var metres = track.PositionAt(run.Now, TimeSpan.FromMinutes(1)).DistanceTo(truth);
            (best, least) = metres < least ? (track, metres) : (best, least);
        }

        return best;
    }
}
