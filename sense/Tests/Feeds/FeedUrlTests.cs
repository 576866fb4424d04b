using Fourfold.Sense.Feeds;
using Xunit;

namespace Fourfold.Sense.Tests.Feeds;

public sealed class FeedUrlTests
{
    [Fact]
    public void A_url_names_transport_place_protocol_and_sensor()
    {
        Assert.True(FeedUrl.TryParse("TCP://receiver.local:10110/ais?protocol=nmea&sensor=mast-1", out var url, out _));
        Assert.Equal(("tcp", "receiver.local", 10110), (url!.Transport, url.Host, url.Port));
        Assert.Equal(("/ais", "nmea", "mast-1"), (url.Path, url.Protocol, url.Sensor));
    }

    [Fact]
    public void A_recording_has_a_path_a_speed_and_may_loop()
    {
        Assert.True(FeedUrl.TryParse("file:///data/my%20night.nmea.gz?speed=2.5&loop=true", out var url, out _));
        Assert.Equal(("/data/my night.nmea.gz", 2.5, true), (url!.Path, url.Speed, url.Loop));
        Assert.True(FeedUrl.TryParse("file://recordings/a.nmea?speed=0", out var relative, out _));
        Assert.Equal(("recordings/a.nmea", 0, false), (relative!.Path, relative.Speed, relative.Loop));
    }

    [Fact]
    public void An_address_of_version_six_stands_in_brackets()
    {
        Assert.True(FeedUrl.TryParse("tcp-listen://[::1]:0", out var url, out _));
        Assert.Equal(("::1", 0), (url!.Host, url.Port));
    }

    [Fact]
    public void A_multicast_group_may_be_joined_in_one_network_of_several()
    {
        Assert.True(FeedUrl.TryParse("udp://239.192.0.4:60004?interface=192.168.1.5", out var url, out _));
        Assert.Equal("192.168.1.5", url!.Interface?.ToString());
    }

    [Theory]
    [InlineData("udp://239.192.0.4:1?interface=eth0", "feed-url.parameter-invalid", 20)]
    [InlineData("tcp://receiver:1?interface=192.168.1.5", "feed-url.parameter-invalid", 17)]
    [InlineData("receiver:10110", "feed-url.transport-missing", 0)]
    [InlineData("tcp://:10110", "feed-url.host-missing", 6)]
    [InlineData("tcp://receiver", "feed-url.port-missing", 6)]
    [InlineData("tcp://receiver:", "feed-url.port-out-of-range", 15)]
    [InlineData("tcp://receiver:99999", "feed-url.port-out-of-range", 15)]
    [InlineData("tcp://re ceiver:1", "feed-url.host-malformed", 6)]
    [InlineData("tcp://[:1", "feed-url.host-malformed", 6)]
    [InlineData("tcp://[::1:5000", "feed-url.host-malformed", 6)]
    [InlineData("file://?speed=1", "feed-url.path-missing", 7)]
    [InlineData("udp://0.0.0.0:1?colour=red", "feed-url.parameter-unknown", 16)]
    [InlineData("file://a?speed=-1", "feed-url.parameter-invalid", 9)]
    [InlineData("file://a?speed=fast", "feed-url.parameter-invalid", 9)]
    [InlineData("file://a?loop=perhaps", "feed-url.parameter-invalid", 9)]
    [InlineData("file://a?loop=1&loop=0", "feed-url.parameter-repeated", 16)]
    public void What_is_wrong_is_said_with_its_place(string text, string code, int at)
    {
        Assert.False(FeedUrl.TryParse(text, out _, out var problem));
        Assert.Equal((code, at), (problem!.Code, problem.At));
    }

    [Fact]
    public void No_text_whatever_throws() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.String,
            text => FeedUrl.TryParse(text, out _, out _) || true,
            seed: "0000KF1oFV1a"
        );
}
