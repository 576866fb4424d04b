using Fourfold.Geo;

namespace Fourfold.Simulator.Radars;

/// <summary>False plots of a radar: some anywhere, more near the antenna the rougher the sea, and patches that stay for minutes.</summary>
/// <param name="site">The radar.</param>
/// <param name="sight">Where it sees water.</param>
/// <param name="seed">Of the scenario.</param>
/// <param name="number">Of the radar.</param>
internal sealed class SeaClutter(RadarSite site, LandShadow sight, ulong seed, int number)
{
    /// <summary>Sea state (Douglas) to which the numbers of <see cref="RadarSite"/> belong.</summary>
    public const double UsualSeaState = 3;

    private const int Patches = 2;
    private const double PatchSeconds = 300;
    private const double PatchSpreadMetres = 150;
    private const double MostPlotsOfPatch = 1.2;
    private const double WeatherSeconds = 7_200;
    private const int PatchNumbers = 1 << 24;

    private readonly Chance chance = Chance.For(seed, PatchNumbers - 1 - number);

    /// <summary>Sea state, 2 … 4, changing over two hours.</summary>
    public static double SeaState(double seconds) => UsualSeaState + Math.Sin(Math.Tau * seconds / WeatherSeconds);

    /// <summary>How many times as many false plots a sea state gives near the antenna as the usual one.</summary>
    public static double Growth(double seaState) => Math.Pow(seaState / UsualSeaState, 3);

    /// <summary>Adds those of a turn, each with the direction the beam has then, radians, and its range.</summary>
    public void Add(double seconds, List<(double Azimuth, double Range, double Ratio)> plots)
    {
        var (near, far) = (site.MinimumRangeMetres, site.MaximumRangeMetres);
        var everywhere = site.ClutterFarPerSquareKilometre * Math.PI * (far * far - near * near) / 1e6;
        for (var left = chance.Poisson(everywhere); left > 0; left--)
        {
            Put(Direction(), Math.Sqrt(chance.Between(near * near, far * far)), plots);
        }

        var decay = site.ClutterDecayMetres;
        var thick = site.ClutterNearPerSquareKilometre * Math.Tau * decay * decay / 1e6 * Growth(SeaState(seconds));
        for (var left = chance.Poisson(thick); left > 0; left--)
        {
            // A density that falls as exp(−r/d) over the plane has ranges r·exp(−r/d): two of them in a row.
            Put(Direction(), -decay * Math.Log((1 - chance.Unit()) * (1 - chance.Unit())), plots);
        }

        for (var patch = 0; patch < Patches; patch++)
        {
            AddPatch(patch, seconds, plots);
        }
    }

    private void AddPatch(int patch, double seconds, List<(double Azimuth, double Range, double Ratio)> plots)
    {
        var life = (int)Math.Floor(seconds / PatchSeconds + patch / (double)Patches);
        var own = Chance.For(seed, PatchNumbers + (number * Patches + patch) * PatchNumbers + life);
        var (azimuth, range) = (own.Between(0, Math.Tau), own.Between(2_000, 12_000));
        for (var left = chance.Poisson(own.Between(0.3, MostPlotsOfPatch)); left > 0; left--)
        {
            var (along, across) = (chance.Normal() * PatchSpreadMetres, chance.Normal() * PatchSpreadMetres);
            Put(Angle.Wrap(azimuth + across / range), range + along, plots);
        }
    }

    private double Direction() => chance.Between(0, Math.Tau);

    // Land is masked by the radar's extractor.
    private void Put(double azimuth, double range, List<(double Azimuth, double Range, double Ratio)> plots)
    {
        var ratio = 10 - 10 * Math.Log(1 - chance.Unit());
        if (range > site.MinimumRangeMetres && range < site.MaximumRangeMetres && sight.Sees(azimuth, range))
        {
            plots.Add((azimuth, range, ratio));
        }
    }
}
