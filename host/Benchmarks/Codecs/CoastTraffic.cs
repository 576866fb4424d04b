using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Messages of five thousand made-up ships, stations and buoys, in the shares that receivers on a busy coast have.</summary>
internal sealed class CoastTraffic
{
    private const int Ships = 5000;
    private const long Start = 1_700_000_000_000;

    private readonly AisEncoder _encoder = new();
    private readonly Random _chance;
    private readonly bool _tagged;
    private readonly Ship[] _ships = new Ship[Ships];
    private long _time = Start;
    private int _group;

    public CoastTraffic(Random chance, bool tagged)
    {
        (_chance, _tagged) = (chance, tagged);
        for (var i = 0; i < Ships; i++)
        {
            _ships[i] = new Ship(chance, i);
        }
    }

    /// <summary>The next message as one or two lines.</summary>
    public string Next()
    {
        var ship = _ships[_chance.Next(Ships)];
        ship.Move(_chance);
        _time += _chance.Next(4) * 5;
        var share = _chance.Next(100);
        return share switch
        {
            < 56 => Encode(Position(ship, share < 44 ? 1 : 3)),
            < 60 => Encode(Station(ship)),
            < 68 => Encode(Voyage(ship)),
            < 84 => Encode(ClassB(ship)),
            < 88 => Encode(new StaticDataPartAFields { Mmsi = ship.Mmsi, Name = ship.Name }),
            < 92 => Encode(PartB(ship)),
            < 97 => Encode(Aid(ship)),
            _ => Encode(LongRange(ship)),
        };
    }

    private string Encode<TFields>(in TFields fields)
        where TFields : IAisFields
    {
        var channel = _chance.Next(2) == 0 ? 'A' : 'B';
        return _encoder.Encode(
            in fields,
            _tagged
                ? new SentenceFrame
                {
                    Channel = channel,
                    Station = $"2570{_chance.Next(97):000}",
                    TimeUnixMs = _time / 1000 * 1000,
                    GroupId = _group = _group % 9999 + 1,
                }
                : new SentenceFrame { Channel = channel }
        );
    }

    private PositionReportFields Position(Ship ship, int type) =>
        new()
        {
            Type = type,
            Mmsi = ship.Mmsi,
            Status = ship.SpeedKnots < 0.3 ? NavigationStatus.Moored : NavigationStatus.UnderWayUsingEngine,
            // One ship in three has no rate-of-turn indicator, one in five no compass.
            Turn = ship.Number % 3 == 0 ? null : new AisTurn((sbyte)_chance.Next(-20, 21)),
            SpeedKnots = ship.SpeedKnots,
            IsAccurate = ship.Number % 2 == 0,
            Position = ship.Position,
            CourseDegrees = ship.CourseDegrees,
            HeadingDegrees = ship.Number % 5 == 0 ? null : ship.CourseDegrees,
            Timestamp = new AisTimestamp((byte)(_time / 1000 % 60)),
            IsRaim = ship.Number % 7 == 0,
            Communication = new CommunicationState(_chance.Next(1 << 19), type == 3),
        };

    private BaseStationReportFields Station(Ship ship) =>
        new()
        {
            Mmsi = 4_130_000 + (uint)(ship.Number % 40),
            UtcTime = DateTimeOffset.FromUnixTimeMilliseconds(_time),
            Position = ship.Position,
            FixType = PositionFixType.Surveyed,
            Communication = new CommunicationState(_chance.Next(1 << 19), false),
        };

    private StaticVoyageDataFields Voyage(Ship ship) =>
        new()
        {
            Mmsi = ship.Mmsi,
            AisVersion = 2,
            ImoNumber = ship.Number % 4 == 0 ? null : 9_000_000 + ship.Number,
            CallSign = $"B{ship.Number:0000}",
            Name = ship.Name,
            ShipType = 60 + ship.Number % 30,
            Dimensions = new AisDimensions(20 + ship.Number % 200, 15, 8, 9),
            FixType = (PositionFixType)1,
            Eta = new AisEta(1 + ship.Number % 12, 1 + ship.Number % 28, ship.Number % 24, 30),
            DraughtMetres = 3 + ship.Number % 90 / 10.0,
            Destination = ship.Number % 6 == 0 ? null : "HAIKOU",
            IsTerminalReady = true,
        };

    private ClassBPositionReportFields ClassB(Ship ship) =>
        new()
        {
            Mmsi = ship.Mmsi,
            SpeedKnots = ship.SpeedKnots,
            Position = ship.Position,
            CourseDegrees = ship.SpeedKnots < 0.3 ? null : ship.CourseDegrees,
            Timestamp = new AisTimestamp((byte)(_time / 1000 % 60)),
        };

    private static StaticDataPartBFields PartB(Ship ship) =>
        new()
        {
            Mmsi = ship.Mmsi,
            ShipType = 30 + ship.Number % 8,
            VendorId = "SRT",
            Model = ship.Number % 16,
            SerialNumber = ship.Number,
            CallSign = $"B{ship.Number:0000}",
            Dimensions = new AisDimensions(8, 7, 2, 3),
        };

    private static AidToNavigationReportFields Aid(Ship ship) =>
        new()
        {
            Mmsi = 994_130_000 + (uint)(ship.Number % 300),
            AidType = 1 + ship.Number % 31,
            Name = ship.Number % 3 == 0 ? $"{ship.Name} NORTH" : ship.Name,
            Position = ship.Position,
            IsVirtual = ship.Number % 4 == 0,
            IsOffPosition = ship.Number % 50 == 0,
        };

    private static LongRangeReportFields LongRange(Ship ship) =>
        new()
        {
            Mmsi = ship.Mmsi,
            Position = ship.Position,
            SpeedKnots = ship.SpeedKnots,
            CourseDegrees = ship.CourseDegrees,
        };

    private sealed class Ship
    {
        private double _latitude;
        private double _longitude;

        public Ship(Random chance, int number)
        {
            Number = number;
            Mmsi = 412_000_000 + (uint)chance.Next(2_999_999);
            Name = $"QIONG YANG YU {number:00000}";
            (_latitude, _longitude) = (17 + chance.NextDouble() * 4, 107 + chance.NextDouble() * 5);
            SpeedKnots = number % 4 == 0 ? 0 : Math.Round(chance.NextDouble() * 18, 1);
            CourseDegrees = Math.Round(chance.NextDouble() * 359, 1);
        }

        public int Number { get; }
        public uint Mmsi { get; }
        public string Name { get; }
        public double SpeedKnots { get; }
        public double CourseDegrees { get; private set; }

        public AisPosition Position => AisPosition.FromDegrees(latitude: _latitude, longitude: _longitude);

        public void Move(Random chance)
        {
            CourseDegrees = (CourseDegrees + chance.Next(-3, 4) + 360) % 360;
            _latitude += (chance.NextDouble() - 0.5) * 0.0004;
            _longitude += (chance.NextDouble() - 0.5) * 0.0004;
        }
    }
}
