namespace Fourfold.Codecs.Navigation.Encoding;

/// <summary>Fields of TTM; units and ranges as in <see cref="TrackedTarget"/>, distances in nautical miles, speeds in knots.</summary>
public readonly record struct TrackedTargetFields : INavigationFields
{
    /// <summary>Number of the target, 0–1023.</summary>
    public int? Number { get; init; }

    /// <summary>Distance, nautical miles.</summary>
    public double? DistanceNauticalMiles { get; init; }

    /// <summary>Bearing, degrees.</summary>
    public double? BearingDegrees { get; init; }

    /// <summary>Bearing from the own ship's heading, not from true north.</summary>
    public bool IsBearingRelative { get; init; }

    /// <summary>Speed, knots.</summary>
    public double? SpeedKnots { get; init; }

    /// <summary>Course, degrees.</summary>
    public double? CourseDegrees { get; init; }

    /// <summary>Motion relative to the own ship, not true.</summary>
    public bool IsCourseRelative { get; init; }

    /// <summary>Distance of the closest point of approach, nautical miles.</summary>
    public double? ClosestNauticalMiles { get; init; }

    /// <summary>Time to it, minutes.</summary>
    public double? ClosestMinutes { get; init; }

    /// <summary>Name, at most 60 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What the radar knows of it.</summary>
    public TargetStatus? Status { get; init; }

    /// <summary>Serves as a reference.</summary>
    public bool IsReference { get; init; }

    /// <summary>UTC time of day.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>How it was acquired.</summary>
    public TargetAcquisition? Acquisition { get; init; }

    /// <inheritdoc/>
    public void Write(ref SentenceWriter writer)
    {
        NavigationEncoder.CheckText(Name, nameof(Name));
        writer.Formatter("TTM");
        writer.Whole(Number, 2);
        writer.Number(DistanceNauticalMiles, 3);
        writer.Number(BearingDegrees, 1);
        writer.Letter(IsBearingRelative ? 'R' : 'T');
        writer.Number(SpeedKnots, 2);
        writer.Number(CourseDegrees, 1);
        writer.Letter(IsCourseRelative ? 'R' : 'T');
        writer.Number(ClosestNauticalMiles, 3);
        writer.Number(ClosestMinutes, 2);
        writer.Letter('N');
        writer.Text(Name);
        writer.Letter((char?)Status);
        writer.Letter(IsReference ? 'R' : null);
        writer.Time(Time);
        writer.Letter((char?)Acquisition);
    }
}
