using System.Globalization;

namespace Fourfold.Tracking;

/// <summary>Where the bytes of an observation lie in what was captured of its feed.</summary>
/// <param name="FeedNumber">The feed's number in this installation; 0 for none.</param>
/// <param name="Offset">Offset of the first byte since the feed's capture began.</param>
/// <param name="Length">Bytes, all sentences of a message included.</param>
public readonly record struct RawRef(int FeedNumber, long Offset, int Length)
{
    /// <summary>As <c>feed:offset</c>: the correlation id that follows a datum from the sensor into logs and cases.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FeedNumber}:{Offset}");
}
