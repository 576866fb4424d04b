namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/2, type 6: asks a station for one application's message. 16 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 5, §3.2 (international function message 2).</remarks>
public record struct FunctionInterrogation : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "function_interrogation"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 2);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 2);

    /// <summary>Area code asked for, 0–1023.</summary>
    public int? RequestedArea { get; set; }

    /// <summary>Function identifier asked for, 0–63.</summary>
    public int? RequestedFunction { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        RequestedArea = fields.UInt("requested_area"u8, 10, RequestedArea);
        RequestedFunction = fields.UInt("requested_function"u8, 6, RequestedFunction);
    }
}
