using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fourfold.Sense.Feeds.Capture;

/// <summary>Tidies the raw captures once a minute, beside the feeds and never in their way.</summary>
internal sealed partial class RawKeeper(RawArchive archive, TimeProvider clock, ILogger<RawKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Interval, clock, ct);
                await archive.Tidy(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop: a disk that fails now may not in a minute.
            {
                Fell(log, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Raw captures could not be tidied; trying again")]
    private static partial void Fell(ILogger log, Exception exception);
}
