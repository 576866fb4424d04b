using System.CommandLine;
using System.CommandLine.Parsing;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Cli.Decode;

/// <summary><c>fourfold decode</c>: recordings, tables, feeds or a pipe in, one line a message out.</summary>
internal static class DecodeCommand
{
    private static readonly Argument<string[]> Sources = new("SOURCE")
    {
        Description =
            "Recordings or AIS tables (CSV), plain, gzip or zstd; feed URLs such as tcp://host:port; "
            + "- or nothing reads standard input",
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
    private static readonly Option<bool> Follow = new("--follow")
    {
        Description = "Go on at the end: wait for what files gain, connect feeds anew, until interrupted",
    };
    private static readonly Option<bool> Unique = new("--unique")
    {
        Description = "Write a message that several stations received within ten seconds once",
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

    private static readonly Option[] All =
    [
        Format,
        Protocol,
        Checksums,
        Stats,
        Errors,
        Follow,
        Unique,
        Filters,
        Editions,
    ];

    public static Command Create()
    {
        var command = new Command("decode", "Decode AIS and ASTERIX: recordings, tables and feeds");
        command.Add(Sources);
        foreach (var option in All)
            command.Add(option);
        command.Validators.Add(Validate);
        command.SetAction((parsed, ct) => Run(parsed, ct));
        return command;
    }

    private static void Validate(CommandResult result)
    {
        foreach (var source in result.GetValue(Sources) ?? [])
        {
            if (FeedInput.IsFeed(source) && !FeedInput.TryFind(source, out _, out var problem))
                result.AddError($"{source}: {problem}");
        }
        if (result.GetValue(Protocol) == "asterix")
            ValidateAsterix(result);
        else
            ValidateNmea(result);
    }

    private static void ValidateAsterix(CommandResult result)
    {
        AsterixDecodeOptions.Validate(
            result,
            result.GetValue(Filters),
            result.GetValue(Editions),
            result.GetValue(Format)
        );
        foreach (var source in result.GetValue(Sources) ?? [])
        {
            if (source.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
                result.AddError($"{source}: ASTERIX is not played by its times; name the file itself");
        }
        if (result.GetValue(Unique))
            result.AddError("--unique: only with --protocol nmea");
    }

    private static void ValidateNmea(CommandResult result)
    {
        foreach (var filter in result.GetValue(Filters) ?? [])
        {
            if (!MessageFilter.TryParse([filter], out _))
                result.AddError($"--filter {filter}: expected type=1,3,5 or mmsi=413000000,…");
        }
        if (result.GetValue(Editions) is { Length: > 0 })
            result.AddError("--edition: only with --protocol asterix");
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        await using var output = StandardOutput.Open();
        // Elsewhere, so that an interrupt is heard while files are read.
        return parsed.GetValue(Protocol) == "asterix"
            ? await Task.Run(() => Asterix(parsed, output).Run(ct), CancellationToken.None)
            : await Task.Run(() => Nmea(parsed, output).Run(ct), CancellationToken.None);
    }

    private static AsterixDecodeRun Asterix(ParseResult parsed, Stream output)
    {
        _ = AsterixFilter.TryParse(parsed.GetValue(Filters) ?? [], out var filter);
        _ = AsterixDecodeOptions.TryParseEditions(parsed.GetValue(Editions) ?? [], out var editions);
        var options = new AsterixDecodeOptions
        {
            Sources = parsed.GetValue(Sources) is { Length: > 0 } sources ? sources : ["-"],
            IsCsv = parsed.GetValue(Format) == "csv",
            ShowStats = parsed.GetValue(Stats),
            ShowErrors = parsed.GetValue(Errors),
            Follow = parsed.GetValue(Follow),
            Filter = filter,
            Editions = editions,
        };
        return new AsterixDecodeRun(options, output, Console.Error, TimeProvider.System);
    }

    private static DecodeRun Nmea(ParseResult parsed, Stream output)
    {
        _ = MessageFilter.TryParse(parsed.GetValue(Filters) ?? [], out var filter);
        var options = new DecodeOptions
        {
            Sources = parsed.GetValue(Sources) is { Length: > 0 } sources ? sources : ["-"],
            Format = Enum.Parse<DecodeFormat>(parsed.GetRequiredValue(Format), ignoreCase: true),
            Checksums = Enum.Parse<ChecksumPolicy>(parsed.GetRequiredValue(Checksums), ignoreCase: true),
            ShowStats = parsed.GetValue(Stats),
            ShowErrors = parsed.GetValue(Errors),
            Follow = parsed.GetValue(Follow),
            Unique = parsed.GetValue(Unique),
            Filter = filter,
        };
        return new DecodeRun(options, output, Console.Error, TimeProvider.System);
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
