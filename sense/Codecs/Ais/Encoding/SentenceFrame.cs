namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>What goes around a payload when it is written as sentences.</summary>
public readonly record struct SentenceFrame()
{
    /// <summary>Two characters: <c>AI</c> mobile station, <c>AB</c> or <c>BS</c> base station.</summary>
    public string Talker { get; init; } = "AI";

    /// <summary>VDO, what the own ship sent, in place of VDM.</summary>
    public bool IsOwnShip { get; init; }

    /// <summary><c>A</c> or <c>B</c>; NUL leaves the field empty.</summary>
    public char Channel { get; init; } = 'A';

    /// <summary>Tag block <c>s</c>, at most 15 characters without <c>,</c> <c>*</c> <c>\</c>; null leaves it out.</summary>
    public string? Station { get; init; }

    /// <summary>Tag block <c>c</c>, milliseconds since 1970, written as such unless they are whole seconds; null leaves it out.</summary>
    public long? TimeUnixMs { get; init; }

    /// <summary>Tag block <c>g</c> on the fragments of a message, its identifier; null leaves it out.</summary>
    public int? GroupId { get; init; }
}
