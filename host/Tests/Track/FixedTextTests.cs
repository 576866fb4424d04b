using System.Buffers.Text;
using System.Text;
using CsCheck;
using Fourfold.Cli.Track;
using Xunit;

namespace Fourfold.Host.Tests.Track;

/// <summary>Numbers with fixed decimals are the framework's, byte for byte.</summary>
public sealed class FixedTextTests
{
    private static readonly Gen<double> Numbers = Gen.OneOf(
        Gen.Double,
        Gen.Double[-181, 181],
        Gen.Double[-1e-6, 1e-6],
        Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Int[0, 10], (n, d) => n / Math.Pow(10, d)),
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[0, 20], (n, d) => n / (double)(1 << d)),
        Gen.OneOf(0.0, -0.0, 0.5, -0.5, 0.005, 1.005, 9.995, 0.9999999, 999.9999, 99.99999999, 1e10, 1e300)
    );

    [Fact]
    public void Any_number_with_any_decimals_is_written_as_the_framework_writes_it() =>
        Gen.Select(Numbers, Gen.Byte[0, 12])
            .Sample((value, decimals) => Ours(value, decimals) == Theirs(value, decimals), iter: 60_000);

    private static string Ours(double value, byte decimals)
    {
        var room = new byte[512];
        return Encoding.ASCII.GetString(room.AsSpan(0, FixedText.Write(value, decimals, room)));
    }

    private static string Theirs(double value, byte decimals)
    {
        var room = new byte[512];
        _ = Utf8Formatter.TryFormat(value, room, out var written, new('F', decimals));
        return Encoding.ASCII.GetString(room.AsSpan(0, written));
    }
}
