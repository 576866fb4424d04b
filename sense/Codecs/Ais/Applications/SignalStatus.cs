namespace Fourfold.Codecs.Ais.Applications;

/// <summary>200/40, type 8: what a traffic signal shows. 112 bits.</summary>
/// <remarks>UNECE ECE/TRANS/SC.3/176, Table 2.16.</remarks>
public record struct SignalStatus : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "signal_status"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(200, 40);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (200, 40);

    /// <summary>Where the signal stands.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Form of the signal, 1–14 (Annex C).</summary>
    public int? Form { get; set; }

    /// <summary>Where it faces, degrees, 0–359.</summary>
    public int? FacingDegrees { get; set; }

    /// <summary>For ships: 1 upstream, 2 downstream, 3 to the left bank, 4 to the right bank.</summary>
    public int? Direction { get; set; }

    /// <summary>
    /// Nine decimal digits, one a light from the left: 0 unknown, 1 none, 2 white, 3 yellow, 4 green, 5 red, 6 white
    /// flashing, 7 yellow flashing.
    /// </summary>
    public int? Lights { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Position = fields.Position(Position, PositionForm.Fine);
        Form = fields.UInt("form"u8, 4, Form, least: 1, absent: 0);
        FacingDegrees = fields.UInt("facing_degrees"u8, 9, FacingDegrees, most: 359, absent: 511);
        Direction = fields.UInt("direction"u8, 3, Direction, least: 1, absent: 0);
        Lights = fields.UInt("lights"u8, 30, Lights);
        fields.Spare(11);
    }
}
