namespace Fourfold.Codecs.Ais.Applications;

/// <summary>200/23, type 8: a meteorological warning (EMMA) for a stretch of fairway. 200 bits.</summary>
/// <remarks>UNECE ECE/TRANS/SC.3/176, Tables 2.11 and 2.12.</remarks>
public record struct WeatherWarning : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "weather_warning"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(200, 23);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (200, 23);

    /// <summary>Begins in this year, 2001–2255.</summary>
    public int? StartYear { get; set; }

    /// <summary>Begins in this month, 1–12.</summary>
    public int? StartMonth { get; set; }

    /// <summary>Begins on this day, 1–31.</summary>
    public int? StartDay { get; set; }

    /// <summary>Ends in this year, 2001–2255.</summary>
    public int? EndYear { get; set; }

    /// <summary>Ends in this month, 1–12.</summary>
    public int? EndMonth { get; set; }

    /// <summary>Ends on this day, 1–31.</summary>
    public int? EndDay { get; set; }

    /// <summary>Begins at, UTC.</summary>
    public AisEta? StartClock { get; set; }

    /// <summary>Ends at, UTC.</summary>
    public AisEta? EndClock { get; set; }

    /// <summary>Where the stretch begins.</summary>
    public AisPosition? Start { get; set; }

    /// <summary>Where it ends.</summary>
    public AisPosition? End { get; set; }

    /// <summary>
    /// 1 wind, 2 rain, 3 snow and ice, 4 thunderstorm, 5 fog, 6 low temperature, 7 high temperature, 8 flood, 9 forest
    /// fire.
    /// </summary>
    public int? WarningType { get; set; }

    /// <summary>Least value, in the unit of the type.</summary>
    public int? Least { get; set; }

    /// <summary>Greatest value, in the unit of the type.</summary>
    public int? Greatest { get; set; }

    /// <summary>1 slight, 2 medium, 3 strong.</summary>
    public int? Class { get; set; }

    /// <summary>1 north, 2 north-east … 8 north-west.</summary>
    public int? WindDirection { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        StartYear = fields.UInt("start_year"u8, 8, StartYear, least: 1, absent: 0, offset: 2000);
        StartMonth = fields.UInt("start_month"u8, 4, StartMonth, least: 1, most: 12, absent: 0);
        StartDay = fields.UInt("start_day"u8, 5, StartDay, least: 1, absent: 0);
        EndYear = fields.UInt("end_year"u8, 8, EndYear, least: 1, absent: 0, offset: 2000);
        EndMonth = fields.UInt("end_month"u8, 4, EndMonth, least: 1, most: 12, absent: 0);
        EndDay = fields.UInt("end_day"u8, 5, EndDay, least: 1, absent: 0);
        StartClock = fields.Clock("start"u8, StartClock);
        EndClock = fields.Clock("end"u8, EndClock);
        Start = fields.Position("start"u8, Start, PositionForm.Fine);
        End = fields.Position("end"u8, End, PositionForm.Fine);
        WarningType = fields.UInt("warning_type"u8, 4, WarningType, least: 1, absent: 0);
        Least = fields.Int("least"u8, 9, Least, least: -253, most: 253, absent: -255);
        Greatest = fields.Int("greatest"u8, 9, Greatest, least: -253, most: 253, absent: 255);
        Class = fields.UInt("class"u8, 2, Class, least: 1, absent: 0);
        WindDirection = fields.UInt("wind_direction"u8, 4, WindDirection, least: 1, absent: 0);
        fields.Spare(6);
    }
}
