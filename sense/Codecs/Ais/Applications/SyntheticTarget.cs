namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One target of <see cref="SyntheticTargets"/>. 120 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 6.2. One of the three identifiers is given.</remarks>
public record struct SyntheticTarget : IFieldGroup
{
    /// <summary>What identifies it: 0 its MMSI, 1 its IMO number, 2 its call sign, 3 another text.</summary>
    public int? IdKind { get; set; }

    /// <summary>MMSI; null when another identifier is given.</summary>
    public int? Mmsi { get; set; }

    /// <summary>IMO number; null when another identifier is given.</summary>
    public int? ImoNumber { get; set; }

    /// <summary>Call sign or another name; empty when a number is given.</summary>
    public ApplicationText Label { get; set; }

    /// <summary>Where it is.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Course over ground, degrees, 0–359.</summary>
    public int? CourseDegrees { get; set; }

    /// <summary>UTC second of the position, 0–59.</summary>
    public int? Second { get; set; }

    /// <summary>Speed over ground, knots, 0–254, where 254 means that or more.</summary>
    public int? SpeedKnots { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        IdKind = fields.UInt("id_kind"u8, 2, IdKind);
        if (IdKind is 0 or 1)
        {
            fields.Spare(12);
            if (IdKind == 0)
            {
                Mmsi = fields.UInt("mmsi"u8, 30, Mmsi);
            }
            else
            {
                ImoNumber = fields.UInt("imo"u8, 30, ImoNumber);
            }
        }
        else
        {
            Label = fields.Text("label"u8, Label, 7);
        }
        fields.Spare(4);
        Position = fields.Position(Position, PositionForm.MediumLatitudeFirst);
        CourseDegrees = fields.Direction("course_degrees"u8, CourseDegrees);
        Second = fields.UInt("second"u8, 6, Second, most: 59, absent: 60);
        SpeedKnots = fields.UInt("speed_knots"u8, 8, SpeedKnots, most: 254, absent: 255);
    }
}
