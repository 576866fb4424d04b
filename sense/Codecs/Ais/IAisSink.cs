using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Ais;

/// <summary>Receives what an <see cref="AisReader"/> finds, in the order of the bytes. What is passed lives only during the call.</summary>
/// <remarks>No method has a default body: calling one on a struct would box it, once a sentence.</remarks>
public interface IAisSink
{
    /// <summary>A whole AIS message.</summary>
    void Message(in AisMessage message);

    /// <summary>A sentence that is not VDM or VDO: navigation, radar targets, proprietary ones.</summary>
    void Sentence(in NmeaSentence sentence);

    /// <summary>What was refused, and why.</summary>
    void Dropped(in NmeaDrop drop);
}
