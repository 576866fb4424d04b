namespace Fourfold.Tracking.Fusion;

/// <summary>
/// The error that all ranges and all azimuths of a radar share, learned from where AIS says its echoes are.
/// </summary>
/// <remarks>Two scalar Kalman filters with a random walk; a residual beyond four deviations is not taken.</remarks>
internal sealed class Registration(RadarSensor sensor)
{
    // Antenna offsets of single ships do not average out by repetition, so doubt never falls below this.
    private const double LeastRange = 0.7;
    private const double LeastAzimuth = 0.004 * Math.PI / 180;
    private const double Gate = 4;
    private readonly bool isUnknown = sensor.RangeBiasDeviation > 0 || sensor.AzimuthBiasDeviation > 0;

    /// <summary>Metres that ranges are too long.</summary>
    public double Range { get; private set; }

    /// <summary>Radians that azimuths are too large.</summary>
    public double Azimuth { get; private set; }

    /// <summary>Variance of <see cref="Range"/>, m².</summary>
    public double RangeVariance { get; private set; } = sensor.RangeBiasDeviation * sensor.RangeBiasDeviation;

    /// <summary>Variance of <see cref="Azimuth"/>, rad².</summary>
    public double AzimuthVariance { get; private set; } = sensor.AzimuthBiasDeviation * sensor.AzimuthBiasDeviation;

    /// <summary>Echoes learned from.</summary>
    public long Residuals { get; private set; }

    /// <summary>Learns from one echo.</summary>
    /// <param name="range">Measured less expected range, metres, corrections not applied.</param>
    /// <param name="rangeVariance">Of that difference, m².</param>
    /// <param name="azimuth">Measured less expected azimuth, radians.</param>
    /// <param name="azimuthVariance">Of that difference, rad².</param>
    public void Learn(double range, double rangeVariance, double azimuth, double azimuthVariance)
    {
        if (!isUnknown)
        {
            return;
        }

        var dr = range - Range;
        var da = Math.IEEERemainder(azimuth - Azimuth, Math.Tau);
        var sr = RangeVariance + rangeVariance;
        var sa = AzimuthVariance + azimuthVariance;
        if (dr * dr > Gate * Gate * sr || da * da > Gate * Gate * sa)
        {
            return;
        }

        Residuals++;
        Range += RangeVariance / sr * dr;
        Azimuth += AzimuthVariance / sa * da;
        RangeVariance = Math.Max(LeastRange * LeastRange, RangeVariance * rangeVariance / sr);
        AzimuthVariance = Math.Max(LeastAzimuth * LeastAzimuth, AzimuthVariance * azimuthVariance / sa);
    }
}
