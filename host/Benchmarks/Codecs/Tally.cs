using System.Runtime.CompilerServices;
using Fourfold.Codecs.Ais;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Adds up values of every kind, so that nothing that was read can be left out by the compiler.</summary>
internal struct Tally
{
    private const long Nothing = 7;

    public long Sum { get; private set; }

    public void Add(long value) => Sum += value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(long value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(int value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(int? value) => value is { } known ? known : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(bool? value) => value is { } known ? (known ? 1 : 0) : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(double? value) => value is { } known ? BitConverter.DoubleToInt64Bits(known) : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(AisTurn? value) => value is { } known ? known.Raw : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(AisTimestamp? value) => value is { } known ? known.Raw : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(NavigationStatus? value) => value is { } known ? (int)known : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(PositionFixType? value) => value is { } known ? (int)known : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(CommunicationState? value) => value is { } known ? known.Raw : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(AisPosition? value) =>
        value is { } known
            ? BitConverter.DoubleToInt64Bits(known.LatitudeDegrees)
                + BitConverter.DoubleToInt64Bits(known.LongitudeDegrees)
            : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(AisDimensions? value) =>
        value is { } known ? known.ToBow + known.ToStern + known.ToPort + known.ToStarboard : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(AisEta? value) =>
        value is { } known ? Of(known.Month) + Of(known.Day) + Of(known.Hour) + Of(known.Minute) : 0;

    /// <summary>Writes the text out, as who needs it would.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(AisText text, Span<byte> room)
    {
        var length = text.CopyTo(room);
        return length == 0 ? 0 : length + room[length - 1];
    }
}
