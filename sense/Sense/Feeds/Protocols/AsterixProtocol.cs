using Fourfold.Sense.Sensors;

namespace Fourfold.Sense.Feeds.Protocols;

/// <summary><c>protocol=asterix</c>: plots and marks of radars (categories 001, 002, 010, 034, 048) and tracks of their trackers (062).</summary>
internal sealed class AsterixProtocol(SensorBook sensors) : IProtocol
{
    public string Name => "asterix";

    public bool IsBinary => true;

    public IDecoder Open(IDecoded into) => new AsterixDecoder(into, sensors);

    // A recording of datagrams has its times outside of them.
    public IRecordingClock? RecordingClock() => null;
}
