namespace Fourfold.Codecs.Asterix.Targets;

/// <summary>Who sent a record: item 010 of every category.</summary>
/// <param name="Area">System area code (SAC), assigned by EUROCONTROL to a country or region.</param>
/// <param name="System">System identification code (SIC), assigned within the area.</param>
public readonly record struct AsterixSource(byte Area, byte System)
{
    internal static AsterixSource Of(ushort raw) => new((byte)(raw >> 8), (byte)raw);
}
