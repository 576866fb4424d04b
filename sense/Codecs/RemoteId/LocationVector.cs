using System.Buffers.Binary;

namespace Fourfold.Codecs.RemoteId;

/// <summary>What the aircraft says it is doing.</summary>
public enum FlightStatus
{
    /// <summary>Not declared.</summary>
    Undeclared = 0,

    /// <summary>On the ground.</summary>
    Ground = 1,

    /// <summary>In the air.</summary>
    Airborne = 2,

    /// <summary>In an emergency.</summary>
    Emergency = 3,

    /// <summary>Its Remote ID has failed.</summary>
    RemoteIdFailure = 4,
}

/// <summary>Type 1: where the aircraft is and how it moves. What is not known is null.</summary>
/// <remarks>ASTM F3411-22a, §5.4.5.9, table 6. Values are rounded to the message's steps when written.</remarks>
public readonly record struct LocationVector
{
    private const double FineStep = 0.25;
    private const double CoarseStep = 0.75;
    private const double CoarseFrom = 255 * FineStep;
    private const int UnknownDirection = 361;
    private const sbyte UnknownVertical = 126;

    // 62 m/s; beyond it, values are not the standard's.
    private const sbyte MostClimb = 124;

    /// <summary>What it is doing.</summary>
    public FlightStatus Status { get; init; }

    /// <summary>True when <see cref="HeightMetres"/> is above the ground, false when above the place of take-off.</summary>
    public bool IsHeightAboveGround { get; init; }

    /// <summary>Course over ground from true north, degrees, 0–359.</summary>
    public int? TrackDegrees { get; init; }

    /// <summary>Speed over ground, m/s, 0–254.25 in steps of 0.25, above 63.75 of 0.75; 254.25 means that or more.</summary>
    public double? SpeedMetresPerSecond { get; init; }

    /// <summary>Vertical speed, m/s, up positive, ±62 in steps of 0.5.</summary>
    public double? ClimbMetresPerSecond { get; init; }

    /// <summary>Where it is.</summary>
    public RemoteIdPosition? Position { get; init; }

    /// <summary>Altitude by pressure at 1013.25 hPa, metres, −999.5–31,767.5 in steps of 0.5.</summary>
    public double? PressureAltitudeMetres { get; init; }

    /// <summary>Altitude above the WGS 84 ellipsoid, metres, in steps of 0.5.</summary>
    public double? GeodeticAltitudeMetres { get; init; }

    /// <summary>Height, metres, in steps of 0.5; see <see cref="IsHeightAboveGround"/>.</summary>
    public double? HeightMetres { get; init; }

    /// <summary>Horizontal accuracy, 0 unknown; 1 to 12: better than 18,520, 7,408, 3,704, 1,852, 926, 555.6, 185.2, 92.6, 30, 10, 3, 1 m.</summary>
    public byte HorizontalAccuracy { get; init; }

    /// <summary>Vertical accuracy, 0 unknown; 1 to 6: better than 150, 45, 25, 10, 3, 1 m.</summary>
    public byte VerticalAccuracy { get; init; }

    /// <summary>Accuracy of the pressure altitude, coded as <see cref="VerticalAccuracy"/>.</summary>
    public byte PressureAccuracy { get; init; }

    /// <summary>Accuracy of the speed, 0 unknown; 1 to 4: better than 10, 3, 1, 0.3 m/s.</summary>
    public byte SpeedAccuracy { get; init; }

    /// <summary>Seconds since the last full hour UTC, 0–3,600 in steps of 0.1.</summary>
    public double? SecondsOfHour { get; init; }

    /// <summary>Accuracy of the time, seconds, 0.1–1.5.</summary>
    public double? TimeAccuracySeconds { get; init; }

    /// <summary>Reads a message; false when it is of another type or cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out LocationVector location)
    {
        location = default;
        if (!RemoteIdMessage.Is(bytes, RemoteIdType.Location))
        {
            return false;
        }
        var time = BinaryPrimitives.ReadUInt16LittleEndian(bytes[21..]);
        location = new LocationVector
        {
            Status = (FlightStatus)(bytes[1] >> 4),
            IsHeightAboveGround = (bytes[1] & 4) != 0,
            TrackDegrees = Track(bytes[2], (bytes[1] & 2) != 0),
            SpeedMetresPerSecond = Speed(bytes[3], (bytes[1] & 1) != 0),
            ClimbMetresPerSecond = (sbyte)bytes[4] is >= -MostClimb and <= MostClimb and var climb ? climb / 2.0 : null,
            Position = RemoteIdPosition.Read(bytes[5..]),
            PressureAltitudeMetres = RemoteIdUnits.Altitude(bytes[13..]),
            GeodeticAltitudeMetres = RemoteIdUnits.Altitude(bytes[15..]),
            HeightMetres = RemoteIdUnits.Altitude(bytes[17..]),
            VerticalAccuracy = (byte)(bytes[19] >> 4),
            HorizontalAccuracy = (byte)(bytes[19] & 15),
            PressureAccuracy = (byte)(bytes[20] >> 4),
            SpeedAccuracy = (byte)(bytes[20] & 15),
            SecondsOfHour = time <= 36_000 ? time / 10.0 : null,
            TimeAccuracySeconds = (bytes[23] & 15) is > 0 and var tenths ? tenths / 10.0 : null,
        };
        return true;
    }

    /// <summary>Writes 25 octets.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int Write(Span<byte> destination)
    {
        var message = RemoteIdMessage.Begin(destination, RemoteIdType.Location);
        var track = TrackDegrees is { } degrees ? (degrees % 360 + 360) % 360 : UnknownDirection;
        message[1] = (byte)(((int)Status << 4) | (IsHeightAboveGround ? 4 : 0) | (track >= 180 ? 2 : 0));
        message[2] = (byte)(track >= 180 ? track - 180 : track);
        WriteSpeed(message);
        var climb = ClimbMetresPerSecond is { } rate
            ? Math.Clamp(Math.Round(rate * 2), -MostClimb, MostClimb)
            : UnknownVertical;
        message[4] = (byte)(sbyte)climb;
        RemoteIdPosition.Write(Position, message[5..]);
        RemoteIdUnits.WriteAltitude(PressureAltitudeMetres, message[13..]);
        RemoteIdUnits.WriteAltitude(GeodeticAltitudeMetres, message[15..]);
        RemoteIdUnits.WriteAltitude(HeightMetres, message[17..]);
        message[19] = (byte)((VerticalAccuracy << 4) | (HorizontalAccuracy & 15));
        message[20] = (byte)((PressureAccuracy << 4) | (SpeedAccuracy & 15));
        var time = SecondsOfHour is { } seconds ? Math.Clamp(Math.Round(seconds * 10), 0, 36_000) : ushort.MaxValue;
        BinaryPrimitives.WriteUInt16LittleEndian(message[21..], (ushort)time);
        message[23] = (byte)Math.Clamp(Math.Round(TimeAccuracySeconds.GetValueOrDefault() * 10), 0, 15);
        return RemoteIdMessage.Octets;
    }

    private static int? Track(byte raw, bool isWest) =>
        raw + (isWest ? 180 : 0) is var degrees && degrees < 360 ? degrees : null;

    private static double? Speed(byte raw, bool isCoarse) =>
        !isCoarse ? raw * FineStep
        : raw == byte.MaxValue ? null
        : CoarseFrom + raw * CoarseStep;

    private void WriteSpeed(Span<byte> message)
    {
        if (SpeedMetresPerSecond is not { } speed)
        {
            (message[1], message[3]) = ((byte)(message[1] | 1), byte.MaxValue);
        }
        else if (speed <= CoarseFrom)
        {
            message[3] = (byte)Math.Clamp(Math.Round(speed / FineStep), 0, byte.MaxValue);
        }
        else
        {
            var raw = Math.Clamp(Math.Round((speed - CoarseFrom) / CoarseStep), 0, byte.MaxValue - 1);
            (message[1], message[3]) = ((byte)(message[1] | 1), (byte)raw);
        }
    }
}
