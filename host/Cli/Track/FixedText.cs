using System.Buffers.Text;

namespace Fourfold.Cli.Track;

/// <summary>Writes numbers with so many digits behind the point, byte for byte as <c>F</c> does, but quicker.</summary>
internal static class FixedText
{
    private const int MostDecimals = 9;

    // Up to here the product's error is below 10⁻⁵, so that only what lies as near to a half is in doubt.
    private const double MostUnits = 1e10;
    private const double Doubt = 1e-4;

    private static ReadOnlySpan<uint> Powers =>
        [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>Writes a number rounded to the nearest, a half away from zero.</summary>
    /// <param name="value">Any.</param>
    /// <param name="decimals">Digits behind the point.</param>
    /// <param name="room">Where to; 32 bytes are enough for what is below 10¹⁰ units.</param>
    /// <returns>Bytes written; 0 when there is no room.</returns>
    public static int Write(double value, byte decimals, Span<byte> room)
    {
        var units = decimals is > 0 and <= MostDecimals ? Math.Abs(value) * Powers[decimals] : double.NaN;
        var below = Math.Floor(units);
        if (!(units < MostUnits) || Math.Abs(units - below - 0.5) < Doubt)
        {
            _ = Utf8Formatter.TryFormat(value, room, out var all, new('F', decimals));
            return all;
        }

        var at = 0;
        if (double.IsNegative(value))
            room[at++] = (byte)'-';
        var (whole, fraction) = Math.DivRem((ulong)below + (units - below > 0.5 ? 1u : 0u), Powers[decimals]);
        _ = Utf8Formatter.TryFormat(whole, room[at..], out var written);
        at += written;
        room[at++] = (byte)'.';
        for (var i = at + decimals - 1; i >= at; i--)
        {
            (fraction, var digit) = Math.DivRem(fraction, 10);
            room[i] = (byte)('0' + digit);
        }

        return at + decimals;
    }
}
