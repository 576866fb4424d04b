namespace Fourfold.Codecs.Ais.Applications;

/// <summary>The door to the applications that binary messages of types 6, 8, 25 and 26 carry.</summary>
public static class AisApplication
{
    /// <summary>Takes a binary message's application identifier and data.</summary>
    /// <returns>False when the message is of another type, carries no identifier, or ends within it.</returns>
    public static bool TryGet(AisBits message, out AisApplicationId id, out AisBinaryData data)
    {
        int? area;
        int? function;
        if (BroadcastBinaryMessage.TryRead(message, out var broadcast))
        {
            (area, function) = (broadcast.AreaCode, broadcast.FunctionId);
            data = broadcast.Data;
        }
        else if (AddressedBinaryMessage.TryRead(message, out var addressed))
        {
            (area, function) = (addressed.AreaCode, addressed.FunctionId);
            data = addressed.Data;
        }
        else if (SlotBinaryMessage.TryRead(message, out var slots))
        {
            (area, function) = (slots.AreaCode, slots.FunctionId);
            data = slots.Data;
        }
        else
        {
            (area, function) = (null, null);
            data = default;
        }
        id = new AisApplicationId(area ?? 0, function ?? 0);
        return area is not null && function is not null;
    }

    /// <summary>Reads an application's fields from a binary message.</summary>
    /// <returns>False when the message carries another application or none.</returns>
    public static bool TryRead<T>(AisBits message, out T application)
        where T : struct, IAisApplication, allows ref struct
    {
        T read = default;
        application = read;
        if (!TryGet(message, out var id, out var data) || data.Length == 0 || !T.Matches(id, data))
        {
            return false;
        }
        var reader = new FieldReader(data.Bits, data.Offset, data.Offset + data.Length);
        read.Visit(ref reader);
        application = read;
        return true;
    }

    /// <summary>Hands every field of a known application to a visitor, name first.</summary>
    /// <returns>False when the message carries none that is known; nothing was visited then.</returns>
    internal static bool Visit<TVisitor>(AisBits message, ref TVisitor visitor)
        where TVisitor : struct, IApplicationPrinter, allows ref struct
    {
        if (!TryGet(message, out var id, out _))
        {
            return false;
        }
        return id.AreaCode switch
        {
            1 => International(message, id.FunctionId, ref visitor),
            200 => Inland(message, id.FunctionId, ref visitor),
            0 => Print<BuoyMonitoring, TVisitor>(message, ref visitor),
            235 or 250 => Print<AidMonitoring, TVisitor>(message, ref visitor),
            265 => Print<RouteExchange, TVisitor>(message, ref visitor),
            316 or 366 or 367 => NorthAmerican(message, ref visitor),
            _ => false,
        };
    }

    private static bool International<TVisitor>(AisBits message, int function, ref TVisitor visitor)
        where TVisitor : struct, IApplicationPrinter, allows ref struct =>
        function switch
        {
            0 => Print<TextTelegram, TVisitor>(message, ref visitor),
            1 => Print<TelegramAcknowledgement, TVisitor>(message, ref visitor),
            2 => Print<FunctionInterrogation, TVisitor>(message, ref visitor),
            3 => Print<CapabilityInterrogation, TVisitor>(message, ref visitor),
            4 => Print<CapabilityReply, TVisitor>(message, ref visitor),
            5 => Print<ApplicationAcknowledgement, TVisitor>(message, ref visitor),
            11 => Print<LegacyMeteorologicalData, TVisitor>(message, ref visitor),
            12 => Print<LegacyDangerousCargo, TVisitor>(message, ref visitor),
            13 => Print<FairwayClosed, TVisitor>(message, ref visitor),
            14 => Print<LegacyTidalWindows, TVisitor>(message, ref visitor),
            15 => Print<LegacyShipData, TVisitor>(message, ref visitor),
            16 or 40 => Print<PersonsOnBoard, TVisitor>(message, ref visitor)
                || Print<SyntheticTargets, TVisitor>(message, ref visitor),
            17 => Print<SyntheticTargets, TVisitor>(message, ref visitor),
            18 => Print<ClearanceTime, TVisitor>(message, ref visitor),
            19 => Print<MarineTrafficSignal, TVisitor>(message, ref visitor),
            20 => Print<BerthingData, TVisitor>(message, ref visitor),
            21 => Print<ShipWeather, TVisitor>(message, ref visitor)
                || Print<WmoShipWeather, TVisitor>(message, ref visitor),
            22 or 23 => Print<AreaNotice, TVisitor>(message, ref visitor),
            24 => Print<ExtendedShipData, TVisitor>(message, ref visitor),
            25 => Print<DangerousCargo, TVisitor>(message, ref visitor),
            26 => Print<EnvironmentalReport, TVisitor>(message, ref visitor),
            27 or 28 => Print<RouteInformation, TVisitor>(message, ref visitor),
            29 or 30 => Print<TextDescription, TVisitor>(message, ref visitor),
            31 => Print<MeteorologicalData, TVisitor>(message, ref visitor),
            32 => Print<TidalWindows, TVisitor>(message, ref visitor),
            _ => false,
        };

    private static bool Inland<TVisitor>(AisBits message, int function, ref TVisitor visitor)
        where TVisitor : struct, IApplicationPrinter, allows ref struct =>
        function switch
        {
            10 => Print<InlandShipData, TVisitor>(message, ref visitor),
            21 => Print<LockArrival, TVisitor>(message, ref visitor),
            22 => Print<LockReply, TVisitor>(message, ref visitor),
            23 => Print<WeatherWarning, TVisitor>(message, ref visitor),
            24 => Print<WaterLevels, TVisitor>(message, ref visitor),
            25 => Print<BridgeClearance, TVisitor>(message, ref visitor),
            40 => Print<SignalStatus, TVisitor>(message, ref visitor),
            55 => Print<InlandPersons, TVisitor>(message, ref visitor),
            _ => false,
        };

    private static bool NorthAmerican<TVisitor>(AisBits message, ref TVisitor visitor)
        where TVisitor : struct, IApplicationPrinter, allows ref struct =>
        Print<SeawayWeather, TVisitor>(message, ref visitor)
        || Print<SeawayWind, TVisitor>(message, ref visitor)
        || Print<SeawayWaterLevel, TVisitor>(message, ref visitor)
        || Print<SeawayWaterFlow, TVisitor>(message, ref visitor)
        || Print<SeawayLockOrder, TVisitor>(message, ref visitor)
        || Print<SeawayLockTimes, TVisitor>(message, ref visitor)
        || Print<SeawayVersion, TVisitor>(message, ref visitor)
        || Print<CoastGuardAreaNotice, TVisitor>(message, ref visitor)
        || Print<GeographicNotice, TVisitor>(message, ref visitor)
        || Print<SatelliteShipWeather, TVisitor>(message, ref visitor)
        || Print<SmallSatelliteShipWeather, TVisitor>(message, ref visitor)
        || Print<TinySatelliteShipWeather, TVisitor>(message, ref visitor)
        || Print<CoastGuardEnvironment, TVisitor>(message, ref visitor);

    private static bool Print<T, TVisitor>(AisBits message, ref TVisitor visitor)
        where T : struct, IAisApplication, allows ref struct
        where TVisitor : struct, IApplicationPrinter, allows ref struct
    {
        if (!TryRead<T>(message, out var application))
        {
            return false;
        }
        visitor.Application(T.Name);
        application.Visit(ref visitor);
        return true;
    }
}
