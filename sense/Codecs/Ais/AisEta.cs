namespace Fourfold.Codecs.Ais;

/// <summary>A month, day, hour and minute in UTC without a year; what the sender left out is null.</summary>
/// <param name="Month">1–12; null when not available (0) or out of range.</param>
/// <param name="Day">1–31; null when not available (0).</param>
/// <param name="Hour">0–23; null when not available (24) or out of range.</param>
/// <param name="Minute">0–59; null when not available (60) or out of range.</param>
/// <remarks>ITU-R M.1371-5, Annex 8, Table 52, "ETA".</remarks>
public readonly record struct AisEta(int? Month, int? Day, int? Hour, int? Minute)
{
    /// <summary>20 bits: month, day, hour, minute; null when absent or when nothing is given.</summary>
    internal static AisEta? Read(AisBits bits, int offset)
    {
        if (!bits.Has(offset, 20))
        {
            return null;
        }
        var (month, day) = (bits.UInt(offset, 4), bits.UInt(offset + 4, 5));
        var (hour, minute) = (bits.UInt(offset + 9, 5), bits.UInt(offset + 14, 6));
        var eta = new AisEta(
            month is >= 1 and <= 12 ? (int)month : null,
            day >= 1 ? (int)day : null,
            hour < 24 ? (int)hour : null,
            minute < 60 ? (int)minute : null
        );
        return eta == default ? null : eta;
    }
}
