namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One ship of <see cref="SeawayLockOrder"/>. 120 bits.</summary>
public record struct SeawayLockage : IFieldGroup
{
    /// <summary>Her name.</summary>
    public ApplicationText Vessel { get; set; }

    /// <summary>Upbound (true) or downbound.</summary>
    public bool? IsUpbound { get; set; }

    /// <summary>Estimated arrival, UTC.</summary>
    public AisEta? Arrival { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Vessel = fields.Text("vessel"u8, Vessel, 15);
        IsUpbound = fields.Flag("upbound"u8, IsUpbound);
        Arrival = fields.Moment("arrival"u8, Arrival);
        fields.Spare(9);
    }
}
