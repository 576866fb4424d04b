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
    private int freshStarts;

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var due = clock.GetUtcNow();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var wait = UntilNext(ref due, clock.GetUtcNow(), options.Value.Tick);
                await Task.Delay(wait, clock, ct);
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

    // One wait at a time and not a periodic timer: ticks that were missed are over, a clock that is set forward by a day
    // makes one step and not a million, and one that is set back does not make the cell wait for the old time to come again.
    internal static TimeSpan UntilNext(ref DateTimeOffset due, DateTimeOffset now, TimeSpan tick)
    {
        var next = due + tick;
        due = next > now && next - now <= tick ? next : now + tick;
        return due - now;
    }

    /// <summary>One step at once, for tests and for whoever has waited long enough.</summary>
    internal void Step()
    {
        cell.Step();
        if (cell.FreshStarts != freshStarts)
            Began(log, freshStarts = cell.FreshStarts);
        hub.Ticked();
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The clock was set back; the picture and the rules begin anew ({Times})"
    )]
    private static partial void Began(ILogger log, int times);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A step of the cell fell; going on")]
    private static partial void Fell(ILogger log, Exception exception);
}
