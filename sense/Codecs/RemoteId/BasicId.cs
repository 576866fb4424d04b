namespace Fourfold.Codecs.RemoteId;

/// <summary>What kind of identification a drone sends.</summary>
public enum UasIdType
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Serial number by ANSI/CTA-2063-A.</summary>
    SerialNumber = 1,

    /// <summary>Registration with a civil aviation authority.</summary>
    Registration = 2,

    /// <summary>UUID assigned by a traffic management (UTM) system: 16 octets, not text.</summary>
    UtmAssigned = 3,

    /// <summary>Identification of this flight only; its first octet says which kind.</summary>
    Session = 4,
}

/// <summary>What kind of aircraft it is.</summary>
public enum UasKind
{
    /// <summary>Not declared.</summary>
    Undeclared = 0,

    /// <summary>Aeroplane.</summary>
    Aeroplane = 1,

    /// <summary>Helicopter or multirotor.</summary>
    Rotorcraft = 2,

    /// <summary>Gyroplane.</summary>
    Gyroplane = 3,

    /// <summary>Takes off upright, flies on wings.</summary>
    HybridLift = 4,

    /// <summary>Flaps its wings.</summary>
    Ornithopter = 5,

    /// <summary>Glider.</summary>
    Glider = 6,

    /// <summary>Kite.</summary>
    Kite = 7,

    /// <summary>Free balloon.</summary>
    FreeBalloon = 8,

    /// <summary>Captive balloon.</summary>
    CaptiveBalloon = 9,

    /// <summary>Airship.</summary>
    Airship = 10,

    /// <summary>Free fall, parachute.</summary>
    Parachute = 11,

    /// <summary>Rocket.</summary>
    Rocket = 12,

    /// <summary>Tethered powered aircraft.</summary>
    Tethered = 13,

    /// <summary>Obstacle on the ground.</summary>
    GroundObstacle = 14,

    /// <summary>Other.</summary>
    Other = 15,
}

/// <summary>Type 0: who the aircraft is.</summary>
/// <remarks>ASTM F3411-22a, §5.4.5.8, table 5. Reading makes a string.</remarks>
public readonly record struct BasicId
{
    private const int IdOctets = 20;

    /// <summary>Kind of identification.</summary>
    public UasIdType IdType { get; init; }

    /// <summary>Kind of aircraft.</summary>
    public UasKind Kind { get; init; }

    /// <summary>The identification: at most 20 ASCII characters; of a UUID or session, 40 hexadecimal digits.</summary>
    public string Id { get; init; }

    private bool IsBinary => IdType is UasIdType.UtmAssigned or UasIdType.Session;

    /// <summary>Reads a message; false when it is of another type or cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out BasicId basic)
    {
        basic = default;
        if (!RemoteIdMessage.Is(bytes, RemoteIdType.BasicId))
        {
            return false;
        }
        basic = new BasicId { IdType = (UasIdType)(bytes[1] >> 4), Kind = (UasKind)(bytes[1] & 15) };
        var id = bytes.Slice(2, IdOctets);
        basic = basic with { Id = basic.IsBinary ? Convert.ToHexString(id) : RemoteIdUnits.Text(id) };
        return true;
    }

    /// <summary>Writes 25 octets.</summary>
    /// <exception cref="ArgumentException">The identification does not fit, or the destination is too short.</exception>
    public int Write(Span<byte> destination)
    {
        var message = RemoteIdMessage.Begin(destination, RemoteIdType.BasicId);
        message[1] = (byte)(((int)IdType << 4) | ((int)Kind & 15));
        var id = message.Slice(2, IdOctets);
        if (!IsBinary)
        {
            RemoteIdUnits.WriteText(Id ?? "", id);
        }
        else if (
            Id is not { Length: 2 * IdOctets }
            || Convert.FromHexString(Id, id, out _, out _) is not System.Buffers.OperationStatus.Done
        )
        {
            throw new ArgumentException($"'{Id}' is not {2 * IdOctets} hexadecimal digits", nameof(destination));
        }
        return RemoteIdMessage.Octets;
    }
}
