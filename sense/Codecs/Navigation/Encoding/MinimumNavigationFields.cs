namespace Fourfold.Codecs.Navigation.Encoding;

/// <summary>Fields of RMC; units and ranges as in <see cref="MinimumNavigation"/>.</summary>
public readonly record struct MinimumNavigationFields() : INavigationFields
{
    /// <summary>UTC date and time, 1980–2079.</summary>
    public DateTimeOffset? UtcTime { get; init; }

    /// <summary>The fix is valid.</summary>
    public bool IsValid { get; init; } = true;

    /// <summary>Where.</summary>
    public NavigationPosition? Position { get; init; }

    /// <summary>Speed over ground, knots.</summary>
    public double? SpeedKnots { get; init; }

    /// <summary>Course over ground, degrees.</summary>
    public double? CourseDegrees { get; init; }

    /// <summary>Magnetic variation, degrees, east positive.</summary>
    public double? VariationDegrees { get; init; }

    /// <summary>How the position was made.</summary>
    public PositionMode Mode { get; init; } = PositionMode.Autonomous;

    /// <inheritdoc/>
    public void Write(ref SentenceWriter writer)
    {
        // Rounded once, so that 23:59:59.999 takes the next day's date with it.
        var time = UtcTime?.UtcDateTime.AddMilliseconds(5);
        writer.Formatter("RMC");
        writer.Time(time is { } of ? TimeSpan.FromMilliseconds((long)of.TimeOfDay.TotalMilliseconds / 10 * 10) : null);
        writer.Letter(IsValid ? 'A' : 'V');
        writer.Position(Position);
        writer.Number(SpeedKnots, 2);
        writer.Number(CourseDegrees, 1);
        writer.Whole(time is { } on ? on.Day * 10_000 + on.Month * 100 + on.Year % 100 : null, 6);
        writer.Number(VariationDegrees is { } variation ? Math.Abs(variation) : null, 1);
        writer.Letter(VariationDegrees is { } side ? (side >= 0 ? 'E' : 'W') : null);
        writer.Letter((char)Mode);
    }
}
