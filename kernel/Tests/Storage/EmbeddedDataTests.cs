using System.Reflection;
using System.Text.Json;
using Fourfold.Kernel.Storage;
using Xunit;

namespace Fourfold.Kernel.Tests.Storage;

/// <summary>What comes inside an assembly is read, and what is wrong with it is told by its name.</summary>
public sealed class EmbeddedDataTests
{
    private const string Units = "Fourfold.Kernel.Units.Data.demonstration-units.json";
    private const string Days = "Fourfold.Kernel.Calendars.Data.cn.csv";
    private static readonly Assembly Home = typeof(EmbeddedData).Assembly;

    [Fact]
    public void Json_is_read_whatever_the_case_of_its_names() =>
        Assert.NotEmpty(EmbeddedData.Json<Shape>(Home, Units).Units);

    [Fact]
    public void Text_is_read_whole() =>
        Assert.Contains("\n2026-", EmbeddedData.Text(Home, Days), StringComparison.Ordinal);

    [Fact]
    public void What_is_missing_is_named_with_its_assembly()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => EmbeddedData.Json<Shape>(Home, "no.such.json"));
        Assert.Contains("no.such.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Fourfold.Kernel", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_json_is_named_with_its_assembly()
    {
        var fault = Assert.Throws<JsonException>(() => EmbeddedData.Json<Shape>(Home, Days));
        Assert.Contains(Days, fault.Message, StringComparison.Ordinal);
        Assert.Contains("Fourfold.Kernel", fault.Message, StringComparison.Ordinal);
    }

    private sealed record Shape(JsonElement[] Units);
}
