namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Name of a site. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.6.</remarks>
public record struct SensorStation : IFieldGroup
{
    /// <summary>The name.</summary>
    public ApplicationText StationName { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        StationName = fields.Text("station_name"u8, StationName, 14);
    }
}
