using Fourfold.Codecs.Ais;
using Fourfold.Geo;
using Fourfold.Simulator.Motion;

namespace Fourfold.Simulator;

/// <summary>What radio a simulated thing has.</summary>
internal enum Radio
{
    /// <summary>None: it never speaks.</summary>
    None,
    ClassA,

    /// <summary>Class B that waits for a gap: every 30 s.</summary>
    ClassBCarrierSense,

    /// <summary>Class B that reserves its slots: every 5 to 15 s.</summary>
    ClassBSelfOrganising,
    BaseStation,
    AidToNavigation,
}

/// <summary>A simulated vessel or station, with what it says about itself.</summary>
internal sealed class Vessel
{
    /// <summary>
    /// First number of the block all MMSIs are taken from. No state has been given the digits 415 (ITU table of maritime
    /// identification digits), so no real ship can be among them.
    /// </summary>
    public const int MmsiBlock = 415_000_000;

    public required int Mmsi { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public required Radio Radio { get; init; }

    public required IMotion Motion { get; init; }

    public required Chance Chance { get; init; }

    public int ShipType { get; init; }

    public int LengthMetres { get; init; }

    public int BeamMetres { get; init; }

    public double? DraughtMetres { get; init; }

    public string? Destination { get; init; }

    public int? Imo { get; init; }

    /// <summary>When it begins to transmit, s.</summary>
    public double SpeaksFrom { get; init; }

    /// <summary>When it falls silent, s.</summary>
    public double SpeaksUntil { get; init; } = double.PositiveInfinity;

    /// <summary>When radar cannot see it any more, s: it lies behind something.</summary>
    public double HiddenFrom { get; init; } = double.PositiveInfinity;

    /// <summary>False when it is but a voice: nobody is where it says.</summary>
    public bool IsThere { get; init; } = true;

    /// <summary>Whether its hull is wood, which gives half the echo.</summary>
    public bool IsWooden { get; init; }

    /// <summary>What it says of itself that is not so; null when it is honest.</summary>
    public Deceit? Deceit { get; set; }

    /// <summary>When it is of no interest any more, s.</summary>
    public double GoneAt { get; init; } = double.PositiveInfinity;

    /// <summary>A fixed interval in place of its class's, s.</summary>
    public double? Interval { get; init; }

    /// <summary>Reports sent so far; channels alternate with it.</summary>
    public int Sent { get; set; }

    public AisDimensions? Dimensions =>
        LengthMetres == 0
            ? null
            : new AisDimensions(
                LengthMetres * 2 / 3,
                LengthMetres - LengthMetres * 2 / 3,
                BeamMetres / 2,
                BeamMetres - BeamMetres / 2
            );

    /// <summary>
    /// Whether radars show it: fixed stations stand ashore, and charted buoys are taken out by a radar's extractor.
    /// </summary>
    public bool IsEcho => IsThere && Radio is not (Radio.BaseStation or Radio.AidToNavigation);

    public bool Speaks(double seconds) => Radio != Radio.None && seconds >= SpeaksFrom && seconds < SpeaksUntil;

    /// <summary>The number it gives, s since the beginning.</summary>
    public int MmsiAt(double seconds) => Deceit?.As is { } other && Deceit.IsOn(seconds) ? other.Mmsi : Mmsi;

    /// <summary>The name it gives.</summary>
    public string NameAt(double seconds) => Deceit?.As is { } other && Deceit.IsOn(seconds) ? other.Name : Name;

    /// <summary>The call sign it gives.</summary>
    public string CallSignAt(double seconds) => $"DEM{MmsiAt(seconds) % 10_000:0000}";

    /// <summary>Where it says it is when it is at a position.</summary>
    public Position ClaimAt(Position position, double seconds) =>
        Deceit is { Shift: var shift } && shift != default && Deceit.IsOn(seconds)
            ? new LocalFrame(position).ToPosition(shift)
            : position;

    /// <summary>What is odd about it at a time.</summary>
    public IReadOnlyList<string> EventsAt(double seconds)
    {
        if (!IsThere)
        {
            return TruthEvents.Ghost;
        }

        if (Radio == Radio.None)
        {
            return TruthEvents.NeverSpeaks;
        }

        return seconds >= SpeaksUntil ? TruthEvents.Dark
            : Deceit?.IsOn(seconds) == true ? Deceit.Events
            : TruthEvents.None;
    }

    /// <summary>Seconds to the next position report: ITU-R M.1371-5, Annex 1, tables 1 and 2, without the ones for turns.</summary>
    public double IntervalAt(in Moment moment)
    {
        if (Interval is { } chosen)
        {
            return chosen;
        }

        var knots = Speed.ToKnots(moment.Speed);
        var isAtRest = moment.Status is NavigationStatus.AtAnchor or NavigationStatus.Moored;
        return Radio switch
        {
            Radio.BaseStation => 10,
            Radio.AidToNavigation => 180,
            Radio.ClassA when isAtRest && knots <= 3 => 180,
            Radio.ClassA => knots <= 14 ? 10
            : knots <= 23 ? 6
            : 2,
            _ when knots <= 2 => 180,
            Radio.ClassBCarrierSense => 30,
            _ => knots <= 14 ? 30
            : knots <= 23 ? 15
            : 5,
        };
    }
}
