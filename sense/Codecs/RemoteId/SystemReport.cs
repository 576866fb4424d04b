using System.Buffers.Binary;

namespace Fourfold.Codecs.RemoteId;

/// <summary>Where the position of the operator comes from.</summary>
public enum OperatorPlace
{
    /// <summary>The place of take-off.</summary>
    TakeOff = 0,

    /// <summary>The operator's own, moving.</summary>
    Live = 1,

    /// <summary>A fixed place.</summary>
    Fixed = 2,
}

/// <summary>Type 4: where the operator is, and the area of a flight or of a swarm. What is not known is null.</summary>
/// <remarks>
/// ASTM F3411-22a, §5.4.5.12, table 9. The position of a person: keep it no longer than the purpose needs.
/// </remarks>
public readonly record struct SystemReport
{
    private const int RadiusStep = 10;

    /// <summary>Where the position comes from.</summary>
    public OperatorPlace Place { get; init; }

    /// <summary>Rules of which region classify the aircraft: 0 undeclared, 1 European Union.</summary>
    public byte Classification { get; init; }

    /// <summary>Where the operator is.</summary>
    public RemoteIdPosition? OperatorPosition { get; init; }

    /// <summary>Altitude of the operator above the WGS 84 ellipsoid, metres, in steps of 0.5.</summary>
    public double? OperatorAltitudeMetres { get; init; }

    /// <summary>Aircraft in the area, 1–65,535.</summary>
    public int AreaCount { get; init; }

    /// <summary>Radius of the area, metres, 0–2,550 in steps of 10.</summary>
    public int AreaRadiusMetres { get; init; }

    /// <summary>Ceiling of the area above the WGS 84 ellipsoid, metres, in steps of 0.5.</summary>
    public double? AreaCeilingMetres { get; init; }

    /// <summary>Floor of the area above the WGS 84 ellipsoid, metres, in steps of 0.5.</summary>
    public double? AreaFloorMetres { get; init; }

    /// <summary>European category: 0 undeclared, 1 open, 2 specific, 3 certified.</summary>
    public byte EuropeanCategory { get; init; }

    /// <summary>European class: 0 undeclared, 1 to 7 for class C0 to C6.</summary>
    public byte EuropeanClass { get; init; }

    /// <summary>When the message was made, whole seconds from 2019 on.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Reads a message; false when it is of another type or cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SystemReport report)
    {
        report = default;
        if (!RemoteIdMessage.Is(bytes, RemoteIdType.System))
        {
            return false;
        }
        report = new SystemReport
        {
            Place = (OperatorPlace)(bytes[1] & 3),
            Classification = (byte)((bytes[1] >> 2) & 7),
            OperatorPosition = RemoteIdPosition.Read(bytes[2..]),
            AreaCount = BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]),
            AreaRadiusMetres = bytes[12] * RadiusStep,
            AreaCeilingMetres = RemoteIdUnits.Altitude(bytes[13..]),
            AreaFloorMetres = RemoteIdUnits.Altitude(bytes[15..]),
            EuropeanCategory = (byte)(bytes[17] >> 4),
            EuropeanClass = (byte)(bytes[17] & 15),
            OperatorAltitudeMetres = RemoteIdUnits.Altitude(bytes[18..]),
            Time = RemoteIdUnits.Time(bytes[20..]),
        };
        return true;
    }

    /// <summary>Writes 25 octets.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int Write(Span<byte> destination)
    {
        var message = RemoteIdMessage.Begin(destination, RemoteIdType.System);
        message[1] = (byte)(((Classification & 7) << 2) | ((int)Place & 3));
        RemoteIdPosition.Write(OperatorPosition, message[2..]);
        BinaryPrimitives.WriteUInt16LittleEndian(message[10..], (ushort)Math.Clamp(AreaCount, 0, ushort.MaxValue));
        message[12] = (byte)Math.Clamp(AreaRadiusMetres / RadiusStep, 0, byte.MaxValue);
        RemoteIdUnits.WriteAltitude(AreaCeilingMetres, message[13..]);
        RemoteIdUnits.WriteAltitude(AreaFloorMetres, message[15..]);
        message[17] = (byte)((EuropeanCategory << 4) | (EuropeanClass & 15));
        RemoteIdUnits.WriteAltitude(OperatorAltitudeMetres, message[18..]);
        RemoteIdUnits.WriteTime(Time, message[20..]);
        return RemoteIdMessage.Octets;
    }
}
