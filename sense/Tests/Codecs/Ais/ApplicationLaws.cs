using System.Text;
using CsCheck;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Applications;
using Fourfold.Codecs.Ais.Encoding;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Ais.Output;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>What holds for every application of a binary message. A failure prints the seed that makes it again.</summary>
public sealed class ApplicationLaws
{
    private const int Rounds = 200;

    private static readonly Dictionary<string, Func<int, Sent>> Applications = new(StringComparer.Ordinal)
    {
        [nameof(AidMonitoring)] = Send<AidMonitoring>,
        [nameof(ApplicationAcknowledgement)] = Send<ApplicationAcknowledgement>,
        [nameof(AreaNotice)] = Send<AreaNotice>,
        [nameof(BerthingData)] = Send<BerthingData>,
        [nameof(BridgeClearance)] = SendBridgeClearance,
        [nameof(BuoyMonitoring)] = Send<BuoyMonitoring>,
        [nameof(CapabilityInterrogation)] = Send<CapabilityInterrogation>,
        [nameof(CapabilityReply)] = SendCapabilityReply,
        [nameof(ClearanceTime)] = Send<ClearanceTime>,
        [nameof(CoastGuardAreaNotice)] = Send<CoastGuardAreaNotice>,
        [nameof(CoastGuardEnvironment)] = Send<CoastGuardEnvironment>,
        [nameof(DangerousCargo)] = Send<DangerousCargo>,
        [nameof(EnvironmentalReport)] = Send<EnvironmentalReport>,
        [nameof(ExtendedShipData)] = Send<ExtendedShipData>,
        [nameof(FairwayClosed)] = Send<FairwayClosed>,
        [nameof(FunctionInterrogation)] = Send<FunctionInterrogation>,
        [nameof(GeographicNotice)] = Send<GeographicNotice>,
        [nameof(InlandPersons)] = Send<InlandPersons>,
        [nameof(InlandShipData)] = Send<InlandShipData>,
        [nameof(LegacyDangerousCargo)] = Send<LegacyDangerousCargo>,
        [nameof(LegacyMeteorologicalData)] = Send<LegacyMeteorologicalData>,
        [nameof(LegacyShipData)] = Send<LegacyShipData>,
        [nameof(LegacyTidalWindows)] = Send<LegacyTidalWindows>,
        [nameof(LockArrival)] = Send<LockArrival>,
        [nameof(LockReply)] = Send<LockReply>,
        [nameof(MarineTrafficSignal)] = Send<MarineTrafficSignal>,
        [nameof(MeteorologicalData)] = Send<MeteorologicalData>,
        [nameof(PersonsOnBoard)] = Send<PersonsOnBoard>,
        [nameof(RouteExchange)] = Send<RouteExchange>,
        [nameof(RouteInformation)] = Send<RouteInformation>,
        [nameof(SatelliteShipWeather)] = Send<SatelliteShipWeather>,
        [nameof(SeawayLockOrder)] = Send<SeawayLockOrder>,
        [nameof(SeawayLockTimes)] = Send<SeawayLockTimes>,
        [nameof(SeawayVersion)] = Send<SeawayVersion>,
        [nameof(SeawayWaterFlow)] = Send<SeawayWaterFlow>,
        [nameof(SeawayWaterLevel)] = Send<SeawayWaterLevel>,
        [nameof(SeawayWeather)] = Send<SeawayWeather>,
        [nameof(SeawayWind)] = Send<SeawayWind>,
        [nameof(ShipWeather)] = Send<ShipWeather>,
        [nameof(SignalStatus)] = Send<SignalStatus>,
        [nameof(SmallSatelliteShipWeather)] = Send<SmallSatelliteShipWeather>,
        [nameof(SyntheticTargets)] = Send<SyntheticTargets>,
        [nameof(TelegramAcknowledgement)] = Send<TelegramAcknowledgement>,
        [nameof(TextDescription)] = Send<TextDescription>,
        [nameof(TextTelegram)] = Send<TextTelegram>,
        [nameof(TidalWindows)] = Send<TidalWindows>,
        [nameof(TinySatelliteShipWeather)] = Send<TinySatelliteShipWeather>,
        [nameof(WaterLevels)] = Send<WaterLevels>,
        [nameof(WeatherWarning)] = Send<WeatherWarning>,
        [nameof(WmoShipWeather)] = Send<WmoShipWeather>,
    };

    /// <summary>One message of an application, as sentences.</summary>
    internal static string Lines(string application, int seed) => Applications[application](seed).Lines;

    /// <summary>Names of the applications.</summary>
    public static TheoryData<string> Names() => [.. Applications.Keys];

    [Fact]
    public void Every_application_of_the_library_is_put_to_the_test()
    {
        var all = typeof(IAisApplication)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IAisApplication)));
        Assert.Equal(
            all.Where(type => type.IsValueType).Select(type => type.Name).Order(StringComparer.Ordinal),
            Applications.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_is_read(string application)
    {
        Gen.Int.Sample(
            seed =>
            {
                var sent = Applications[application](seed);
                Assert.Equal(sent.Written, sent.Read);
                Assert.Contains(sent.Written[1..^1], sent.Json, StringComparison.Ordinal);
            },
            iter: Rounds
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_cut_anywhere_is_read_as_far_as_it_goes(string application)
    {
        var json = new byte[AisJson.MaxBytes];
        var csv = new byte[AisCsv.MaxBytes];
        Gen.Int.Sample(
            seed =>
            {
                var sent = Applications[application](seed);
                for (var length = AisMessage.MinBits; length <= sent.Length; length += 1 + length % 5)
                {
                    var lines = new AisEncoder().Encode(new BitsFields(sent.Bits, length), new SentenceFrame());
                    var read = Decoded.Single(lines);
                    using var parsed = System.Text.Json.JsonDocument.Parse(read.Json);
                    Assert.Equal(parsed.RootElement.GetProperty("type").GetInt32(), sent.Type);
                }
            },
            iter: 3
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_and_printing_allocates_nothing(string application)
    {
        var lines = Enumerable.Range(0, 20).Select(seed => Applications[application](seed).Lines);
        var bytes = Encoding.ASCII.GetBytes(string.Concat(lines));
        var sink = new PrintingSink();
        var reader = new AisReader();
        for (var i = 0; i < 50; i++)
        {
            reader.Push(bytes, i, ref sink);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        reader.Push(bytes, 50, ref sink);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(20 * 51, sink.Messages);
    }

    [Theory]
    [InlineData(316)]
    [InlineData(366)]
    public void A_seaway_message_is_read_under_both_area_codes(int areaCode)
    {
        var fields = new ApplicationMessageFields<SeawayVersion>
        {
            Mmsi = 3_669_987,
            AreaCode = areaCode,
            Application = new SeawayVersion { Major = 4, Minor = 1 },
        };
        var json = Decoded.Single(new AisEncoder().Encode(fields, new SentenceFrame())).Json;
        Assert.Contains(
            $"\"dac\":{areaCode},\"fi\":32,\"application\":\"seaway_version\"",
            json,
            StringComparison.Ordinal
        );
        Assert.Contains("\"major\":4,\"minor\":1", json, StringComparison.Ordinal);
    }

    [Fact]
    public void An_application_that_nobody_knows_keeps_its_bits()
    {
        var fields = new BinaryMessageFields
        {
            Mmsi = 3_669_987,
            Application = new AisApplicationId(412, 63),
            Data = new byte[] { 0xDE, 0xAD, 0xBE },
            DataBits = 21,
        };
        var json = Decoded.Single(new AisEncoder().Encode(fields, new SentenceFrame())).Json;
        Assert.EndsWith("\"dac\":412,\"fi\":63,\"data_bits\":21,\"data\":\"deadb8\"}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Persons_and_targets_that_share_an_identifier_are_told_apart_by_their_length()
    {
        var persons = new ApplicationMessageFields<PersonsOnBoard>
        {
            Mmsi = 413_000_001,
            Application = new PersonsOnBoard { Persons = 4711 },
        };
        Assert.Contains(
            "\"persons_on_board\",\"content\":{\"persons\":4711}",
            Decoded.Single(new AisEncoder().Encode(persons, new SentenceFrame())).Json,
            StringComparison.Ordinal
        );
        // The IALA sends the same 120 bits a target as 1/17 under 1/16.
        var targets = new byte[SyntheticTargets.TargetBits / 8];
        targets[0] = 0b1000_0001;
        var iala = new BinaryMessageFields
        {
            Mmsi = 413_000_001,
            Application = new AisApplicationId(1, 16),
            Data = targets,
            DataBits = SyntheticTargets.TargetBits,
        };
        Assert.Contains(
            "\"synthetic_targets\",\"content\":{\"targets\":[{\"id_kind\":2,",
            Decoded.Single(new AisEncoder().Encode(iala, new SentenceFrame())).Json,
            StringComparison.Ordinal
        );
    }

    private static Sent Send<T>(int seed)
        where T : struct, IAisApplication, allows ref struct
    {
        var random = new Random(seed);
        var application = default(T);
        var fields = new RandomFields(random);
        application.Visit(ref fields);
        return Send(application, random);
    }

    // Only version 0 has a layout that is known.
    private static Sent SendBridgeClearance(int seed)
    {
        var random = new Random(seed);
        var application = default(BridgeClearance);
        var fields = new RandomFields(random);
        application.Visit(ref fields);
        application.Version = 0;
        return Send(application, random);
    }

    // All 64 functions are always sent.
    private static Sent SendCapabilityReply(int seed)
    {
        var random = new Random(seed);
        var functions = new FunctionCapability[64];
        for (var i = 0; i < functions.Length; i++)
        {
            functions[i].IsAvailable = random.Next(2) == 0;
        }
        return Send(new CapabilityReply { Area = random.Next(1024), Functions = functions }, random);
    }

    private static Sent Send<T>(T application, Random random)
        where T : struct, IAisApplication, allows ref struct
    {
        var type = new[] { 6, 8, 25, 26 }[random.Next(4)];
        int? destination = type == 6 || (type > 8 && random.Next(2) == 0) ? random.Next(1 << 30) : null;
        var message = new ApplicationMessageFields<T>
        {
            Type = type,
            Repeat = random.Next(4),
            Mmsi = (uint)random.Next(1 << 30),
            Destination = destination,
            Sequence = random.Next(4),
            IsRetransmitted = random.Next(2) == 0,
            Communication = type == 26 ? new CommunicationState(random.Next(1 << 19), random.Next(2) == 0) : null,
            Application = application,
        };
        var bits = new byte[512];
        var writer = new AisBitWriter(bits);
        message.Write(ref writer);
        var lines = new AisEncoder().Encode(message, new SentenceFrame());
        var read = Decoded.Single(
            lines,
            bits => AisApplication.TryRead<T>(bits, out var a) ? Fields.Print(a) : "not read"
        );
        return new Sent(Fields.Print(application), read.Text, read.Json, lines, bits, writer.Length, type);
    }

    /// <summary>An application that was sent, and what came of it.</summary>
    private sealed record Sent(
        string Written,
        string Read,
        string Json,
        string Lines,
        byte[] Bits,
        int Length,
        int Type
    );

    private struct PrintingSink() : IAisSink
    {
        private readonly byte[] _json = new byte[AisJson.MaxBytes];
        private readonly byte[] _csv = new byte[AisCsv.MaxBytes];
        private readonly GpsdJson _gpsd = new();

        public long Messages { get; private set; }

        public void Message(in AisMessage message)
        {
            Messages++;
            Assert.True(AisJson.Write(in message, _json) > 0);
            Assert.True(AisCsv.Write(in message, _csv) > 0);
            Assert.True(_gpsd.Write(in message, _json) > 0);
        }

        public readonly void Sentence(in NmeaSentence sentence) { }

        public readonly void Dropped(in NmeaDrop drop) => Assert.Fail($"dropped: {drop.Fault}");
    }
}
