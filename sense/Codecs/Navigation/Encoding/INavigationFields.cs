namespace Fourfold.Codecs.Navigation.Encoding;

/// <summary>The fields of one sentence, in the units of the view that reads them back. Null leaves a field empty.</summary>
public interface INavigationFields
{
    /// <summary>Writes formatter and fields.</summary>
    void Write(ref SentenceWriter writer);
}
