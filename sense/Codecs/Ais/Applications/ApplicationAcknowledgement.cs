namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/5, type 6: tells whether the receiver's application took a message. 80 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 5, §3.5 (international function message 5).</remarks>
public record struct ApplicationAcknowledgement : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "application_acknowledgement"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 5);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 5);

    /// <summary>Area code of the message that is acknowledged, 0–1023.</summary>
    public int? AcknowledgedArea { get; set; }

    /// <summary>Its function identifier, 0–63.</summary>
    public int? AcknowledgedFunction { get; set; }

    /// <summary>Its text sequence number, 1–2047; null when not available (0).</summary>
    public int? Sequence { get; set; }

    /// <summary>The receiver has the application.</summary>
    public bool? IsApplicationAvailable { get; set; }

    /// <summary>
    /// 0 cannot respond, 1 received, 2 received and will be answered later, 3 received but lost, 4 refused; 5–7
    /// reserved.
    /// </summary>
    public int? Response { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        AcknowledgedArea = fields.UInt("acknowledged_area"u8, 10, AcknowledgedArea);
        AcknowledgedFunction = fields.UInt("acknowledged_function"u8, 6, AcknowledgedFunction);
        Sequence = fields.UInt("sequence"u8, 11, Sequence, least: 1, absent: 0);
        IsApplicationAvailable = fields.Flag("application_available"u8, IsApplicationAvailable);
        Response = fields.UInt("response"u8, 3, Response);
        fields.Spare(49);
    }
}
