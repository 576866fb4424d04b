namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/24, type 8: what a ship adds to her static data. 304 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 4.1–4.4.</remarks>
public record struct ExtendedShipData : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "extended_ship_data"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 24);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 24);

    /// <summary>Number that links it to a text (1/29, 1/30), 1–1023.</summary>
    public int? Linkage { get; set; }

    /// <summary>Height over keel, metres, 0.01–81.91, where the greatest means that or more.</summary>
    public double? AirDraughtMetres { get; set; }

    /// <summary>UN locode of the last port of call.</summary>
    public ApplicationText LastPort { get; set; }

    /// <summary>UN locode of the next port of call.</summary>
    public ApplicationText NextPort { get; set; }

    /// <summary>UN locode of the port after it.</summary>
    public ApplicationText SecondPort { get; set; }

    /// <summary>
    /// AIS class A: 1 operational, 2 not operational, 3 no data (as in all states below); null when not available (0).
    /// </summary>
    public int? AisClassA { get; set; }

    /// <summary>Automatic tracking aid.</summary>
    public int? Ata { get; set; }

    /// <summary>Bridge watch alarm.</summary>
    public int? Bnwas { get; set; }

    /// <summary>ECDIS back-up.</summary>
    public int? EcdisBackup { get; set; }

    /// <summary>Paper nautical charts.</summary>
    public int? PaperCharts { get; set; }

    /// <summary>Echo sounder.</summary>
    public int? EchoSounder { get; set; }

    /// <summary>Electronic plotting aid.</summary>
    public int? Epa { get; set; }

    /// <summary>Emergency steering gear.</summary>
    public int? EmergencySteering { get; set; }

    /// <summary>GNSS receiver.</summary>
    public int? Gnss { get; set; }

    /// <summary>Gyro compass.</summary>
    public int? Gyrocompass { get; set; }

    /// <summary>Long-range identification and tracking.</summary>
    public int? Lrit { get; set; }

    /// <summary>Magnetic compass.</summary>
    public int? MagneticCompass { get; set; }

    /// <summary>NAVTEX.</summary>
    public int? Navtex { get; set; }

    /// <summary>Radar with ARPA.</summary>
    public int? Arpa { get; set; }

    /// <summary>S-band radar.</summary>
    public int? SBandRadar { get; set; }

    /// <summary>X-band radar.</summary>
    public int? XBandRadar { get; set; }

    /// <summary>HF radio.</summary>
    public int? HfRadio { get; set; }

    /// <summary>Inmarsat.</summary>
    public int? Inmarsat { get; set; }

    /// <summary>MF radio.</summary>
    public int? MfRadio { get; set; }

    /// <summary>VHF radio.</summary>
    public int? VhfRadio { get; set; }

    /// <summary>Speed log over ground.</summary>
    public int? GroundLog { get; set; }

    /// <summary>Speed log through water.</summary>
    public int? WaterLog { get; set; }

    /// <summary>Transmitting heading device.</summary>
    public int? TransmittingHeading { get; set; }

    /// <summary>Track control system.</summary>
    public int? TrackControl { get; set; }

    /// <summary>Voyage data recorder.</summary>
    public int? VoyageRecorder { get; set; }

    /// <summary>
    /// 0 not classified, 1 IACS PC 1 … 7 PC 7, 8 FSICR IA Super, 9 IA, 10 IB, 11 IC, 12 RS Ice 1 …; 13, 14 reserved.
    /// </summary>
    public int? IceClass { get; set; }

    /// <summary>Shaft power, hp, 0–262,142, where the greatest means that or more.</summary>
    public int? HorsePower { get; set; }

    /// <summary>VHF working channel, ITU-R M.1084.</summary>
    public int? VhfChannel { get; set; }

    /// <summary>Lloyd's ship type (StatCode 5).</summary>
    public ApplicationText LloydsShipType { get; set; }

    /// <summary>Gross tonnage, 0–262,142, where the greatest means that or more.</summary>
    public int? GrossTonnage { get; set; }

    /// <summary>1 laden, 2 in ballast; 3 reserved.</summary>
    public int? Lading { get; set; }

    /// <summary>Heavy fuel oil on board: 1 no, 2 yes; 3 reserved.</summary>
    public int? HeavyFuelOil { get; set; }

    /// <summary>Light fuel oil on board.</summary>
    public int? LightFuelOil { get; set; }

    /// <summary>Diesel on board.</summary>
    public int? Diesel { get; set; }

    /// <summary>Bunker oil on board, tonnes, 0–16,382, where the greatest means that or more.</summary>
    public int? BunkerTonnes { get; set; }

    /// <summary>People on board, 1–8191, where 8191 means that or more.</summary>
    public int? Persons { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Linkage = fields.UInt("linkage"u8, 10, Linkage, least: 1, absent: 0);
        AirDraughtMetres = fields.Scaled(
            "air_draught_metres"u8,
            13,
            AirDraughtMetres,
            divisor: 100,
            least: 1,
            absent: 0
        );
        LastPort = fields.Text("last_port"u8, LastPort, 5);
        NextPort = fields.Text("next_port"u8, NextPort, 5);
        SecondPort = fields.Text("second_port"u8, SecondPort, 5);
        AisClassA = fields.UInt("ais_class_a"u8, 2, AisClassA, least: 1, absent: 0);
        Ata = fields.UInt("ata"u8, 2, Ata, least: 1, absent: 0);
        Bnwas = fields.UInt("bnwas"u8, 2, Bnwas, least: 1, absent: 0);
        EcdisBackup = fields.UInt("ecdis_backup"u8, 2, EcdisBackup, least: 1, absent: 0);
        PaperCharts = fields.UInt("paper_charts"u8, 2, PaperCharts, least: 1, absent: 0);
        EchoSounder = fields.UInt("echo_sounder"u8, 2, EchoSounder, least: 1, absent: 0);
        Epa = fields.UInt("epa"u8, 2, Epa, least: 1, absent: 0);
        EmergencySteering = fields.UInt("emergency_steering"u8, 2, EmergencySteering, least: 1, absent: 0);
        Gnss = fields.UInt("gnss"u8, 2, Gnss, least: 1, absent: 0);
        Gyrocompass = fields.UInt("gyrocompass"u8, 2, Gyrocompass, least: 1, absent: 0);
        Lrit = fields.UInt("lrit"u8, 2, Lrit, least: 1, absent: 0);
        MagneticCompass = fields.UInt("magnetic_compass"u8, 2, MagneticCompass, least: 1, absent: 0);
        Navtex = fields.UInt("navtex"u8, 2, Navtex, least: 1, absent: 0);
        Arpa = fields.UInt("arpa"u8, 2, Arpa, least: 1, absent: 0);
        SBandRadar = fields.UInt("sband_radar"u8, 2, SBandRadar, least: 1, absent: 0);
        XBandRadar = fields.UInt("xband_radar"u8, 2, XBandRadar, least: 1, absent: 0);
        HfRadio = fields.UInt("hf_radio"u8, 2, HfRadio, least: 1, absent: 0);
        Inmarsat = fields.UInt("inmarsat"u8, 2, Inmarsat, least: 1, absent: 0);
        MfRadio = fields.UInt("mf_radio"u8, 2, MfRadio, least: 1, absent: 0);
        VhfRadio = fields.UInt("vhf_radio"u8, 2, VhfRadio, least: 1, absent: 0);
        GroundLog = fields.UInt("ground_log"u8, 2, GroundLog, least: 1, absent: 0);
        WaterLog = fields.UInt("water_log"u8, 2, WaterLog, least: 1, absent: 0);
        TransmittingHeading = fields.UInt("transmitting_heading"u8, 2, TransmittingHeading, least: 1, absent: 0);
        TrackControl = fields.UInt("track_control"u8, 2, TrackControl, least: 1, absent: 0);
        VoyageRecorder = fields.UInt("voyage_recorder"u8, 2, VoyageRecorder, least: 1, absent: 0);
        fields.Spare(2);
        IceClass = fields.UInt("ice_class"u8, 4, IceClass, absent: 15, most: 14);
        HorsePower = fields.UInt("horse_power"u8, 18, HorsePower, least: 0, most: 262142, absent: 262143);
        VhfChannel = fields.UInt("vhf_channel"u8, 12, VhfChannel, least: 1, absent: 0);
        LloydsShipType = fields.Text("lloyds_ship_type"u8, LloydsShipType, 7);
        GrossTonnage = fields.UInt("gross_tonnage"u8, 18, GrossTonnage, most: 262142, absent: 262143);
        Lading = fields.UInt("lading"u8, 2, Lading, least: 1, absent: 0);
        HeavyFuelOil = fields.UInt("heavy_fuel_oil"u8, 2, HeavyFuelOil, least: 1, absent: 0);
        LightFuelOil = fields.UInt("light_fuel_oil"u8, 2, LightFuelOil, least: 1, absent: 0);
        Diesel = fields.UInt("diesel"u8, 2, Diesel, least: 1, absent: 0);
        BunkerTonnes = fields.UInt("bunker_tonnes"u8, 14, BunkerTonnes, most: 16382, absent: 16383);
        Persons = fields.UInt("persons"u8, 13, Persons, least: 1, absent: 0);
        fields.Spare(10);
    }
}
