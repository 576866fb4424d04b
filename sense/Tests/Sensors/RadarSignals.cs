using Fourfold.Codecs.Asterix.Categories;
using Fourfold.Codecs.Asterix.Encoding;

namespace Fourfold.Sense.Tests.Sensors;

/// <summary>Messages of a radar, as bytes.</summary>
internal static class RadarSignals
{
    public const int AreaCode = 46;
    public const int SystemCode = 7;

    /// <summary>A block with one target report of category 048.</summary>
    public static byte[] Plot(
        DateTimeOffset at,
        double rangeMetres,
        double azimuthDegrees,
        int system = SystemCode,
        int type = 1,
        bool isSimulated = false,
        bool isTest = false
    )
    {
        var radar = new AsterixEncoder(Cat048.Edition131);
        radar["010"].Set("SAC", AreaCode).Set("SIC", system);
        radar["140"].Set(Seconds(at));
        radar["020"].SetRaw("TYP", type).SetRaw("SIM", isSimulated ? 1 : 0);
        if (isTest)
            radar["020"].SetRaw("TST", 1);
        radar["040"].Set("RHO", rangeMetres / 1852).Set("THETA", azimuthDegrees);
        Xunit.Assert.True(radar.TryEndRecord());
        return radar.Block.ToArray();
    }

    /// <summary>A block with one target report of category 010, of a radar that measures how long what it shows is.</summary>
    public static byte[] SurfacePlot(DateTimeOffset at, double rangeMetres, double azimuthDegrees, int length)
    {
        var radar = new AsterixEncoder(Cat010.Edition11);
        radar["010"].Set("SAC", AreaCode).Set("SIC", SystemCode);
        radar["000"].SetRaw("", 1);
        radar["020"].SetRaw("TYP", 3);
        radar["140"].Set(Seconds(at));
        radar["040"].Set("RHO", rangeMetres).Set("TH", azimuthDegrees);
        radar["270"].Set("LENGTH", length);
        Xunit.Assert.True(radar.TryEndRecord());
        return radar.Block.ToArray();
    }

    /// <summary>A north mark of category 034 that says how long a turn takes.</summary>
    public static byte[] North(DateTimeOffset at, double periodSeconds)
    {
        var radar = new AsterixEncoder(Cat034.Edition129);
        radar["010"].Set("SAC", AreaCode).Set("SIC", SystemCode);
        radar["000"].SetRaw("", 1);
        radar["030"].Set(Seconds(at));
        radar["041"].Set(periodSeconds);
        Xunit.Assert.True(radar.TryEndRecord());
        return radar.Block.ToArray();
    }

    /// <summary>A block with one system track of category 062.</summary>
    public static byte[] Track(
        DateTimeOffset at,
        int number,
        double latitude,
        double longitude,
        double east,
        double north,
        int? length = null
    )
    {
        var tracker = new AsterixEncoder(Cat062.Edition119);
        tracker["010"].Set("SAC", AreaCode).Set("SIC", SystemCode);
        tracker["040"].SetRaw("", number);
        tracker["070"].Set(Seconds(at));
        tracker["080"].SetRaw("SIM", 0);
        tracker["105"].Set("LAT", latitude).Set("LON", longitude);
        tracker["185"].Set("VX", east).Set("VY", north);
        if (length is { } metres)
            tracker["270"].Set("LENGTH", metres);
        Xunit.Assert.True(tracker.TryEndRecord());
        return tracker.Block.ToArray();
    }

    // In steps of 1/128.
    private static double Seconds(DateTimeOffset at) =>
        Math.Floor((at.UtcDateTime - at.UtcDateTime.Date).TotalSeconds * 128) / 128;
}
