using Fourfold.Codecs.Ais;
using Fourfold.Sense.Vessels;

namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>What AIS messages 5, 19, 21 and 24 say of the vessel itself.</summary>
internal static class AisStatics
{
    /// <summary>Reads one; false for other types and for an impossible MMSI.</summary>
    public static bool TryRead(AisBits bits, DateTimeOffset at, bool simulated, out StaticReport report)
    {
        var mmsi = bits.UInt(8, 30);
        report =
            mmsi is 0 or > 999_999_999 ? default
            : StaticVoyageData.TryRead(bits, out var voyage) ? Of(voyage)
            : ExtendedClassBReport.TryRead(bits, out var extended) ? Of(extended)
            : AidToNavigationReport.TryRead(bits, out var aid) ? Of(aid)
            : StaticDataReport.TryRead(bits, out var data) ? Of(data)
            : default;
        if (report.Source == StaticSource.None)
            return false;
        report = report with { Mmsi = (int)mmsi, At = at, Simulated = simulated };
        return true;
    }

    private static StaticReport Of(StaticVoyageData data) =>
        new()
        {
            Source = StaticSource.Voyage,
            Name = data.Name.ToStringOrNull(),
            CallSign = data.CallSign.ToStringOrNull(),
            Imo = data.ImoNumber is { } imo and >= 1_000_000 and <= 9_999_999 ? imo : null,
            ShipType = data.ShipType,
            Size = SizeOf(data.Dimensions),
            Destination = data.Destination.ToStringOrNull(),
            Eta = data.Eta is { } eta ? new VoyageEta(eta.Month, eta.Day, eta.Hour, eta.Minute) : null,
            DraughtMetres = data.DraughtMetres,
        };

    private static StaticReport Of(ExtendedClassBReport data) =>
        new()
        {
            Source = StaticSource.ClassB,
            Name = data.Name.ToStringOrNull(),
            ShipType = data.ShipType,
            Size = SizeOf(data.Dimensions),
        };

    private static StaticReport Of(AidToNavigationReport data) =>
        new()
        {
            Source = StaticSource.Aid,
            Name = data.Name,
            Size = SizeOf(data.Dimensions),
        };

    private static StaticReport Of(StaticDataReport data) =>
        new()
        {
            Source = StaticSource.ClassB,
            Name = data.Name.ToStringOrNull(),
            CallSign = data.CallSign.ToStringOrNull(),
            ShipType = data.ShipType,
            Size = SizeOf(data.Dimensions),
        };

    private static HullSize? SizeOf(AisDimensions? dimensions) =>
        dimensions is { Length: > 0 } known ? new HullSize(known.Length, known.Beam) : null;
}
