using Fourfold.Sense.Cells;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Feeds;

/// <summary>What all feeds share.</summary>
internal sealed class FeedSurroundings(
    ObservationQueue queue,
    TimeProvider clock,
    IOptions<SenseOptions> options,
    ILogger<FeedRunner> log
)
{
    public ObservationQueue Queue => queue;
    public TimeProvider Clock => clock;
    public SenseOptions Options => options.Value;
    public ILogger Log => log;
}
