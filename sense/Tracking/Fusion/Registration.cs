namespace Fourfold.Tracking.Fusion;

/// <summary>
/// The error that all ranges, all azimuths and all times of a radar share, learned from where AIS says its echoes are.
/// </summary>
/// <remarks>
/// One Kalman filter of [range, azimuth, time] with a random walk. A clock that is τ ahead shows a vessel where it was τ
/// before the time it tells: a residual of −τ times its velocity, on top of the other two (Zhou, Leung, Blanchette, 1999,
/// IEEE Trans. SP 47(10) for range and azimuth). Vessels on one way alone cannot tell a time from a range; the covariance
/// knows, and vessels on other ways decide. A residual beyond four deviations is not taken. A ship's antenna lies ahead or
/// aft of its echo, turn after turn, and looks like a time; that averages out over ships alone. So what is learned of time is
/// applied as far as it is larger than twice what is doubtful of it, this included.
/// </remarks>
internal sealed class Registration(RadarSensor sensor)
{
    // Antenna offsets of single ships do not average out by repetition, so doubt never falls below this; of time it is also
    // what lets it follow a clock that drifts by seconds an hour.
    private const double LeastRange = 0.7;
    private const double LeastAzimuth = 0.004 * Math.PI / 180;
    private const double LeastTime = 0.1;

    /// <summary>How far along its way a ship's antenna may be from its echo, m².</summary>
    private const double AntennaVariance = 16;
    private const double SureDeviations = 2;
    private const double Steepness = 8;
    private const double TurnGain = 0.1;
    private const double Gate = 4;
    private readonly bool isSurveyed = !(sensor.RangeBiasDeviation > 0 || sensor.AzimuthBiasDeviation > 0);
    private readonly bool isPunctual = !(sensor.TimeBiasDeviation > 0);
    private double rangeAzimuth;
    private double rangeTime;
    private double azimuthTime;
    private double speeds2;
    private double speeds2OfTurn;
    private int turn = -1;

    /// <summary>Metres that ranges are too long.</summary>
    public double Range { get; private set; }

    /// <summary>Radians that azimuths are too large.</summary>
    public double Azimuth { get; private set; }

    /// <summary>Seconds that the radar's clock is ahead.</summary>
    public double Time { get; private set; }

    /// <summary>Variance of <see cref="Range"/>, m².</summary>
    public double RangeVariance { get; private set; } = sensor.RangeBiasDeviation * sensor.RangeBiasDeviation;

    /// <summary>Variance of <see cref="Azimuth"/>, rad².</summary>
    public double AzimuthVariance { get; private set; } = sensor.AzimuthBiasDeviation * sensor.AzimuthBiasDeviation;

    /// <summary>Variance of <see cref="Time"/>, s².</summary>
    public double TimeVariance { get; private set; } = sensor.TimeBiasDeviation * sensor.TimeBiasDeviation;

    /// <summary>What <see cref="Time"/> may be off, ships' antennas included, s.</summary>
    public double TimeDeviation =>
        speeds2 > 0
            ? Math.Min(sensor.TimeBiasDeviation, Math.Sqrt(TimeVariance + AntennaVariance / speeds2))
            : sensor.TimeBiasDeviation;

    /// <summary>What is taken off the radar's times, s: <see cref="Time"/> as far as it is surely not 0.</summary>
    public double TimeApplied { get; private set; }

    /// <summary>Echoes learned from.</summary>
    public long Residuals { get; private set; }

    /// <summary>Learns from one echo.</summary>
    /// <param name="range">Measured less expected range at the time corrected by <see cref="TimeApplied"/>, metres, the other corrections not applied.</param>
    /// <param name="rangeVariance">Of that difference, m².</param>
    /// <param name="azimuth">Measured less expected azimuth, radians.</param>
    /// <param name="azimuthVariance">Of that difference, rad².</param>
    /// <param name="turn">Of the antenna, so that a ship counts once in it.</param>
    /// <param name="rangeRate">How fast the vessel's range grows, m/s.</param>
    /// <param name="azimuthRate">How fast its azimuth grows, rad/s.</param>
    public void Learn(
        double range,
        double rangeVariance,
        double azimuth,
        double azimuthVariance,
        int turn,
        double rangeRate,
        double azimuthRate
    )
    {
        if (isSurveyed && isPunctual)
        {
            return;
        }

        var applied = TimeApplied;
        var dr = range - Range + rangeRate * (Time - applied);
        var da = Math.IEEERemainder(azimuth - Azimuth + azimuthRate * (Time - applied), Math.Tau);
        var sr = RangeVariance + rangeRate * (rangeRate * TimeVariance - 2 * rangeTime) + rangeVariance;
        var sa = AzimuthVariance + azimuthRate * (azimuthRate * TimeVariance - 2 * azimuthTime) + azimuthVariance;
        if (dr * dr > Gate * Gate * sr || da * da > Gate * Gate * sa)
        {
            return;
        }

        Residuals++;
        Correct(
            RangeVariance - rangeRate * rangeTime,
            rangeAzimuth - rangeRate * azimuthTime,
            rangeTime - rangeRate * TimeVariance,
            dr,
            sr
        );
        da = Math.IEEERemainder(azimuth - Azimuth + azimuthRate * (Time - applied), Math.Tau);
        sa = AzimuthVariance + azimuthRate * (azimuthRate * TimeVariance - 2 * azimuthTime) + azimuthVariance;
        Correct(
            rangeAzimuth - azimuthRate * rangeTime,
            AzimuthVariance - azimuthRate * azimuthTime,
            azimuthTime - azimuthRate * TimeVariance,
            da,
            sa
        );
        RangeVariance = isSurveyed ? RangeVariance : Math.Max(LeastRange * LeastRange, RangeVariance);
        AzimuthVariance = isSurveyed ? AzimuthVariance : Math.Max(LeastAzimuth * LeastAzimuth, AzimuthVariance);
        TimeVariance = isPunctual ? TimeVariance : Math.Max(LeastTime * LeastTime, TimeVariance);
        Count(turn, rangeRate * rangeRate + azimuthRate * azimuthRate * range * range);
    }

    private void Count(int now, double speed2)
    {
        if (now != turn)
        {
            speeds2 = speeds2 == 0 ? speeds2OfTurn : speeds2 + TurnGain * (speeds2OfTurn - speeds2);
            (turn, speeds2OfTurn) = (now, 0);
        }

        speeds2OfTurn += speed2;
        var doubt = SureDeviations * TimeDeviation / Math.Max(Math.Abs(Time), 1e-9);
        TimeApplied = doubt < 1 ? Time * (1 - Math.Pow(doubt, Steepness)) : 0;
    }

    // One number measured: its covariances with the three, innovation and variance.
    private void Correct(double withRange, double withAzimuth, double withTime, double innovation, double variance)
    {
        var gain = innovation / variance;
        (Range, Azimuth, Time) = (Range + withRange * gain, Azimuth + withAzimuth * gain, Time + withTime * gain);
        RangeVariance -= withRange * withRange / variance;
        AzimuthVariance -= withAzimuth * withAzimuth / variance;
        TimeVariance -= withTime * withTime / variance;
        rangeAzimuth -= withRange * withAzimuth / variance;
        rangeTime -= withRange * withTime / variance;
        azimuthTime -= withAzimuth * withTime / variance;
    }
}
