using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>How an aid to navigation comes to be on the air.</summary>
/// <remarks>ITU-R M.1371-6, Annex 7, §3.26, Table 84.</remarks>
public enum AidStationType
{
    /// <summary>On a real aid that floats.</summary>
    Floating = 0,

    /// <summary>On a real aid that stands fast.</summary>
    Fixed = 1,

    /// <summary>Sent from elsewhere for a real aid, at the position it should have.</summary>
    SyntheticPredicted = 2,

    /// <summary>Sent from elsewhere for a real aid whose position is watched.</summary>
    SyntheticMonitored = 3,

    /// <summary>There is no real aid.</summary>
    Virtual = 4,

    /// <summary>On something that moves: a tow, flotsam, a datum buoy.</summary>
    Mobile = 5,
}

/// <summary>Type 28: aid to navigation in one slot, without a name (which type 24A may give). 168 bits.</summary>
/// <remarks>
/// ITU-R M.1371-6, Annex 7, §3.26, Tables 84 and 85. Fields the message is too short for are null. Codes are passed on as
/// sent; the units of the two dimensions follow from their type and are not stated here.
/// </remarks>
public readonly ref struct SingleSlotAidReport
{
    private readonly AisBits _bits;

    private SingleSlotAidReport(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out SingleSlotAidReport report)
    {
        report = new SingleSlotAidReport(bits);
        return bits.UInt(0, 6) == 28;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Second of the position. Bits 38–43.</summary>
    public AisTimestamp? Timestamp => AisTimestamp.Read(_bits, 38);

    /// <summary>Position; null when not available (181°, 91°) or out of range. Bits 44–98.</summary>
    public AisPosition? Position => AisPosition.Fine(_bits, 44);

    /// <summary>
    /// Where it may be used: 0 anywhere, 1 in the territorial waters and 2 in the economic zone of its flag state, 3 as that
    /// state says. Bits 99–100.
    /// </summary>
    public int? RestrictedUse => _bits.MaybeUInt(99, 2);

    /// <summary>How it comes to be on the air; 6 and 7 are reserved. Bits 101–103.</summary>
    public AidStationType? StationType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.Has(101, 3) ? (AidStationType)_bits.UInt(101, 3) : null;
    }

    /// <summary>
    /// Type of aid, 1–127: up to 31 as in type 21, 32–50 of Table 85 such as 36 towed object and 39 hazard to navigation;
    /// null when not available (0). Bits 104–110.
    /// </summary>
    public int? AidType => _bits.MaybeUInt(104, 7) is > 0 and var type ? type : null;

    /// <summary>Number in the aid's maritime resource name (urn:mrn:iala:aton, IALA G1143), 0–131,071. Bits 111–127.</summary>
    public int? ResourceNumber => _bits.MaybeUInt(111, 17);

    /// <summary>
    /// What the dimensions are: 0 as in type 21, 1 height and area of the structure, 2 swing circle, 3 course and speed of a
    /// mobile aid, 4–13 areas and lines, else reserved. Bits 128–131.
    /// </summary>
    public int? DimensionsType => _bits.MaybeUInt(128, 4);

    /// <summary>The first dimension, raw, 0–511. Bits 132–140.</summary>
    public int? DimensionA => _bits.MaybeUInt(132, 9);

    /// <summary>The second dimension, raw, 0–2,047. Bits 141–151.</summary>
    public int? DimensionB => _bits.MaybeUInt(141, 11);

    /// <summary>More about the dimensions is sent otherwise. Bit 152.</summary>
    public bool? HasAdditionalData => _bits.MaybeFlag(152);

    /// <summary>
    /// Whether it is in the chart, raw, 0 or 1: published readings of the Recommendation disagree on which says so. Bit 153.
    /// </summary>
    public int? ChartedStatus => _bits.MaybeUInt(153, 1);

    /// <summary>
    /// 0 on station, 1 or on course, 2 there but not to be seen well, 3 off, told by a virtual aid, 4 place unknown, 5 here,
    /// 6 adrift, 7 removed, 8 new or temporary, 9 hazard and 10 obstruction without a mark. Bits 154–157.
    /// </summary>
    public int? OnStation => _bits.MaybeUInt(154, 4);

    /// <summary>Eight bits for the aid's status, as in type 21. Bits 158–165.</summary>
    public int? StatusBits => _bits.MaybeUInt(158, 8);

    /// <summary>The sender says that it is authenticated by IALA G1192; nothing here checks that. Bit 167.</summary>
    public bool? IsAuthenticated => _bits.MaybeFlag(167);
}
