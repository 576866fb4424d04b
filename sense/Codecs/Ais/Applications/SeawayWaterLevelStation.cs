namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One station of <see cref="SeawayWaterLevel"/>. 144 bits.</summary>
public record struct SeawayWaterLevelStation : IFieldGroup
{
    /// <summary>When it was measured, UTC.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Identifier of the station.</summary>
    public ApplicationText Station { get; set; }

    /// <summary>Where it stands.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>The level is the depth of water (true) or over <see cref="Datum"/>.</summary>
    public bool? IsWaterDepth { get; set; }

    /// <summary>The level, centimetres.</summary>
    public int? LevelCentimetres { get; set; }

    /// <summary>0 MLLW, 1 IGLD-85; 2, 3 reserved.</summary>
    public int? Datum { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Time = fields.Moment("utc"u8, Time);
        Station = fields.Text("station"u8, Station, 7);
        Position = fields.Position(Position, PositionForm.Medium);
        IsWaterDepth = fields.Flag("water_depth"u8, IsWaterDepth);
        LevelCentimetres = fields.Int(
            "level_centimetres"u8,
            16,
            LevelCentimetres,
            least: -32767,
            most: 32767,
            absent: -32768
        );
        Datum = fields.UInt("datum"u8, 2, Datum);
        fields.Spare(14);
    }
}
