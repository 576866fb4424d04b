using Fourfold.Codecs.Ais.Output;

namespace Fourfold.Cli.Decode;

/// <summary>Reads the sources, each with its own reader, and writes what they say.</summary>
internal sealed class DecodeRun(DecodeOptions options, Stream output, TextWriter errors, TimeProvider clock)
{
    private readonly DecodeSurroundings _around = new(
        options,
        new LineOutput(output),
        new DecodeTotals(),
        errors,
        clock
    );

    /// <summary>An <see cref="ExitCode"/>.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var code = ExitCode.Ok;
        try
        {
            if (options.Format is DecodeFormat.Csv)
                _around.Output.WriteLine(AisCsv.Header);
            code = await ReadAll(ct);
            _around.Output.Flush();
        }
        catch (ReaderLeftException problem)
        {
            code = problem.Tell(errors, code);
        }
        _around.Totals.Elapsed = clock.GetElapsedTime(began);
        if (options.ShowStats)
            _around.Totals.WriteAll(errors);
        _around.Totals.WriteDrops(errors);
        return code;
    }

    // Files one after the other, so that their messages keep the order of the command line; feeds all at once.
    private async Task<int> ReadAll(CancellationToken ct)
    {
        var code = ExitCode.Ok;
        var feeds = options.Sources.Where(FeedInput.IsFeed).ToArray();
        foreach (var file in options.Sources.Where(source => !FeedInput.IsFeed(source)))
            code = Math.Max(code, new FileInput(file, _around).Read(ct));
        if (feeds.Length > 0 && !ct.IsCancellationRequested)
            code = Math.Max(code, await FeedInput.ReadAll(feeds, Feeds(), ct));
        return code;
    }

    private FeedRun Feeds()
    {
        var turn = new Lock();
        return new FeedRun(errors, clock, options.Follow, turn, url => new AisFeedSource(url, _around, turn));
    }
}
