using Fourfold.Codecs.Asterix.Categories;
using Fourfold.Codecs.Asterix.Encoding;

namespace Fourfold.Simulator.Radars;

/// <summary>Puts what a radar measures into datagrams of ASTERIX: plots in category 048, the antenna's turning in 034.</summary>
/// <remarks>
/// Every plot is marked as simulated (I048/020 SIM). Range goes in steps of 7.2 m and time in steps of 1/128 s, as the
/// standard has it.
/// </remarks>
internal sealed class RadarReports
{
    /// <summary>Longest datagram, octets: fits any Ethernet.</summary>
    public const int MaximumDatagram = 1_400;

    private const int ServiceOctets = 64;
    private const int TicksADay = 86_400 * 128;
    private const double MetresPerMile = 1_852;
    private const int NorthMarker = 1;
    private const int SectorCrossing = 2;
    private const int PrimaryRadar = 1;
    private const double NoiseDecibelMilliwatts = -100;

    private readonly RadarSite site;
    private readonly DateTimeOffset epoch;
    private readonly AsterixEncoder plots = new(Cat048.Edition131, MaximumDatagram - ServiceOctets);
    private readonly AsterixEncoder service = new(Cat034.Edition129, ServiceOctets);

    /// <param name="site">The radar.</param>
    /// <param name="epoch">UTC when the scenario began.</param>
    public RadarReports(RadarSite site, DateTimeOffset epoch)
    {
        this.site = site;
        this.epoch = epoch;
    }

    /// <summary>Adds a plot; a datagram that is full is put out first.</summary>
    public void Plot(in Echo echo, Queue<byte[]> datagrams)
    {
        var decibel = 10 * Math.Log10(echo.Ratio);
        plots["010"].Set("SAC", site.AreaCode).Set("SIC", site.SystemCode);
        plots["140"].SetRaw("", TimeOfDay(echo.At));
        plots["020"].SetRaw("TYP", PrimaryRadar).SetRaw("SIM", 1);
        plots["040"]
            .Set("RHO", Math.Max(0, echo.RangeMetres) / MetresPerMile)
            .SetRaw("THETA", (long)Math.Round(echo.Azimuth / Math.Tau * 65_536) % 65_536);
        plots["130"]["PRL"].Set(RunLengthDegrees(decibel));
        plots["130"]["PAM"].Set(Math.Clamp(Math.Round(NoiseDecibelMilliwatts + decibel), -128, 127));
        if (!plots.TryEndRecord())
        {
            datagrams.Enqueue(plots.Block.ToArray());
            plots.Clear();
            plots.TryEndRecord();
        }
    }

    /// <summary>Adds the north marker, with the antenna's period and place.</summary>
    public void North(double seconds)
    {
        Service(NorthMarker, seconds);
        service["041"].Set(site.PeriodSeconds);
        service["050"]["COM"].SetRaw("NOGO", 0);
        service["120"]
            .Set("HGT", site.AntennaHeightMetres)
            .Set("LAT", site.Position.LatitudeDegrees)
            .Set("LON", site.Position.LongitudeDegrees);
        service.TryEndRecord();
    }

    /// <summary>Adds that the beam crosses into a sector, and puts all out that was added.</summary>
    public void Crossing(double seconds, int sector, Queue<byte[]> datagrams)
    {
        Service(SectorCrossing, seconds);
        service["020"].SetRaw("", sector * (256 / ShoreRadar.Sectors));
        service.TryEndRecord();
        var told = plots.Records > 0 ? plots.Block : default;
        var datagram = new byte[told.Length + service.Block.Length];
        told.CopyTo(datagram);
        service.Block.CopyTo(datagram.AsSpan(told.Length));
        datagrams.Enqueue(datagram);
        plots.Clear();
        service.Clear();
    }

    private void Service(int type, double seconds)
    {
        service["010"].Set("SAC", site.AreaCode).Set("SIC", site.SystemCode);
        service["000"].SetRaw("", type);
        service["030"].SetRaw("", TimeOfDay(seconds));
    }

    /// <summary>An echo is as long as the beam is wide where it is above the threshold: wider when it is strong.</summary>
    private double RunLengthDegrees(double decibel) =>
        site.AzimuthResolutionDegrees * Math.Clamp(Math.Sqrt(Math.Max(1, decibel) / 20), 0.3, 2);

    /// <summary>1/128 s since midnight UTC.</summary>
    private long TimeOfDay(double seconds) =>
        (long)(epoch.AddSeconds(seconds).TimeOfDay.TotalSeconds * 128) % TicksADay;
}
