using System.CommandLine;
using Fourfold.Server;

namespace Fourfold.Cli.Admin;

/// <summary><c>fourfold admin</c>: what is done beside the running server.</summary>
internal static class AdminCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder for rows, files and keys",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };
    private static readonly Argument<string> Archive = new("FILE") { Description = "The archive" };
    private static readonly Option<bool> WithRaw = new("--with-raw") { Description = "Also the raw sensor bytes" };

    public static Command Create()
    {
        var backup = new Command("backup", "Write rows, files and keys into one archive; the server may run")
        {
            Archive,
            WithRaw,
        };
        backup.SetAction(
            (parsed, ct) => Backup(Options(parsed), parsed.GetRequiredValue(Archive), parsed.GetValue(WithRaw), ct)
        );
        var restore = new Command("restore", "Take an archive back into an empty data folder") { Archive };
        restore.SetAction((parsed, ct) => Restore(Options(parsed), parsed.GetRequiredValue(Archive), ct));
        return new Command("admin", "Backup, restore, seed") { Data, backup, restore, SeedCommand.Create(Options) };
    }

    private static ServerOptions Options(ParseResult parsed) =>
        new()
        {
            Data = parsed.GetRequiredValue(Data),
            Database = Environment.GetEnvironmentVariable("FOURFOLD_DATABASE"),
        };

    private static async Task<int> Backup(ServerOptions options, string archive, bool withRaw, CancellationToken ct)
    {
        if (!Directory.Exists(options.Data))
            return await Fail($"{options.Data}: no such folder");
        try
        {
            var (entries, bytes) = await Server.Backups.Backup.Write(
                options,
                archive,
                withRaw,
                TimeProvider.System,
                ct
            );
            Console.Out.WriteLine($"{archive}: {entries} entries, {bytes} bytes before compression");
            return 0;
        }
        catch (Exception fault) when (IsExpected(fault))
        {
            return await Fail(fault.Message);
        }
    }

    private static async Task<int> Restore(ServerOptions options, string archive, CancellationToken ct)
    {
        using var locked = Running.TryLock(options.Data);
        if (locked is null)
            return await Fail($"a Fourfold is running on {options.Data}; stop it first");
        try
        {
            await Server.Backups.Restore.Read(options, archive, ct);
        }
        catch (Exception fault) when (IsExpected(fault))
        {
            return await Fail(fault.Message);
        }
        Console.Out.WriteLine($"{archive} is back in {options.Data}");
        return 0;
    }

    // A disk, a database or an archive that is not as it must be: the message says what, a stack trace would hide it.
    internal static bool IsExpected(Exception fault) =>
        fault
            is InvalidDataException
                or InvalidOperationException
                or IOException
                or UnauthorizedAccessException
                or System.Data.Common.DbException;

    internal static async Task<int> Fail(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 1;
    }
}
