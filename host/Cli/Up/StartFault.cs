using System.Data.Common;
using System.Net.Sockets;
using Fourfold.Server;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace Fourfold.Cli.Up;

/// <summary>Says in words why a start failed, to a person with nobody to ask.</summary>
internal static class StartFault
{
    // sqlite3.h
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>What was the matter and what to do; null for a fault of the program's own, whose stack trace is wanted.</summary>
    public static string? Explain(Exception fault, ServerOptions options)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            if (Of(cause, options) is { } said)
                return said;
        return null;
    }

    private static string? Of(Exception fault, ServerOptions options) =>
        fault switch
        {
            IOException { InnerException: AddressInUseException } =>
                $"{fault.Message} Another one: --port N or --https-port N",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                $"port {options.Port} or {options.HttpsPort} needs rights this user has not: take one above 1023",
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
                $"--listen {options.Listen}: this machine has no such address",
            SqliteException sqlite => OfSqlite(sqlite, Path.GetFullPath(options.Data)),
            DbException => $"the database of FOURFOLD_DATABASE: {fault.Message}",
            ArgumentException when options.Database is not null && fault.Source is "Npgsql" or "System.Data.Common" =>
                "FOURFOLD_DATABASE is not a connection string, such as Host=db.example;Database=fourfold;Username=…",
            InvalidDataException or TimeoutException => fault.Message,
            UnauthorizedAccessException => $"this user may not write {Path.GetFullPath(options.Data)}: {fault.Message}",
            IOException => $"{Path.GetFullPath(options.Data)} cannot be used: {fault.Message}",
            _ => null,
        };

    private static string OfSqlite(SqliteException fault, string data) =>
        fault.SqliteErrorCode switch
        {
            Corrupt or NotADatabase =>
                $"{data}/fourfold.db is damaged or no database. Keep it, and restore a backup into an empty folder: "
                    + "./fourfold admin restore --data NEW FILE",
            Full => $"no space is left for {data}",
            ReadOnly or CannotOpen => $"{data}/fourfold.db cannot be written by this user",
            _ => $"{data}/fourfold.db: {fault.Message}",
        };
}
