namespace Fourfold.Server.Telemetry;

/// <summary>Logs go to standard error: one line of text each, or one JSON object each with <c>FOURFOLD_LOG=json</c>.</summary>
internal static class Logs
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // What it calls an unhandled fault is handled, and logged, by our own problem writer.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.Hosting", LogLevel.Warning);
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
    }
}
