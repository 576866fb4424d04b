namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One part of an area notice: a shape, or text about it. 87, 90 or 96 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 11.3–11.9. What the shape does not have is null.</remarks>
public record struct SubArea : IFieldGroup
{
    /// <summary>The layout; the application sets it.</summary>
    public SubAreaEdition Edition { get; set; }

    /// <summary>What it is.</summary>
    public SubAreaShape Shape { get; set; }

    /// <summary>Lengths are sent in steps of 10 to this power, metres, 0–3.</summary>
    public int ScaleExponent { get; set; }

    /// <summary>Centre of a circle or sector, south-west corner of a rectangle.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Decimal places of a minute the position is good for, 0–4; not in 366/22.</summary>
    public int? Precision { get; set; }

    /// <summary>Radius of a circle or sector, metres; 0 is a point.</summary>
    public int? RadiusMetres { get; set; }

    /// <summary>Width of a rectangle to the east, metres.</summary>
    public int? EastMetres { get; set; }

    /// <summary>Height of a rectangle to the north, metres.</summary>
    public int? NorthMetres { get; set; }

    /// <summary>How a rectangle is turned, degrees clockwise, 0–359.</summary>
    public int? OrientationDegrees { get; set; }

    /// <summary>Left boundary of a sector, true degrees, 0–359.</summary>
    public int? LeftDegrees { get; set; }

    /// <summary>Right boundary of a sector, true degrees, 0–359.</summary>
    public int? RightDegrees { get; set; }

    /// <summary>First point of a line or polygon.</summary>
    public AreaPoint? FirstPoint { get; set; }

    /// <summary>Second point.</summary>
    public AreaPoint? SecondPoint { get; set; }

    /// <summary>Third point.</summary>
    public AreaPoint? ThirdPoint { get; set; }

    /// <summary>Fourth point.</summary>
    public AreaPoint? FourthPoint { get; set; }

    /// <summary>Text, at most 14 characters, 15 in 367/22.</summary>
    public ApplicationText Text { get; set; }

    private readonly int Step =>
        ScaleExponent switch
        {
            1 => 10,
            2 => 100,
            3 => 1000,
            _ => 1,
        };

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Shape = (SubAreaShape)(fields.UInt("shape"u8, 3, (int)Shape) ?? 0);
        switch (Shape)
        {
            case SubAreaShape.Circle:
                Place(ref fields);
                RadiusMetres = fields.UInt("radius_metres"u8, 12, RadiusMetres, multiplier: Step);
                break;
            case SubAreaShape.Rectangle:
                Place(ref fields);
                EastMetres = fields.UInt("east_metres"u8, 8, EastMetres, multiplier: Step);
                NorthMetres = fields.UInt("north_metres"u8, 8, NorthMetres, multiplier: Step);
                OrientationDegrees = fields.UInt("orientation_degrees"u8, 9, OrientationDegrees, most: 359);
                break;
            case SubAreaShape.Sector:
                Place(ref fields);
                RadiusMetres = fields.UInt("radius_metres"u8, 12, RadiusMetres, multiplier: Step);
                LeftDegrees = fields.Direction("left_degrees"u8, LeftDegrees);
                RightDegrees = fields.Direction("right_degrees"u8, RightDegrees);
                break;
            case SubAreaShape.Polyline or SubAreaShape.Polygon:
                Scale(ref fields);
                FirstPoint = Point(ref fields, "first"u8, FirstPoint);
                SecondPoint = Point(ref fields, "second"u8, SecondPoint);
                ThirdPoint = Point(ref fields, "third"u8, ThirdPoint);
                FourthPoint = Point(ref fields, "fourth"u8, FourthPoint);
                break;
            case SubAreaShape.Text:
                Text = fields.Text("text"u8, Text, Edition is SubAreaEdition.Geographic ? 15 : 14);
                break;
            default:
                // Reserved: the shape is all that is known.
                break;
        }
    }

    private void Scale<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct =>
        ScaleExponent = fields.UInt("scale_exponent"u8, 2, ScaleExponent) ?? 0;

    private void Place<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Scale(ref fields);
        Position = fields.Position(Position, Edition is SubAreaEdition.Imo ? PositionForm.Medium : PositionForm.Fine);
        if (Edition is not SubAreaEdition.CoastGuardTrial)
        {
            Precision = fields.UInt("precision"u8, 3, Precision, most: 4, absent: 7);
        }
    }

    private readonly AreaPoint? Point<TVisitor>(ref TVisitor fields, ReadOnlySpan<byte> part, AreaPoint? value)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        var width = Edition is SubAreaEdition.Imo ? 10 : 11;
        fields.Open(part);
        var bearing = fields.Scaled("bearing_degrees"u8, 10, value?.BearingDegrees, 2, most: 719, absent: 720);
        var distance = fields.UInt(
            "distance_metres"u8,
            width,
            value?.DistanceMetres,
            least: 1,
            absent: 0,
            multiplier: Step
        );
        fields.Close();
        return bearing is { } angle && distance is { } metres ? new AreaPoint(angle, metres) : null;
    }
}
