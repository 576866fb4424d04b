using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Fourfold.Testing.Fuzzing;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>
/// Changes inputs of the codecs for ten minutes, guided by what they made the readers say, and holds the laws against
/// each. A finding is written beside the kept inputs, where it is a test from then on.
/// </summary>
internal sealed class FuzzLoad(RunOptions options) : ILoad
{
    private const int MostKept = 4000;
    private const int LargestKeptBytes = 400;
    private const int MostWritten = 60;
    private const int MostFindings = 20;
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(30);

    public string Name => "fuzz";

    public bool OnlyByName => true;

    public Task Run(TextWriter to, CancellationToken ct)
    {
        var targets = FuzzCorpus
            .Targets.Where(target => options.Target is null || target.Name == options.Target)
            .ToArray();
        var share = TimeSpan.FromMinutes(options.Minutes / Math.Max(1, targets.Length));
        foreach (var target in targets)
        {
            new Hunt(target, to).Run(share, ct);
        }
        return Task.CompletedTask;
    }

    private sealed class Hunt
    {
        private readonly IFuzzTarget _target;
        private readonly TextWriter _to;
        private readonly int _seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        private readonly Random _chance;
        private readonly Mutator _mutator;
        private readonly Footprint _path = new();
        private readonly List<byte[]> _inputs;
        private readonly int _known;
        private long _tried;
        private int _findings;

        public Hunt(IFuzzTarget target, TextWriter to)
        {
            (_target, _to) = (target, to);
            _chance = new Random(_seed);
            _mutator = new Mutator(_chance);
            _inputs = [.. FuzzCorpus.Kept(target).Select(kept => kept.Bytes), .. target.Dictionary];
            foreach (var input in _inputs)
            {
                Try(input);
            }
            _known = _inputs.Count;
        }

        public void Run(TimeSpan share, CancellationToken ct)
        {
            var began = Stopwatch.GetTimestamp();
            var reported = began;
            while (Stopwatch.GetElapsedTime(began) < share && _findings < MostFindings)
            {
                ct.ThrowIfCancellationRequested();
                var changed = _mutator.Change(Any(), Any(), _target.Dictionary);
                changed = _chance.Next(2) == 0 ? changed : _target.Repair(changed);
                if (Try(changed) && _inputs.Count < MostKept)
                {
                    _inputs.Add(changed);
                }
                if (Stopwatch.GetElapsedTime(reported) > ReportEvery)
                {
                    reported = Stopwatch.GetTimestamp();
                    Report(began);
                }
            }
            Report(began);
            Keep();
        }

        private byte[] Any() => _inputs[_chance.Next(_inputs.Count)];

        /// <summary>True when the input made the reader do something new.</summary>
        private bool Try(byte[] input)
        {
            _tried++;
            _path.Begin();
            try
            {
                _target.Try(input, _chance, _path);
            }
#pragma warning disable CA1031 // Any exception at all is what is looked for.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                _findings++;
                var file = Write(input, "finding");
                _to.WriteLine($"  {_target.Name}: {file}: {problem}");
            }
            return _path.IsNew;
        }

        // The smallest that are new stay in the repository, and never many; the rest is found again from them.
        private void Keep()
        {
            var path = new Footprint();
            var written = FuzzCorpus.Kept(_target).Count;
            foreach (
                var input in _inputs
                    .Where(input => input.Length is > 0 and <= LargestKeptBytes)
                    .OrderBy(input => input.Length)
                    .TakeWhile(_ => written < MostWritten)
            )
            {
                path.Begin();
                _target.Try(input, new Random(0), path);
                if (path.IsNew)
                {
                    Write(input, "path");
                    written++;
                }
            }
        }

        private string Write(byte[] input, string kind)
        {
            var folder = FuzzCorpus.FolderOf(_target);
            Directory.CreateDirectory(folder);
            var name = $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}";
            File.WriteAllBytes(Path.Combine(folder, name), input);
            return name;
        }

        private void Report(long began)
        {
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            _to.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"fuzz {_target.Name}: {_tried:N0} inputs in {seconds:F0} s, {_path.Known:N0} pairs of events, {_inputs.Count - _known:N0} inputs new, {_findings} findings (seed {_seed})"
                )
            );
        }
    }
}
