using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests;

/// <summary>A Fourfold with people of 澄迈县 (469023) and of 儋州市 (460400) who make and fill forms.</summary>
internal sealed class FormsBox : IAsyncDisposable
{
    public const string County = "469023";
    public const string OtherCounty = "460400";
    private static readonly string Validator = Repository.At("web/packages/forms/dist/validator.js");

    private FormsBox(FourfoldBox box)
    {
        Box = box;
        Clerk = As(Roles.CentreClerk);
        Head = As(Roles.CentreHead);
        Commissioner = As(Roles.Commissioner);
        Worker = As(Roles.GridWorker, purpose: Purposes.FieldWork);
        Province = As(Roles.CentreHead, "46");
        Stranger = As(Roles.CentreHead, OtherCounty);
    }

    public FourfoldBox Box { get; }
    public HttpClient Clerk { get; }
    public HttpClient Head { get; }
    public HttpClient Commissioner { get; }
    public HttpClient Worker { get; }
    public HttpClient Province { get; }

    /// <summary>Head of another county's centre.</summary>
    public HttpClient Stranger { get; }

    public DateTimeOffset Now => Box.Clock.GetUtcNow();

    /// <param name="options">Changes what the operator may set.</param>
    /// <param name="judged">False: the validator is not there, and the test needs none.</param>
    public static async Task<FormsBox> Start(Func<ServeOptions, ServeOptions>? options = null, bool judged = true)
    {
        Assert.SkipUnless(!judged || File.Exists(Validator), "the validator is not built: npm run build in web/");
        var set = new ServeOptions { ValidatorFile = judged ? Validator : null };
        return new FormsBox(
            await FourfoldBox.Start(services =>
            {
                services.AddSingleton<IOptions<ServeOptions>>(Options.Create(options?.Invoke(set) ?? set));
                services.RunNoLoops();
            })
        );
    }

    public HttpClient As(string role, string area = County, string purpose = Purposes.CaseWork, Guid? person = null) =>
        Box.As(new TestActor(role, area, purpose) { Person = person ?? Guid.NewGuid() });

    /// <summary>A visit with one plain, one personal and two sensitive fields, one of them in a repeat.</summary>
    public static JsonObject Visit(string code = "visit") =>
        Spec(
            code,
            Field("note", "text"),
            Field("people", "integer", more: new { constraint = ". > 0" }),
            Field("phone", "text", "personal", 30),
            Field("health", "text", "sensitive", 10),
            new JsonObject
            {
                ["code"] = "relatives",
                ["type"] = "repeat",
                ["label"] = Words("relatives"),
                ["items"] = new JsonArray(Field("relation", "text"), Field("id_number", "text", "sensitive", 20)),
            }
        );

    public static JsonObject Spec(string code, params JsonNode[] items) =>
        new()
        {
            ["code"] = code,
            ["title"] = Words(code),
            ["items"] = new JsonArray(items),
        };

    public static JsonObject Field(
        string code,
        string type,
        string? sensitivity = null,
        int? days = null,
        object? more = null
    )
    {
        var field = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        field["code"] = code;
        field["type"] = type;
        field["label"] = Words(code);
        if (sensitivity is not null)
            field["personal"] = new JsonObject
            {
                ["sensitivity"] = sensitivity,
                ["purpose"] = Words("purpose"),
                ["legalBasis"] = "statutoryDuty",
                ["retentionDays"] = days,
            };
        return field;
    }

    public static JsonObject Words(string text) => new() { ["zh"] = $"{text}（中）", ["en"] = text };

    public Task<JsonElement> Save(JsonObject spec, int revision = 0, HttpClient? who = null) =>
        Ok((who ?? Clerk).PutAsJsonAsync($"/api/v1/forms/{spec["code"]}/draft", new { spec, revision }));

    /// <summary>Saves and publishes; the version.</summary>
    public async Task<int> Publish(JsonObject spec, string? assessmentNumber = "PIA-2026-1", HttpClient? who = null)
    {
        var (code, by) = ((string)spec["code"]!, who ?? Clerk);
        using var there = await by.GetAsync($"/api/v1/forms/{code}/draft");
        var revision = there.IsSuccessStatusCode
            ? (await there.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revision").GetInt32()
            : 0;
        revision = (await Save(spec, revision, by)).GetProperty("revision").GetInt32();
        var published = await Ok(
            by.PostAsJsonAsync($"/api/v1/forms/{code}/publish", new { revision, assessmentNumber })
        );
        return published.GetProperty("version").GetInt32();
    }

    public static object VisitAnswers() =>
        new
        {
            note = "门口有台阶",
            people = 3,
            phone = "13800000000",
            health = "二型糖尿病",
            relatives = new object[]
            {
                new { relation = "子", id_number = "460000199001010011" },
                new { relation = "女" },
            },
        };

    public Task<HttpResponseMessage> Submit(
        object answers,
        string code = "visit",
        int version = 1,
        Guid? id = null,
        HttpClient? who = null,
        DateTimeOffset? filledAt = null,
        string? gridId = null,
        object? forResident = null,
        object? position = null
    ) =>
        (who ?? Worker).PostAsJsonAsync(
            $"/api/v1/forms/{code}/submissions",
            new
            {
                id = id ?? Guid.CreateVersion7(Now),
                version,
                filledAt = filledAt ?? Now.ToOffset(TimeSpan.FromHours(8)),
                answers,
                gridId,
                forResident,
                position,
            }
        );

    /// <summary>A visit that has come in; its id.</summary>
    public async Task<string> Visited(HttpClient? who = null)
    {
        var received = await Ok(Submit(VisitAnswers(), who: who));
        return received.GetProperty("id").GetString()!;
    }

    public async Task<List<JsonElement>> List(HttpClient who, string code = "visit", string more = "") =>
        [.. (await Ok(who.GetAsync($"/api/v1/forms/{code}/submissions?{more}"))).GetProperty("items").EnumerateArray()];

    /// <summary>Runs a recurring job now: none runs by itself here.</summary>
    public Task Run<TJob>()
        where TJob : IRecurringJob =>
        Box.Inside(async services =>
        {
            await services.GetRequiredService<TJob>().Run(new JobRun(1, (_, _) => Task.CompletedTask), default);
            return 0;
        });

    public ValueTask DisposeAsync() => Box.DisposeAsync();
}
