using Fourfold.Server;
using Fourfold.Simulator.Strait;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Host.Tests.Simulator;

public sealed class DemonstrationFeedTests
{
    [Fact]
    public void The_demonstration_listens_where_its_simulator_sends()
    {
        var services = new ServiceCollection();
        var options = new ServerOptions { Data = "", Self = ["dotnet", "fourfold.dll"] };
        var feeds = Server.Demonstration.Demonstration.AddSimulator(services, options);
        Server.Demonstration.Demonstration.AddRadars(services);
        using var built = services.BuildServiceProvider();
        var child = built.GetRequiredService<Server.Demonstration.DemonstrationOptions>();
        var to = child.Arguments[child.Arguments.ToList().IndexOf("--radar-to") + 1];
        Assert.Equal(["simulator", "simulator-radars"], feeds.Select(f => f.Name));
        Assert.Equal($"udp://{to}?protocol=asterix", feeds[1].Url);
        Assert.All(feeds, f => Assert.True(f.Simulated));
        var radars = built.GetServices<Sense.Demonstration.DemonstrationRadar>().ToList();
        Assert.Equal(StraitPlaces.Radars.Select(r => (r.Key, r.NameZh)), radars.Select(r => (r.Key, r.Name)));
        Assert.All(radars, r => Assert.Equal((25_000, 200), (r.MaximumRangeMetres, r.MinimumRangeMetres)));
    }
}
