using Fourfold.Sense.Vessels;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Fourfold.Sense.Tests.Vessels;

public sealed class RegisterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 18, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Parts_add_up_and_a_voyage_message_replaces_the_voyage()
    {
        var register = new VesselRegister(Options.Create(new SenseOptions()));
        Assert.True(register.Apply(Part(name: "HAI XING 7")));
        Assert.True(register.Apply(Part(callSign: "BQXY7")));
        Assert.False(register.Apply(Part(name: "HAI XING 7")));
        Assert.True(
            register.Apply(Part() with { Source = StaticSource.Voyage, Destination = "HAIKOU", Imo = 9_123_456 })
        );
        Assert.True(register.Apply(Part() with { Source = StaticSource.Voyage }));
        var vessel = register.Find(413_000_001)!;
        Assert.Equal(
            ("HAI XING 7", "BQXY7", 9_123_456, null),
            (vessel.Name, vessel.CallSign, vessel.Imo, vessel.Destination)
        );
    }

    [Fact]
    public void When_it_is_full_the_longest_unheard_are_forgotten()
    {
        var register = new VesselRegister(Options.Create(new SenseOptions { MaximumVessels = 100 }));
        for (var i = 0; i < 150; i++)
            register.Apply(Part(name: "X") with { Mmsi = 413_000_000 + i, At = Noon.AddMinutes(i) });
        Assert.True(register.Count <= 100);
        Assert.Null(register.Find(413_000_000));
        Assert.NotNull(register.Find(413_000_149));
    }

    [Theory]
    [InlineData(3, 20, 2026)]
    [InlineData(1, 2, 2026)]
    [InlineData(12, 30, 2025)]
    public void An_arrival_without_a_year_is_the_nearest_such_day(int month, int day, int year)
    {
        var vessel = new Vessel
        {
            Mmsi = 1,
            Simulated = false,
            FirstHeardAt = Noon,
            LastHeardAt = Noon,
            EtaMonth = month,
            EtaDay = day,
        };
        Assert.Equal(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), vessel.EtaUtc(Noon.AddDays(-60)));
    }

    [Fact]
    [Trait("Needs", "Store")]
    public async Task Names_survive_a_restart()
    {
        await using var box = await FourfoldBox.Start();
        var register = box.Services.GetRequiredService<VesselRegister>();
        for (var i = 1; i <= 700; i++)
            register.Apply(Part(name: $"SHIP {i}") with { Mmsi = 413_000_000 + i });
        var keeper = box.Services.GetServices<IHostedService>().OfType<VesselKeeper>().Single();
        await keeper.SaveAll(TestContext.Current.CancellationToken);
        register.Apply(Part(name: "RENAMED"));
        await keeper.SaveAll(TestContext.Current.CancellationToken);
        var rows = await box.Inside(services =>
            services.GetRequiredService<SenseDb>().Vessels.AsNoTracking().ToListAsync()
        );
        Assert.Equal(700, rows.Count);
        Assert.Equal("RENAMED", rows.Single(v => v.Mmsi == 413_000_001).Name);
        var next = new VesselRegister(Options.Create(new SenseOptions()));
        next.Load(rows);
        Assert.Equal("SHIP 700", next.Find(413_000_700)!.Name);
    }

    private static StaticReport Part(string? name = null, string? callSign = null) =>
        new()
        {
            Source = StaticSource.ClassB,
            Mmsi = 413_000_001,
            At = Noon,
            Name = name,
            CallSign = callSign,
        };
}
