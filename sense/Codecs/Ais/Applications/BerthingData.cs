namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/20, types 6 and 8: a berth asked for by a ship or given by the port. 272 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 9.1–9.3.</remarks>
public record struct BerthingData : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "berthing_data"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 20);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 20);

    /// <summary>Number that links it to a text (1/29, 1/30), 1–1023.</summary>
    public int? Linkage { get; set; }

    /// <summary>Length of the berth, metres, 1–511, where 511 means that or more.</summary>
    public int? BerthLengthMetres { get; set; }

    /// <summary>Water at the berth, metres, 0.1–25.5, where 25.5 means that or more.</summary>
    public double? BerthDepthMetres { get; set; }

    /// <summary>
    /// 1 port side to, 2 starboard side to, 3 Mediterranean, 4 mooring buoy, 5 anchorage; 6, 7 reserved.
    /// </summary>
    public int? Mooring { get; set; }

    /// <summary>When the berth is asked for or given, UTC.</summary>
    public AisEta? Arrival { get; set; }

    /// <summary>The services below are specified.</summary>
    public bool? AreServicesKnown { get; set; }

    /// <summary>Agent: 1 available, 2 no data; null when not asked for (0).</summary>
    public int? Agent { get; set; }

    /// <summary>Bunker fuel.</summary>
    public int? Fuel { get; set; }

    /// <summary>Chandler.</summary>
    public int? Chandler { get; set; }

    /// <summary>Stevedore.</summary>
    public int? Stevedore { get; set; }

    /// <summary>Electrical supply.</summary>
    public int? Electricity { get; set; }

    /// <summary>Potable water.</summary>
    public int? Water { get; set; }

    /// <summary>Customs house.</summary>
    public int? Customs { get; set; }

    /// <summary>Cartage.</summary>
    public int? Cartage { get; set; }

    /// <summary>Crane.</summary>
    public int? Crane { get; set; }

    /// <summary>Lift.</summary>
    public int? Lift { get; set; }

    /// <summary>Medical facilities.</summary>
    public int? Medical { get; set; }

    /// <summary>Repair of navigation equipment.</summary>
    public int? NavigationRepair { get; set; }

    /// <summary>Provisions.</summary>
    public int? Provisions { get; set; }

    /// <summary>Ship repair.</summary>
    public int? ShipRepair { get; set; }

    /// <summary>Surveyor.</summary>
    public int? Surveyor { get; set; }

    /// <summary>Steam.</summary>
    public int? Steam { get; set; }

    /// <summary>Tugs.</summary>
    public int? Tugs { get; set; }

    /// <summary>Disposal of solid waste.</summary>
    public int? SolidWaste { get; set; }

    /// <summary>Disposal of liquid waste.</summary>
    public int? LiquidWaste { get; set; }

    /// <summary>Disposal of hazardous waste.</summary>
    public int? HazardousWaste { get; set; }

    /// <summary>Exchange of ballast.</summary>
    public int? Ballast { get; set; }

    /// <summary>Additional services.</summary>
    public int? Additional { get; set; }

    /// <summary>First service for regional use.</summary>
    public int? FirstRegional { get; set; }

    /// <summary>Second service for regional use.</summary>
    public int? SecondRegional { get; set; }

    /// <summary>First service reserved for the future.</summary>
    public int? FirstReserved { get; set; }

    /// <summary>Second service reserved for the future.</summary>
    public int? SecondReserved { get; set; }

    /// <summary>Name of the berth.</summary>
    public ApplicationText Berth { get; set; }

    /// <summary>Its centre.</summary>
    public AisPosition? Position { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Linkage = fields.UInt("linkage"u8, 10, Linkage, least: 1, absent: 0);
        BerthLengthMetres = fields.UInt("berth_length_metres"u8, 9, BerthLengthMetres, least: 1, absent: 0);
        BerthDepthMetres = fields.Scaled("berth_depth_metres"u8, 8, BerthDepthMetres, divisor: 10, least: 1, absent: 0);
        Mooring = fields.UInt("mooring"u8, 3, Mooring, least: 1, absent: 0);
        Arrival = fields.Moment("arrival"u8, Arrival);
        AreServicesKnown = fields.Flag("services_known"u8, AreServicesKnown);
        Agent = fields.UInt("agent"u8, 2, Agent, least: 1, absent: 0);
        Fuel = fields.UInt("fuel"u8, 2, Fuel, least: 1, absent: 0);
        Chandler = fields.UInt("chandler"u8, 2, Chandler, least: 1, absent: 0);
        Stevedore = fields.UInt("stevedore"u8, 2, Stevedore, least: 1, absent: 0);
        Electricity = fields.UInt("electricity"u8, 2, Electricity, least: 1, absent: 0);
        Water = fields.UInt("water"u8, 2, Water, least: 1, absent: 0);
        Customs = fields.UInt("customs"u8, 2, Customs, least: 1, absent: 0);
        Cartage = fields.UInt("cartage"u8, 2, Cartage, least: 1, absent: 0);
        Crane = fields.UInt("crane"u8, 2, Crane, least: 1, absent: 0);
        Lift = fields.UInt("lift"u8, 2, Lift, least: 1, absent: 0);
        Medical = fields.UInt("medical"u8, 2, Medical, least: 1, absent: 0);
        NavigationRepair = fields.UInt("navigation_repair"u8, 2, NavigationRepair, least: 1, absent: 0);
        Provisions = fields.UInt("provisions"u8, 2, Provisions, least: 1, absent: 0);
        ShipRepair = fields.UInt("ship_repair"u8, 2, ShipRepair, least: 1, absent: 0);
        Surveyor = fields.UInt("surveyor"u8, 2, Surveyor, least: 1, absent: 0);
        Steam = fields.UInt("steam"u8, 2, Steam, least: 1, absent: 0);
        Tugs = fields.UInt("tugs"u8, 2, Tugs, least: 1, absent: 0);
        SolidWaste = fields.UInt("solid_waste"u8, 2, SolidWaste, least: 1, absent: 0);
        LiquidWaste = fields.UInt("liquid_waste"u8, 2, LiquidWaste, least: 1, absent: 0);
        HazardousWaste = fields.UInt("hazardous_waste"u8, 2, HazardousWaste, least: 1, absent: 0);
        Ballast = fields.UInt("ballast"u8, 2, Ballast, least: 1, absent: 0);
        Additional = fields.UInt("additional"u8, 2, Additional, least: 1, absent: 0);
        FirstRegional = fields.UInt("first_regional"u8, 2, FirstRegional, least: 1, absent: 0);
        SecondRegional = fields.UInt("second_regional"u8, 2, SecondRegional, least: 1, absent: 0);
        FirstReserved = fields.UInt("first_reserved"u8, 2, FirstReserved, least: 1, absent: 0);
        SecondReserved = fields.UInt("second_reserved"u8, 2, SecondReserved, least: 1, absent: 0);
        Berth = fields.Text("berth"u8, Berth, 20);
        Position = fields.Position(Position, PositionForm.Medium);
    }
}
