using Fourfold.Sense.Picture;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Cells;

/// <summary>Steps the cell at its pace and then wakes the screens.</summary>
internal sealed partial class CellLoop(
    Cell cell,
    LiveHub hub,
    TimeProvider clock,
    IOptions<SenseOptions> options,
    ILogger<CellLoop> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var due = clock.GetUtcNow();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(UntilNext(ref due), clock, ct);
                Step();
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop: a fault in one step must not blind the room.
            {
                Fell(log, fault);
            }
        }
    }

    // One wait at a time and not a periodic timer: ticks that were missed are over, and a clock that is set forward by a
    // day (in tests) makes one step and not a million.
    private TimeSpan UntilNext(ref DateTimeOffset due)
    {
        var now = clock.GetUtcNow();
        due = due + options.Value.Tick > now ? due + options.Value.Tick : now + options.Value.Tick;
        return due - now;
    }

    /// <summary>One step at once, for tests and for whoever has waited long enough.</summary>
    internal void Step()
    {
        cell.Step();
        hub.Ticked();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "A step of the cell fell; going on")]
    private static partial void Fell(ILogger log, Exception exception);
}
