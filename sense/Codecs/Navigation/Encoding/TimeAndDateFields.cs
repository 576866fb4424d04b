namespace Fourfold.Codecs.Navigation.Encoding;

/// <summary>Fields of ZDA.</summary>
/// <param name="UtcTime">UTC date and time.</param>
/// <param name="LocalZone">What is added to local time to get UTC, whole minutes, at most 13 hours; null leaves it out.</param>
public readonly record struct TimeAndDateFields(DateTimeOffset UtcTime, TimeSpan? LocalZone = null) : INavigationFields
{
    /// <inheritdoc/>
    public void Write(ref SentenceWriter writer)
    {
        var time = UtcTime.UtcDateTime.AddMilliseconds(5);
        writer.Formatter("ZDA");
        writer.Time(TimeSpan.FromMilliseconds((long)time.TimeOfDay.TotalMilliseconds / 10 * 10));
        writer.Whole(time.Day, 2);
        writer.Whole(time.Month, 2);
        writer.Whole(time.Year, 4);
        // The sign stands before the hours even when they are 0.
        writer.Text(
            LocalZone is { } zone ? $"{(zone < TimeSpan.Zero ? "-" : "")}{Math.Abs((int)zone.TotalHours):00}" : null
        );
        writer.Whole(LocalZone is { } rest ? Math.Abs(rest.Minutes) : null, 2);
    }
}
