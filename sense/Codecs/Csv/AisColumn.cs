namespace Fourfold.Codecs.Csv;

/// <summary>What a column of an AIS table holds, whatever the table calls it.</summary>
internal enum AisColumn
{
    None = 0,
    Mmsi,
    Time,
    Latitude,
    Longitude,
    Speed,
    Course,
    Heading,
    Turn,
    Name,
    Imo,
    CallSign,
    ShipType,
    Status,
    Length,
    Width,
    Draught,
    Cargo,
    Mobile,
    FixType,
    Destination,
    Eta,
    Source,
    ToBow,
    ToStern,
    ToPort,
    ToStarboard,
}

/// <summary>Knows columns by their names.</summary>
internal static class AisColumns
{
    public const int Count = (int)AisColumn.ToStarboard + 1;

    // Names as MarineCadastre (before and since 2024) and the Danish Maritime Authority write them, letters and digits only.
    private static readonly Dictionary<string, AisColumn> ByName = new(StringComparer.Ordinal)
    {
        ["mmsi"] = AisColumn.Mmsi,
        ["basedatetime"] = AisColumn.Time,
        ["timestamp"] = AisColumn.Time,
        ["lat"] = AisColumn.Latitude,
        ["latitude"] = AisColumn.Latitude,
        ["lon"] = AisColumn.Longitude,
        ["longitude"] = AisColumn.Longitude,
        ["sog"] = AisColumn.Speed,
        ["cog"] = AisColumn.Course,
        ["heading"] = AisColumn.Heading,
        ["rot"] = AisColumn.Turn,
        ["vesselname"] = AisColumn.Name,
        ["name"] = AisColumn.Name,
        ["imo"] = AisColumn.Imo,
        ["callsign"] = AisColumn.CallSign,
        ["vesseltype"] = AisColumn.ShipType,
        ["shiptype"] = AisColumn.ShipType,
        ["status"] = AisColumn.Status,
        ["navigationalstatus"] = AisColumn.Status,
        ["length"] = AisColumn.Length,
        ["width"] = AisColumn.Width,
        ["draft"] = AisColumn.Draught,
        ["draught"] = AisColumn.Draught,
        ["cargo"] = AisColumn.Cargo,
        ["cargotype"] = AisColumn.Cargo,
        ["transceiver"] = AisColumn.Mobile,
        ["transceiverclass"] = AisColumn.Mobile,
        ["typeofmobile"] = AisColumn.Mobile,
        ["typeofpositionfixingdevice"] = AisColumn.FixType,
        ["destination"] = AisColumn.Destination,
        ["eta"] = AisColumn.Eta,
        ["datasourcetype"] = AisColumn.Source,
        ["a"] = AisColumn.ToBow,
        ["b"] = AisColumn.ToStern,
        ["c"] = AisColumn.ToPort,
        ["d"] = AisColumn.ToStarboard,
    };

    /// <summary>Case, spaces, underscores, <c>#</c> and a byte order mark do not matter.</summary>
    public static AisColumn Find(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[32];
        var count = 0;
        foreach (var one in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)one))
            {
                continue;
            }
            if (count == letters.Length)
            {
                return AisColumn.None;
            }
            letters[count++] = char.ToLowerInvariant((char)one);
        }
        return ByName.GetValueOrDefault(letters[..count].ToString());
    }
}
