using Fourfold.Sense.Vessels;
using Xunit;

namespace Fourfold.Sense.Tests.Vessels;

public sealed class FlagTests
{
    [Theory]
    [InlineData(413_000_001, "CN")]
    [InlineData(563_418_000, "SG")]
    [InlineData(4_131_234, "CN")] // 00 413 1234, a coast station
    [InlineData(41_312_345, "CN")] // 0 413 12345, a group
    [InlineData(111_412_001, "CN")] // a search and rescue aircraft
    [InlineData(994_131_234, "CN")] // an aid to navigation
    [InlineData(984_131_234, "CN")] // a craft of a mother ship
    [InlineData(970_123_456, null)] // a rescue transmitter has none
    [InlineData(199_000_000, null)]
    [InlineData(299_000_000, null)] // digits nobody has
    [InlineData(null, null)]
    public void The_flag_is_read_where_the_kind_of_station_keeps_it(int? mmsi, string? flag) =>
        Assert.Equal(flag, Flags.Of(mmsi));
}
