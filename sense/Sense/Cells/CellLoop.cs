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
        using var timer = new PeriodicTimer(options.Value.Tick, clock);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(ct))
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

    /// <summary>One step at once, for tests and for whoever has waited long enough.</summary>
    internal void Step()
    {
        cell.Step();
        hub.Ticked();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "A step of the cell fell; going on")]
    private static partial void Fell(ILogger log, Exception exception);
}
