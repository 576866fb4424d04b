namespace Fourfold.Server.Telemetry;

/// <summary>Logs go to standard error: one line of text each, or one JSON object each with <c>FOURFOLD_LOG=json</c>.</summary>
internal static class Logs
{
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Sets logging up; the caller says when the server has started.</summary>
    /// <remarks>Until then the host's own word of a failed start is left out: whoever started it is told in plain words instead.</remarks>
    public static Action Configure(ILoggingBuilder logging)
    {
        var started = false;
        logging.ClearProviders();
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // What it calls an unhandled fault is handled, and logged, by our own problem writer.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.Hosting", LogLevel.Warning);
        logging.AddFilter(Host, level => level >= LogLevel.Warning && Volatile.Read(ref started));
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (
            string.Equals(
                Environment.GetEnvironmentVariable("FOURFOLD_LOG"),
                "json",
                StringComparison.OrdinalIgnoreCase
            )
        )
            logging.AddJsonConsole(json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        else
            logging.AddSimpleConsole(text =>
            {
                text.SingleLine = true;
                text.UseUtcTimestamp = true;
                text.TimestampFormat = "HH:mm:ss.fff ";
            });
        return () => Volatile.Write(ref started, true);
    }
}
