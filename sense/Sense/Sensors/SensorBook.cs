using Fourfold.Contracts;
using Fourfold.Geo;

namespace Fourfold.Sense.Sensors;

/// <summary>The sensors that are in use, as feeds ask for them, and how each does. Safe for all threads.</summary>
internal sealed class SensorBook
{
    private volatile Known known = new([]);

    /// <summary>All in use, by number.</summary>
    public IReadOnlyList<SensorEntry> All => known.All;

    public SensorEntry? Find(SensorId id) => known.All.FirstOrDefault(entry => entry.Row.Id == id);

    /// <summary>The one that a feed URL names, else the one with the codes of a message; null for a stranger.</summary>
    public SensorEntry? Find(string? key, int areaCode, int systemCode) =>
        key is not null ? known.ByKey.GetValueOrDefault(key) : known.ByCode.GetValueOrDefault((areaCode, systemCode));

    public SensorEntry? Find(int number) => known.ByNumber.GetValueOrDefault(number);

    /// <summary>Takes over the rows; who was known keeps what was counted.</summary>
    public void Set(IEnumerable<Sensor> rows)
    {
        var before = known.ByNumber;
        known = new([
            .. rows.Where(row => row.Enabled)
                .OrderBy(row => row.Number)
                .Select(row => new SensorEntry(row, before.GetValueOrDefault(row.Number)?.Health ?? new())),
        ]);
    }

    private sealed class Known
    {
        public Known(IReadOnlyList<SensorEntry> all)
        {
            All = all;
            ByNumber = all.ToDictionary(entry => entry.Row.Number);
            ByKey = all.ToDictionary(entry => entry.Row.Key, StringComparer.Ordinal);
            foreach (var entry in all)
                if (entry.Row is { AreaCode: { } area, SystemCode: { } system })
                    ByCode.TryAdd((area, system), entry);
        }

        public IReadOnlyList<SensorEntry> All { get; }
        public Dictionary<int, SensorEntry> ByNumber { get; }
        public Dictionary<string, SensorEntry> ByKey { get; }
        public Dictionary<(int Area, int System), SensorEntry> ByCode { get; } = [];
    }
}

/// <summary>A sensor in use.</summary>
internal sealed class SensorEntry(Sensor row, SensorHealth health)
{
    /// <summary>As it was when it was read; not tracked.</summary>
    public Sensor Row => row;

    public Position Position { get; } = row.Position();

    public SensorHealth Health => health;
}

/// <summary>What a sensor has said lately.</summary>
internal sealed class SensorHealth
{
    private readonly Lock gate = new();
    private DateTimeOffset? lastPlotAt;
    private DateTimeOffset? lastMarkAt;
    private DateTimeOffset? northAt;
    private double? periodSeconds;
    private readonly Lags lags = new();
    private long plots;

    /// <summary>Notes a plot.</summary>
    /// <param name="receivedAt">When it reached us.</param>
    /// <param name="lag">Our time of arrival less the sensor's time of it, s; null when it says no time.</param>
    public void Plot(DateTimeOffset receivedAt, double? lag)
    {
        lock (gate)
        {
            plots++;
            lastPlotAt = receivedAt;
            if (lag is { } value)
                lags.Add(value);
        }
    }

    /// <summary>Notes a sector or north mark.</summary>
    /// <param name="receivedAt">When it reached us.</param>
    /// <param name="isNorth">The beam was at north.</param>
    /// <param name="said">Seconds a turn, as the message says.</param>
    public void Mark(DateTimeOffset receivedAt, bool isNorth, double? said)
    {
        lock (gate)
        {
            lastMarkAt = receivedAt;
            if (said is not null)
                periodSeconds = said;
            else if (
                isNorth
                && northAt is { } before
                && (receivedAt - before).TotalSeconds is > 0.3 and < 60 and var turn
            )
                periodSeconds = turn;
            northAt = isNorth ? receivedAt : northAt;
        }
    }

    public SensorStatus Status(DateTimeOffset now, RadarModel model)
    {
        lock (gate)
        {
            var heard = lastPlotAt > lastMarkAt || lastMarkAt is null ? lastPlotAt : lastMarkAt;
            var patience = TimeSpan.FromSeconds(5 + 3 * model.PeriodSeconds);
            var state =
                heard is null ? SensorState.Lost
                : now - heard > patience ? SensorState.Silent
                : SensorState.Live;
            return new SensorStatus(state, plots, lastPlotAt, lastMarkAt, periodSeconds, lags.Median());
        }
    }
}

/// <summary>How a sensor is.</summary>
internal enum SensorState
{
    /// <summary>It speaks.</summary>
    Live,

    /// <summary>It spoke, and has not for some turns.</summary>
    Silent,

    /// <summary>It was never heard since the server started.</summary>
    Lost,

    /// <summary>Switched off.</summary>
    Off,
}

internal static class SensorStates
{
    public static string Code(this SensorState state) =>
        state switch
        {
            SensorState.Live => "live",
            SensorState.Silent => "silent",
            SensorState.Lost => "lost",
            _ => "off",
        };
}

/// <summary>What is known of a sensor at a moment; see <see cref="SensorHealth"/>.</summary>
internal readonly record struct SensorStatus(
    SensorState State,
    long Plots,
    DateTimeOffset? LastPlotAt,
    DateTimeOffset? LastMarkAt,
    double? PeriodSeconds,
    double? LagSeconds
);
