namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Whether a function is known. 2 bits.</summary>
public record struct FunctionCapability : IFieldGroup
{
    /// <summary>The station knows it.</summary>
    public bool? IsAvailable { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        IsAvailable = fields.Flag("available"u8, IsAvailable);
        fields.Spare(1);
    }
}
