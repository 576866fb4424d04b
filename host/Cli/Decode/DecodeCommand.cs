using System.CommandLine;
using System.CommandLine.Parsing;

namespace Fourfold.Cli.Decode;

/// <summary><c>fourfold decode</c>: recordings or a pipe in, one line a message out.</summary>
internal static class DecodeCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Recordings, plain or gzip; - or nothing reads standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Format = Choice("--format", "What to write", "json", "gpsd", "json", "csv");
    private static readonly Option<string> Protocol = Choice("--protocol", "What to read", "nmea", "nmea", "asterix");
    private static readonly Option<string> Checksums = Choice(
        "--checksum",
        "What to do with a wrong or missing checksum",
        "reject",
        "reject",
        "flag",
        "ignore"
    );
    private static readonly Option<bool> Stats = new("--stats") { Description = "Totals to standard error at the end" };
    private static readonly Option<bool> Errors = new("--errors")
    {
        Description = "Every bad line to standard error: place, cause, sample",
    };
    private static readonly Option<string[]> Filters = new("--filter")
    {
        Description =
            "Only these, such as type=1,3,5 or mmsi=413000000, of ASTERIX category=48,62 or sac=25; may be repeated, all must fit",
    };

    private static readonly Option<string[]> Editions = new("--edition")
    {
        Description = "ASTERIX: read a category as this edition only, such as 21=0.26; may be repeated",
    };

    public static Command Create()
    {
        var command = new Command("decode", "Decode AIS and ASTERIX recordings");
        command.Add(Files);
        foreach (var option in new Option[] { Format, Protocol, Checksums, Stats, Errors, Filters, Editions })
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Protocol) == "asterix")
                AsterixDecodeOptions.Validate(
                    result,
                    result.GetValue(Filters),
                    result.GetValue(Editions),
                    result.GetValue(Format)
                );
            else
                Validate(result);
        });
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private static void Validate(CommandResult result)
    {
        foreach (var filter in result.GetValue(Filters) ?? [])
        {
            if (!MessageFilter.TryParse([filter], out _))
                result.AddError($"--filter {filter}: expected type=1,3,5 or mmsi=413000000,…");
        }
        if (result.GetValue(Editions) is { Length: > 0 })
            result.AddError("--edition: only with --protocol asterix");
    }

    private static int RunAsterix(ParseResult parsed)
    {
        _ = AsterixFilter.TryParse(parsed.GetValue(Filters) ?? [], out var filter);
        _ = AsterixDecodeOptions.TryParseEditions(parsed.GetValue(Editions) ?? [], out var editions);
        var options = new AsterixDecodeOptions
        {
            Files = parsed.GetValue(Files) is { Length: > 0 } files ? files : ["-"],
            IsCsv = parsed.GetValue(Format) == "csv",
            ShowStats = parsed.GetValue(Stats),
            ShowErrors = parsed.GetValue(Errors),
            Filter = filter,
            Editions = editions,
        };
        using var output = Console.OpenStandardOutput();
        return new AsterixDecodeRun(options, output, Console.Error, TimeProvider.System).Run();
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetValue(Protocol) == "asterix")
            return RunAsterix(parsed);
        _ = MessageFilter.TryParse(parsed.GetValue(Filters) ?? [], out var filter);
        var options = new DecodeOptions
        {
            Files = parsed.GetValue(Files) is { Length: > 0 } files ? files : ["-"],
            Format = Enum.Parse<DecodeFormat>(parsed.GetRequiredValue(Format), ignoreCase: true),
            Checksums = Enum.Parse<Codecs.Nmea.ChecksumPolicy>(parsed.GetRequiredValue(Checksums), ignoreCase: true),
            ShowStats = parsed.GetValue(Stats),
            ShowErrors = parsed.GetValue(Errors),
            Filter = filter,
        };
        using var output = Console.OpenStandardOutput();
        return new DecodeRun(options, output, Console.Error, TimeProvider.System).Run();
    }

    private static Option<string> Choice(string name, string description, string otherwise, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description}: {string.Join(", ", values)}",
            DefaultValueFactory = _ => otherwise,
        };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
