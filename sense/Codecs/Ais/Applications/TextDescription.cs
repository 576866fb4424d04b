namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/29 to all, 1/30 to one: text that belongs to another message. 10 bits and the text.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 15 and 16.</remarks>
public record struct TextDescription : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "text_description"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, isAddressed ? 30 : 29);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 30 or 29);

    /// <summary>Number of the message it describes, 1–1023.</summary>
    public int? Linkage { get; set; }

    /// <summary>The text.</summary>
    public ApplicationText Text { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Linkage = fields.UInt("linkage"u8, 10, Linkage, least: 1, absent: 0);
        Text = fields.Text("text"u8, Text, 0);
    }
}
