namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One report of <see cref="EnvironmentalReport"/> or <see cref="CoastGuardEnvironment"/>. 112 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 12.3 and 12.4. What the kind does not have is null.</remarks>
public record struct SensorReport : IFieldGroup
{
    /// <summary>The layout is that of 367/33; the application sets it.</summary>
    public bool IsCoastGuard { get; set; }

    /// <summary>
    /// 0 location, 1 name, 2 wind, 3 level, 4 currents, 5 currents in 3D, 6 flow, 7 sea, 8 salinity, 9 weather, 10 air
    /// gap, 11 wind of 367/33.
    /// </summary>
    public int? Kind { get; set; }

    /// <summary>UTC day, hour and minute of the reading.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Number of the site, 0–127.</summary>
    public int? Site { get; set; }

    /// <summary>Kind 0.</summary>
    public SensorLocation? Location { get; set; }

    /// <summary>Kind 0 of 367/33.</summary>
    public CoastGuardLocation? CoastGuardLocation { get; set; }

    /// <summary>Kind 1.</summary>
    public SensorStation? Station { get; set; }

    /// <summary>Kind 2.</summary>
    public SensorWind? Wind { get; set; }

    /// <summary>Kind 3.</summary>
    public SensorWaterLevel? WaterLevel { get; set; }

    /// <summary>Kind 4.</summary>
    public SensorCurrents? Currents { get; set; }

    /// <summary>Kind 5.</summary>
    public SensorCurrents3D? Currents3D { get; set; }

    /// <summary>Kind 5 of 367/33.</summary>
    public CoastGuardCurrents3D? CoastGuardCurrents3D { get; set; }

    /// <summary>Kind 6.</summary>
    public SensorFlow? Flow { get; set; }

    /// <summary>Kind 6 of 367/33.</summary>
    public CoastGuardFlow? CoastGuardFlow { get; set; }

    /// <summary>Kind 7.</summary>
    public SensorSeaState? SeaState { get; set; }

    /// <summary>Kind 8.</summary>
    public SensorSalinity? Salinity { get; set; }

    /// <summary>Kind 9.</summary>
    public SensorWeather? Weather { get; set; }

    /// <summary>Kind 10.</summary>
    public SensorAirGap? AirGap { get; set; }

    /// <summary>Kind 11 of 367/33.</summary>
    public CoastGuardWind? CoastGuardWind { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Kind = fields.UInt("kind"u8, 4, Kind);
        Time = fields.DayClock("utc"u8, Time);
        Site = fields.UInt("site"u8, 7, Site);
        switch (Kind)
        {
            case 0 when IsCoastGuard:
                CoastGuardLocation = fields.Group(CoastGuardLocation);
                break;
            case 0:
                Location = fields.Group(Location);
                break;
            case 1:
                Station = fields.Group(Station);
                break;
            case 2:
                Wind = fields.Group(Wind);
                break;
            case 3:
                WaterLevel = fields.Group(WaterLevel);
                break;
            case 9:
                Weather = fields.Group(Weather);
                break;
            case 10:
                AirGap = fields.Group(AirGap);
                break;
            case 11 when IsCoastGuard:
                CoastGuardWind = fields.Group(CoastGuardWind);
                break;
            default:
                Water(ref fields);
                break;
        }
    }

    private void Water<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        switch (Kind)
        {
            case 4:
                Currents = fields.Group(Currents);
                break;
            case 5 when IsCoastGuard:
                CoastGuardCurrents3D = fields.Group(CoastGuardCurrents3D);
                break;
            case 5:
                Currents3D = fields.Group(Currents3D);
                break;
            case 6 when IsCoastGuard:
                CoastGuardFlow = fields.Group(CoastGuardFlow);
                break;
            case 6:
                Flow = fields.Group(Flow);
                break;
            case 7:
                SeaState = fields.Group(SeaState);
                break;
            case 8:
                Salinity = fields.Group(Salinity);
                break;
            default:
                // Reserved: the header is all that is known.
                break;
        }
    }
}
