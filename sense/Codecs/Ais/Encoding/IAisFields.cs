namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>The fields of one message, in the units of the view that reads them back. Null is written as "not available".</summary>
public interface IAisFields
{
    /// <summary>Writes the whole payload.</summary>
    void Write(ref AisBitWriter writer);
}
