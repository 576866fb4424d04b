using System.Net;
using Fourfold.Kernel.Identity;
using Xunit;

namespace Fourfold.Kernel.Tests.Identity;

/// <summary>Whom an address is counted as.</summary>
public sealed class HouseholdTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("fe80::1%1", "fe80::1%2", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    // IPv4 as a socket of both writes it is what it is without.
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("::ffff:203.0.113.7", "::ffff:203.0.113.8", false)]
    public void Addresses_are_one_household_or_two(string one, string other, bool same) =>
        Assert.Equal(same, Household.Of(IPAddress.Parse(one)) == Household.Of(IPAddress.Parse(other)));

    [Fact]
    public void Who_is_not_known_is_counted_as_one() => Assert.Equal("", Household.Of(null));
}
