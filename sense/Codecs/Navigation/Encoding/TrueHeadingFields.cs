namespace Fourfold.Codecs.Navigation.Encoding;

/// <summary>Fields of HDT.</summary>
/// <param name="HeadingDegrees">Degrees from true north, 0–360; null when not available.</param>
public readonly record struct TrueHeadingFields(double? HeadingDegrees) : INavigationFields
{
    /// <inheritdoc/>
    public void Write(ref SentenceWriter writer)
    {
        writer.Formatter("HDT");
        writer.Number(HeadingDegrees, 1);
        writer.Letter('T');
    }
}
