namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/0, types 6 and 8: text with a number by which it is acknowledged. 12 bits and the text.</summary>
/// <remarks>ITU-R M.1371-5, Annex 5, §3.1 (international function message 0).</remarks>
public record struct TextTelegram : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "text_telegram"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 0);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 0);

    /// <summary>An acknowledgement is asked for; addressed messages only.</summary>
    public bool? IsAcknowledgementRequired { get; set; }

    /// <summary>Number of the text, 1–2047; null when not available (0).</summary>
    public int? Sequence { get; set; }

    /// <summary>The text.</summary>
    public ApplicationText Text { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        IsAcknowledgementRequired = fields.Flag("acknowledgement_required"u8, IsAcknowledgementRequired);
        Sequence = fields.UInt("sequence"u8, 11, Sequence, least: 1, absent: 0);
        Text = fields.Text("text"u8, Text, 0);
    }
}
