namespace Fourfold.Codecs.CursorOnTarget;

/// <summary>Why bytes did not become an event.</summary>
/// <remarks>The values are dense from 0 and index <see cref="CotReader.Faults"/>.</remarks>
public enum CotFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>Bytes before, between or after events that are neither space nor an XML declaration.</summary>
    Junk,

    /// <summary>An event above <see cref="CotLimits.MaxEventBytes"/>.</summary>
    TooLong,

    /// <summary>The source ended within an event.</summary>
    Truncated,

    /// <summary>Not well-formed XML, with a document type, or nested beyond <see cref="CotLimits.MaxDepth"/>.</summary>
    Malformed,

    /// <summary>The root is not <c>event</c>, or its version is not 2.</summary>
    NotAnEvent,

    /// <summary>An attribute or the point is missing, or a value cannot be read or is out of range.</summary>
    ValueInvalid,
}

/// <summary>What a reader accepts at most.</summary>
public static class CotLimits
{
    /// <summary>Bytes of an event.</summary>
    public const int MaxEventBytes = 64 * 1024;

    /// <summary>Elements within each other.</summary>
    public const int MaxDepth = 32;

    /// <summary>Characters of an attribute or of the remarks; longer ones are cut.</summary>
    public const int MaxTextCharacters = 4096;
}
