namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/1, type 6: acknowledges a text of 1/0, as the first edition of the standard had it. 24 bits.</summary>
/// <remarks>ITU-R M.1371-1, Annex 5, international function message 1.</remarks>
public record struct TelegramAcknowledgement : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "telegram_acknowledgement"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 1);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 1);

    /// <summary>Area code of the message that is acknowledged, 0–1023.</summary>
    public int? AcknowledgedArea { get; set; }

    /// <summary>Its number, 1–2047; null when not available (0).</summary>
    public int? Sequence { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        AcknowledgedArea = fields.UInt("acknowledged_area"u8, 10, AcknowledgedArea);
        Sequence = fields.UInt("sequence"u8, 11, Sequence, least: 1, absent: 0);
        fields.Spare(3);
    }
}
