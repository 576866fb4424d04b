namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Which message is acknowledged.</summary>
/// <param name="Destination">MMSI of the station that sent it.</param>
/// <param name="Sequence">Its sequence number, 0–3.</param>
public readonly record struct Acknowledgement(int Destination, int Sequence)
{
    internal void Write(ref AisBitWriter writer)
    {
        writer.UInt(30, (uint)Destination);
        writer.UInt(2, (uint)Sequence);
    }
}
