using System.Text.Json;
using Fourfold.Behaviour;
using Xunit;

namespace Fourfold.Sense.Tests.Behaviour;

public sealed class ParameterTests
{
    private static readonly Rule Rule = new(Guid.Empty, Version: 1, Level: 3, ZoneIds: []);

    public static TheoryData<string> Codes => [.. DetectorKind.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_default_is_in_its_range_and_an_empty_object_means_the_defaults(string code)
    {
        var kind = DetectorKind.Find(code)!;
        Assert.All(kind.Parameters, p => Assert.InRange(p.Default, p.Minimum, p.Maximum));
        Assert.Equal(kind.Parameters.Count, kind.Parameters.Select(p => p.Name).Distinct().Count());
        var detector = kind.TryMake(Rule, Json("{}"), out var problems);
        Assert.Empty(problems);
        Assert.Equal((code, Rule), (detector!.Code, detector.Rule));
    }

    [Fact]
    public void Parameters_survive_the_way_through_json()
    {
        var zone = new ZoneEntryParameters
        {
            ConfirmSeconds = 3,
            ClassA = false,
            MinimumSpeedKnots = 12.5,
        };
        Assert.Equal(zone, ZoneEntryParameters.Read(Json(Written(zone.Write)), []));
        var silence = new AisSilenceParameters
        {
            FloorSeconds = 60,
            HeardAhead = false,
            OthersHeard = 5,
        };
        Assert.Equal(silence, AisSilenceParameters.Read(Json(Written(silence.Write)), []));
    }

    [Theory]
    [InlineData("""{"confirmSeconds":-1}""", "parameter.out-of-range", "confirmSeconds")]
    [InlineData("""{"confirmSeconds":"10"}""", "parameter.not-a-number", "confirmSeconds")]
    [InlineData("""{"confirmMinutes":1}""", "parameter.unknown", "confirmMinutes")]
    [InlineData("[]", "parameter.not-an-object", "")]
    public void Bad_parameters_are_refused_by_name(string json, string code, string name)
    {
        Assert.Null(DetectorKind.Find("zone-entry")!.TryMake(Rule, Json(json), out var problems));
        Assert.Equal((code, name), (problems[0].Code, problems[0].Name));
    }

    [Fact]
    public void All_problems_are_listed_at_once()
    {
        var json = Json("""{"floorSeconds":1,"cadenceFactor":1000,"clearFixes":2}""");
        Assert.Null(DetectorKind.Find("ais-silence")!.TryMake(Rule, json, out var problems));
        Assert.Equal(["floorSeconds", "cadenceFactor"], problems.Select(p => p.Name));
    }

    [Fact]
    public void An_unknown_kind_is_not_found() => Assert.Null(DetectorKind.Find("telepathy"));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
