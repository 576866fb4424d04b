namespace Fourfold.Codecs.Nmea;

/// <summary>Receives what an <see cref="NmeaReader"/> finds, in the order of the bytes. What is passed lives only during the call.</summary>
public interface INmeaSink
{
    /// <summary>A sentence, any talker and formatter.</summary>
    void Sentence(in NmeaSentence sentence);

    /// <summary>Bytes that gave no sentence, or a sentence or tag block that was refused.</summary>
    void Dropped(in NmeaDrop drop);
}
