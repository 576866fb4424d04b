using System.CommandLine.Parsing;
using Fourfold.Codecs.Asterix;

namespace Fourfold.Cli.Decode;

/// <summary>What a run of <c>decode --protocol asterix</c> was asked to do.</summary>
internal sealed record AsterixDecodeOptions
{
    /// <summary>Paths and feed URLs; <c>-</c> is standard input.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>A row of comma-separated values instead of JSON.</summary>
    public bool IsCsv { get; init; }

    public bool ShowStats { get; init; }
    public bool ShowErrors { get; init; }

    /// <summary>Goes on at a source's end: waits for what a file will gain, connects a feed anew.</summary>
    public bool Follow { get; init; }

    public AsterixFilter Filter { get; init; } = new();
    public AsterixEditions Editions { get; init; } = AsterixEditions.All;

    /// <summary>Says what of the command line does not fit ASTERIX.</summary>
    public static void Validate(CommandResult result, string[]? filters, string[]? editions, string? format)
    {
        foreach (var filter in filters ?? [])
        {
            if (!AsterixFilter.TryParse([filter], out _))
                result.AddError($"--filter {filter}: expected category=48,62 or sac=25 or sic=201");
        }
        foreach (var edition in editions ?? [])
        {
            if (!TryParseEditions([edition], out _))
            {
                var known = string.Join(' ', AsterixEditions.All.Editions.Select(one => $"{one.Number}={one.Edition}"));
                result.AddError($"--edition {edition}: expected one of {known}");
            }
        }
        if (format == "gpsd")
            result.AddError("--format gpsd: only with --protocol nmea");
    }

    /// <summary>Reads <c>21=0.26</c>: the edition a category is read as.</summary>
    public static bool TryParseEditions(IEnumerable<string> texts, out AsterixEditions editions)
    {
        editions = AsterixEditions.All;
        foreach (var text in texts)
        {
            var found = AsterixEditions.All.Editions.FirstOrDefault(one => $"{one.Number}={one.Edition}" == text);
            if (found is null)
                return false;
            editions = editions.With(found);
        }
        return true;
    }
}
