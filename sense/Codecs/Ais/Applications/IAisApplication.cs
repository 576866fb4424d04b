namespace Fourfold.Codecs.Ais.Applications;

/// <summary>What an application puts into a binary message of type 6, 8, 25 or 26.</summary>
/// <remarks>
/// A caller's own application may implement it too: <see cref="AisApplication.TryRead{T}"/> and the encoder take any.
/// </remarks>
public interface IAisApplication : IFieldGroup
{
    /// <summary>Its name in JSON and CSV, ASCII in snake case.</summary>
    static abstract ReadOnlySpan<byte> Name { get; }

    /// <summary>Under which identifier it is sent to one station, or to all.</summary>
    static abstract AisApplicationId IdFor(bool isAddressed);

    /// <summary>
    /// True when the data are of this application; some share an identifier and differ in their first bits or length.
    /// </summary>
    static abstract bool Matches(AisApplicationId id, AisBinaryData data);
}
