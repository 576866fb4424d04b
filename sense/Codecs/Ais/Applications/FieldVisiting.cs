namespace Fourfold.Codecs.Ais.Applications;

/// <summary>The kinds of fields that applications are made of, in terms of a visitor's few.</summary>
public static class FieldVisiting
{
    /// <summary>An unsigned whole number: (raw + offset) × multiplier.</summary>
    public static int? UInt<TVisitor>(
        this ref TVisitor fields,
        ReadOnlySpan<byte> name,
        int width,
        int? value,
        long most = uint.MaxValue,
        long? absent = null,
        long least = 0,
        long offset = 0,
        int multiplier = 1
    )
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        var form = new NumberForm(width)
        {
            Least = least,
            Most = most,
            Absent = absent,
            Offset = offset,
            Multiplier = multiplier,
        };
        return (int?)fields.Number(name, value, in form);
    }

    /// <summary>A two's complement whole number.</summary>
    public static int? Int<TVisitor>(
        this ref TVisitor fields,
        ReadOnlySpan<byte> name,
        int width,
        int? value,
        long least,
        long most,
        long? absent = null
    )
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        var form = new NumberForm(width)
        {
            IsSigned = true,
            Least = least,
            Most = most,
            Absent = absent,
        };
        return (int?)fields.Number(name, value, in form);
    }

    /// <summary>
    /// A number with a fraction: (raw + offset) ÷ divisor; two's complement when <paramref name="least"/> is negative.
    /// </summary>
    public static double? Scaled<TVisitor>(
        this ref TVisitor fields,
        ReadOnlySpan<byte> name,
        int width,
        double? value,
        int divisor,
        long least = 0,
        long most = uint.MaxValue,
        long? absent = null,
        long offset = 0
    )
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        var form = new NumberForm(width)
        {
            IsSigned = least < 0,
            Least = least,
            Most = most,
            Absent = absent,
            Offset = offset,
            Divisor = divisor,
        };
        return fields.Number(name, value, in form);
    }

    /// <summary>9 bits of direction in whole degrees, 0–359; 360 is not available.</summary>
    public static int? Direction<TVisitor>(this ref TVisitor fields, ReadOnlySpan<byte> name, int? value)
        where TVisitor : struct, IFieldVisitor, allows ref struct =>
        fields.UInt(name, 9, value, most: 359, absent: 360);

    /// <summary>Month, day, hour and minute in 20 bits, UTC.</summary>
    public static AisEta? Moment<TVisitor>(this ref TVisitor fields, ReadOnlySpan<byte> part, AisEta? value)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.Open(part);
        var month = fields.UInt("month"u8, 4, value?.Month, least: 1, most: 12, absent: 0);
        var day = fields.UInt("day"u8, 5, value?.Day, least: 1, absent: 0);
        var clock = fields.HourMinute(value?.Hour, value?.Minute);
        fields.Close();
        return Any(month, day, clock);
    }

    /// <summary>Day, hour and minute in 16 bits, UTC.</summary>
    public static AisEta? DayClock<TVisitor>(this ref TVisitor fields, ReadOnlySpan<byte> part, AisEta? value)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.Open(part);
        var day = fields.UInt("day"u8, 5, value?.Day, least: 1, absent: 0);
        var clock = fields.HourMinute(value?.Hour, value?.Minute);
        fields.Close();
        return Any(null, day, clock);
    }

    /// <summary>Day, month, hour and minute in 20 bits, as SN/Circ.236 sends them.</summary>
    public static AisEta? DayMonthClock<TVisitor>(this ref TVisitor fields, ReadOnlySpan<byte> part, AisEta? value)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.Open(part);
        var day = fields.UInt("day"u8, 5, value?.Day, least: 1, absent: 0);
        var month = fields.UInt("month"u8, 4, value?.Month, least: 1, most: 12, absent: 0);
        var clock = fields.HourMinute(value?.Hour, value?.Minute);
        fields.Close();
        return Any(month, day, clock);
    }

    /// <summary>Hour and minute in 11 bits, UTC.</summary>
    public static AisEta? Clock<TVisitor>(this ref TVisitor fields, ReadOnlySpan<byte> part, AisEta? value)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.Open(part);
        var clock = fields.HourMinute(value?.Hour, value?.Minute);
        fields.Close();
        return Any(null, null, clock);
    }

    /// <summary>A position that belongs to a part: <c>start</c> makes <c>start_latitude</c>.</summary>
    public static AisPosition? Position<TVisitor>(
        this ref TVisitor fields,
        ReadOnlySpan<byte> part,
        AisPosition? value,
        PositionForm form
    )
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.Open(part);
        var position = fields.Position(value, form);
        fields.Close();
        return position;
    }

    /// <summary>Two spare bits and the number that tells the messages of the Saint Lawrence Seaway apart.</summary>
    internal static void SeawayHeader<TVisitor>(this ref TVisitor fields, int message)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.Spare(2);
        _ = fields.UInt("message"u8, 6, message);
    }

    /// <summary>Fields that other layouts have too.</summary>
    public static TGroup Group<TVisitor, TGroup>(this ref TVisitor fields, TGroup? value)
        where TVisitor : struct, IFieldVisitor, allows ref struct
        where TGroup : struct, IFieldGroup
    {
        var group = value.GetValueOrDefault();
        group.Visit(ref fields);
        return group;
    }

    private static (int? Hour, int? Minute) HourMinute<TVisitor>(this ref TVisitor fields, int? hour, int? minute)
        where TVisitor : struct, IFieldVisitor, allows ref struct =>
        (
            fields.UInt("hour"u8, 5, hour, most: 23, absent: 24),
            fields.UInt("minute"u8, 6, minute, most: 59, absent: 60)
        );

    private static AisEta? Any(int? month, int? day, (int? Hour, int? Minute) clock)
    {
        var moment = new AisEta(month, day, clock.Hour, clock.Minute);
        return moment == default ? null : moment;
    }
}
