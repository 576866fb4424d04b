using System.Runtime.CompilerServices;
using Fourfold.Codecs.Ais;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Adds up values of every kind, so that nothing that was read can be left out by the compiler.</summary>
internal struct Tally
{
    private const long Nothing = 7;

    public long Sum { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long value) => Sum += value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int value) => Sum += value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int? value) => Sum += value is { } known ? known : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(bool? value) => Sum += value is { } known ? (known ? 1 : 0) : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double? value) => Sum += value is { } known ? BitConverter.DoubleToInt64Bits(known) : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(AisTurn? value) => Sum += value is { } known ? known.Raw : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(AisTimestamp? value) => Sum += value is { } known ? known.Raw : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(NavigationStatus? value) => Sum += value is { } known ? (int)known : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(PositionFixType? value) => Sum += value is { } known ? (int)known : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(CommunicationState? value) => Sum += value is { } known ? known.Raw : Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(AisPosition? value)
    {
        if (value is { } known)
        {
            Sum += BitConverter.DoubleToInt64Bits(known.LatitudeDegrees);
            Sum += BitConverter.DoubleToInt64Bits(known.LongitudeDegrees);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(AisDimensions? value)
    {
        if (value is { } known)
        {
            Sum += known.ToBow + known.ToStern + known.ToPort + known.ToStarboard;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(AisEta? value)
    {
        if (value is { } known)
        {
            Add(known.Month);
            Add(known.Day);
            Add(known.Hour);
            Add(known.Minute);
        }
    }

    /// <summary>Writes the text out, as who needs it would.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(AisText text, Span<byte> room)
    {
        var length = text.CopyTo(room);
        Sum += length == 0 ? 0 : length + room[length - 1];
    }
}
