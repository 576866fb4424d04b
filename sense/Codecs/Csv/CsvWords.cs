using System.Text;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Csv;

/// <summary>What kind of station a row comes from.</summary>
public enum CsvMobile
{
    /// <summary>Class A.</summary>
    ClassA,

    /// <summary>Class B.</summary>
    ClassB,

    /// <summary>Base station.</summary>
    BaseStation,

    /// <summary>Aid to navigation.</summary>
    AidToNavigation,

    /// <summary>Search and rescue aircraft.</summary>
    SarAircraft,

    /// <summary>Another: search and rescue transmitter, man overboard, EPIRB.</summary>
    Other,
}

/// <summary>The words that tables use.</summary>
internal static class CsvWords
{
    // As the tables write them, the AIS number of each its place.
    private static readonly string[][] Statuses =
    [
        ["Under way using engine"],
        ["At anchor"],
        ["Not under command"],
        ["Restricted maneuverability", "Restricted manoeuverability", "Restricted manoeuvrability"],
        ["Constrained by her draught"],
        ["Moored"],
        ["Aground"],
        ["Engaged in fishing"],
        ["Under way sailing"],
        [
            "Reserved for future amendment [HSC]",
            "Reserved for future amendment of Navigational Status for HSC",
            "reserved for future use (hsc)",
        ],
        ["Reserved for future amendment [WIG]", "reserved for future use (wig)"],
        ["Power-driven vessel towing astern"],
        ["Power-driven vessel pushing ahead or towing alongside"],
        ["Reserved for future use"],
        ["AIS-SART", "AIS-SART (active)", "AIS-SART (active), MOB-AIS, EPIRB-AIS"],
        ["Undefined", "Not defined"],
    ];

    public static NavigationStatus? Status(ReadOnlySpan<byte> cell)
    {
        if (TagFields.Number(cell) is >= 0 and <= 15 and var number)
        {
            return (NavigationStatus)number;
        }
        for (var status = 0; status < Statuses.Length; status++)
        {
            foreach (var words in Statuses[status])
            {
                if (Ascii.EqualsIgnoreCase(cell, words))
                {
                    return (NavigationStatus)status;
                }
            }
        }
        return null;
    }

    public static CsvMobile? Mobile(ReadOnlySpan<byte> cell) =>
        cell.Length == 0 ? null
        : Ascii.EqualsIgnoreCase(cell, "A") || Ascii.EqualsIgnoreCase(cell, "Class A") ? CsvMobile.ClassA
        : Ascii.EqualsIgnoreCase(cell, "B") || Ascii.EqualsIgnoreCase(cell, "Class B") ? CsvMobile.ClassB
        : Ascii.EqualsIgnoreCase(cell, "Base Station") ? CsvMobile.BaseStation
        : Ascii.EqualsIgnoreCase(cell, "AtoN") ? CsvMobile.AidToNavigation
        : Ascii.EqualsIgnoreCase(cell, "SAR Airborne") ? CsvMobile.SarAircraft
        : CsvMobile.Other;

    /// <summary>The digits behind <c>IMO</c> or alone; null for 0, words and more than nine digits.</summary>
    public static int? Imo(ReadOnlySpan<byte> cell)
    {
        var digits = cell.Length > 3 && Ascii.EqualsIgnoreCase(cell[..3], "IMO") ? cell[3..].Trim((byte)' ') : cell;
        return TagFields.Number(digits) is > 0 and <= 999_999_999 and var number ? (int)number : null;
    }

    /// <summary>The cell, empty when all it says is that nothing is known.</summary>
    public static ReadOnlySpan<byte> Said(ReadOnlySpan<byte> cell) =>
        Ascii.EqualsIgnoreCase(cell, "Unknown") || Ascii.EqualsIgnoreCase(cell, "Undefined") || IsUnknownValue(cell)
            ? default
            : cell;

    private static bool IsUnknownValue(ReadOnlySpan<byte> cell) => Ascii.EqualsIgnoreCase(cell, "Unknown value");
}
