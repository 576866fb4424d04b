using Fourfold.Codecs.Ais.Applications;

namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Groups of fields that several types share, in the order the standard sends them.</summary>
internal static class AisFieldWriting
{
    private const int LongitudeUnavailable = 181 * 600_000;
    private const int LatitudeUnavailable = 91 * 600_000;

    public static void Header(this ref AisBitWriter writer, int type, int repeat, uint mmsi)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mmsi, (1u << 30) - 1);
        writer.UInt(6, (uint)type);
        writer.UInt(2, (uint)repeat);
        writer.UInt(30, mmsi);
    }

    /// <summary>All that stands before the data of types 6, 8, 25 and 26.</summary>
    public static void BinaryHeader(
        this ref AisBitWriter writer,
        int type,
        int repeat,
        uint mmsi,
        int? destination,
        int sequence,
        bool isRetransmitted,
        AisApplicationId? application
    )
    {
        if (type is not (6 or 8 or 25 or 26))
        {
            throw new ArgumentOutOfRangeException(nameof(type), type, "no binary message");
        }
        if (type is 6 or 8 && (application is null || (type == 6 && destination is null)))
        {
            throw new ArgumentException("types 6 and 8 need an application, type 6 an addressee", nameof(application));
        }
        writer.Header(type, repeat, mmsi);
        if (type is 6 or 8)
        {
            writer.UInt(2, type == 6 ? (uint)sequence : 0);
        }
        else
        {
            writer.Flag(destination is not null);
            writer.Flag(application is not null);
        }
        if (type != 8 && destination is { } addressee)
        {
            writer.UInt(30, (uint)addressee);
        }
        if (type == 6)
        {
            writer.Flag(isRetransmitted);
            writer.UInt(1, 0);
        }
        if (application is { } id)
        {
            writer.UInt(10, (uint)id.AreaCode);
            writer.UInt(6, (uint)id.FunctionId);
        }
    }

    public static void Speed(this ref AisBitWriter writer, double? knots) =>
        writer.Clamped(10, knots * 10, absent: 1023, most: 1022);

    public static void Position(this ref AisBitWriter writer, AisPosition? position)
    {
        writer.Int(28, position?.LongitudeRaw ?? LongitudeUnavailable);
        writer.Int(27, position?.LatitudeRaw ?? LatitudeUnavailable);
    }

    /// <summary>18 and 17 bits in 1/10 minute.</summary>
    public static void CoarsePosition(this ref AisBitWriter writer, AisPosition? position)
    {
        writer.Int(18, Rounded(position?.LongitudeRaw ?? LongitudeUnavailable, 1000));
        writer.Int(17, Rounded(position?.LatitudeRaw ?? LatitudeUnavailable, 1000));
    }

    public static void Course(this ref AisBitWriter writer, double? degrees) =>
        writer.UInt(12, degrees is { } known ? (uint)Math.Round(Turned(known) * 10) % 3600 : 3600);

    public static void Heading(this ref AisBitWriter writer, double? degrees) =>
        writer.UInt(9, degrees is { } known ? (uint)Math.Round(Turned(known)) % 360 : 511);

    public static void Timestamp(this ref AisBitWriter writer, AisTimestamp? timestamp) =>
        writer.UInt(6, timestamp?.Raw ?? 60u);

    public static void Dimensions(this ref AisBitWriter writer, AisDimensions? dimensions)
    {
        writer.Clamped(9, dimensions?.ToBow, absent: 0, most: 511);
        writer.Clamped(9, dimensions?.ToStern, absent: 0, most: 511);
        writer.Clamped(6, dimensions?.ToPort, absent: 0, most: 63);
        writer.Clamped(6, dimensions?.ToStarboard, absent: 0, most: 63);
    }

    public static void Eta(this ref AisBitWriter writer, AisEta? eta)
    {
        writer.UInt(4, (uint)(eta?.Month ?? 0));
        writer.UInt(5, (uint)(eta?.Day ?? 0));
        writer.UInt(5, (uint)(eta?.Hour ?? 24));
        writer.UInt(6, (uint)(eta?.Minute ?? 60));
    }

    /// <summary>19 bits; SOTDMA with nothing to say when null.</summary>
    public static void Communication(this ref AisBitWriter writer, CommunicationState? state) =>
        writer.UInt(19, (uint)(state?.Raw ?? 0));

    /// <summary>The selector bit and 19 bits.</summary>
    public static void SelectedCommunication(this ref AisBitWriter writer, CommunicationState? state)
    {
        writer.Flag(state?.IsItdma);
        writer.UInt(19, (uint)(state?.Raw ?? 0));
    }

    private static double Turned(double degrees) => (degrees % 360 + 360) % 360;

    private static int Rounded(int value, int unit) => (int)Math.Round((double)value / unit);
}
