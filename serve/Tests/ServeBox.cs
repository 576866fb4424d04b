using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Serve.Tests;

/// <summary>A Fourfold with one village drawn: 那大镇's first, and its neighbour in 和庆镇.</summary>
internal sealed class ServeBox : IAsyncDisposable
{
    public const string Village = "460400100001";
    public const string Neighbour = "460400101200";

    private ServeBox(FourfoldBox box)
    {
        Box = box;
        Head = box.As(new TestActor(Roles.CentreHead, "46", Purposes.CaseWork));
    }

    public FourfoldBox Box { get; }

    /// <summary>Head of the province's centre.</summary>
    public HttpClient Head { get; }

    public static async Task<ServeBox> Start(Action<IServiceCollection>? configure = null) =>
        new(await FourfoldBox.Start(configure));

    /// <summary>One whose jobs run only when the test runs them: for tests that move the clock.</summary>
    public static async Task<ServeBox> StartStill() => new(await FourfoldBox.Start(services => services.RunNoLoops()));

    public HttpClient As(string role, string area, string purpose = Purposes.CaseWork) =>
        Box.As(new TestActor(role, area, purpose));

    /// <summary>A square of a hundredth of a degree; west and south in hundredths from 109.5° E, 19.5° N.</summary>
    public static object Square(double west, double south, double size = 1)
    {
        double X(double at) => Math.Round(109.5 + (at / 100), 7);
        double Y(double at) => Math.Round(19.5 + (at / 100), 7);
        double[][] ring =
        [
            [X(west), Y(south)],
            [X(west + size), Y(south)],
            [X(west + size), Y(south + size)],
            [X(west), Y(south + size)],
            [X(west), Y(south)],
        ];
        return new { type = "Polygon", coordinates = new[] { ring } };
    }

    public async Task<JsonElement> Draw(
        object geometry,
        string village = Village,
        string kind = "comprehensive",
        object? more = null
    )
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["villageCode"] = village;
        body["name"] = "第一网格";
        body["kind"] = kind;
        body["geometry"] = JsonSerializer.SerializeToNode(geometry);
        return await Ok(Head.PostAsJsonAsync("/api/v1/grids", body));
    }

    public static async Task<JsonElement> Ok(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<JsonElement> Refused(HttpStatusCode status, string code, Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    public static string Id(JsonElement of) =>
        (of.TryGetProperty("grid", out var grid) ? grid : of).GetProperty("id").GetString()!;

    public static int Revision(JsonElement of) =>
        (of.TryGetProperty("grid", out var grid) ? grid : of).GetProperty("revision").GetInt32();

    public ValueTask DisposeAsync() => Box.DisposeAsync();
}
