using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Type 21: aid to navigation, real or virtual. 272–360 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.19, Table 70. Fields the message is too short for are null.</remarks>
public readonly ref struct AidToNavigationReport
{
    private const int NameStartAt = 43;
    private const int NameStartCharacters = 20;
    private const int NameExtensionAt = 272;
    private const int MaxExtensionCharacters = 14;

    private readonly AisBits _bits;

    private AidToNavigationReport(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out AidToNavigationReport report)
    {
        report = new AidToNavigationReport(bits);
        return bits.UInt(0, 6) == 21;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Type of aid, 1–31 (Table 71); null when not available (0). Bits 38–42.</summary>
    public int? AidType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.UInt(38, 5) is > 0 and var type ? (int)type : null;
    }

    /// <summary>The first 20 characters of the name. Bits 43–162.</summary>
    public AisText NameStart => _bits.Text(NameStartAt, NameStartCharacters);

    /// <summary>Up to 14 more characters of the name. From bit 272.</summary>
    public AisText NameExtension => _bits.Text(NameExtensionAt, MaxExtensionCharacters);

    /// <summary>True when the position is better than 10 m. Bit 163.</summary>
    public bool? IsAccurate => _bits.MaybeFlag(163);

    /// <summary>Position; null when not available (181°, 91°) or out of range. Bits 164–218.</summary>
    public AisPosition? Position => AisPosition.Fine(_bits, 164);

    /// <summary>Size, metres; null when not available. Bits 219–248.</summary>
    public AisDimensions? Dimensions => AisDimensions.Read(_bits, 219);

    /// <summary>What determines the position. Bits 249–252.</summary>
    public PositionFixType? FixType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.Has(249, 4) ? (PositionFixType)_bits.UInt(249, 4) : null;
    }

    /// <summary>Second of the position. Bits 253–258.</summary>
    public AisTimestamp? Timestamp => AisTimestamp.Read(_bits, 253);

    /// <summary>A floating aid is off its station; meaningful only when <see cref="Timestamp"/> has a second. Bit 259.</summary>
    public bool? IsOffPosition => _bits.MaybeFlag(259);

    /// <summary>Eight bits for the aid's status, as the authority defines; 0 is the default. Bits 260–267.</summary>
    public int? StatusBits => _bits.MaybeUInt(260, 8);

    /// <summary>Receiver autonomous integrity monitoring in use. Bit 268.</summary>
    public bool? IsRaim => _bits.MaybeFlag(268);

    /// <summary>There is no real aid at the position. Bit 269.</summary>
    public bool? IsVirtual => _bits.MaybeFlag(269);

    /// <summary>True in assigned, false in autonomous mode. Bit 270.</summary>
    public bool? IsAssigned => _bits.MaybeFlag(270);

    /// <summary>Writes the whole name, at most 34 characters, as ASCII.</summary>
    /// <returns>Characters written; 0 when there is none.</returns>
    public int CopyName(Span<byte> destination)
    {
        var length = NameStart.CopyTo(destination);
        if (NameExtension.IsEmpty || destination.Length <= NameStartCharacters || !IsStartFull())
        {
            return length;
        }
        // The name goes on, so the spaces that ended its first part stand within it.
        destination[length..NameStartCharacters].Fill((byte)' ');
        return NameStartCharacters + NameExtension.CopyTo(destination[NameStartCharacters..]);
    }

    // No @, which ends a text, among its characters.
    private bool IsStartFull()
    {
        for (var i = 0; i < NameStartCharacters; i++)
        {
            if (_bits.UInt(NameStartAt + 6 * i, 6) == 0)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The whole name; null when there is none. Allocates.</summary>
    public string? Name
    {
        get
        {
            Span<byte> name = stackalloc byte[NameStartCharacters + MaxExtensionCharacters];
            var length = CopyName(name);
            return length == 0 ? null : System.Text.Encoding.ASCII.GetString(name[..length]);
        }
    }
}
