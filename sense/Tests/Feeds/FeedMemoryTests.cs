using Xunit;

namespace Fourfold.Sense.Tests.Feeds;

/// <summary>Runs when all other tests have ended, for it weighs the memory of the whole process.</summary>
[CollectionDefinition(nameof(FeedMemoryTests), DisableParallelization = true)]
[Collection(nameof(FeedMemoryTests))]
[Trait("Needs", "Store")]
public sealed class FeedMemoryTests
{
    [Fact]
    public async Task A_thousand_connections_leave_memory_and_the_picture_as_they_were()
    {
        await using var sea = await SeaBox.Start();
        var line = Sentences.Bytes(Sentences.Position(413_000_001, 20.1, 110.3));
        async Task Connections(int count)
        {
            for (var i = 0; i < count; i++)
                await sea.Send(line);
        }
        await Connections(200);
        await sea.Eventually("read", sea.FeedStatus, s => s.GetProperty("bytes").GetInt64() == 200L * line.Length);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Connections(1_000);
        await sea.Eventually("read", sea.FeedStatus, s => s.GetProperty("bytes").GetInt64() == 1_200L * line.Length);
        await sea.Eventually("all gone", sea.FeedStatus, s => s.GetProperty("state").GetString() == "lost");
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.True(after - before < 8_000_000, $"{(after - before) / 1024} kB more");
        Assert.Single(await sea.Vessels());
    }
}
