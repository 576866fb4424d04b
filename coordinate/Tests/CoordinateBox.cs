using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Fourfold.Coordinate.Tests;

/// <summary>A Fourfold in a box with a made-up sea: alerts, units and files that the test puts there.</summary>
internal sealed class CoordinateBox : IAsyncDisposable
{
    public static readonly UnitSummary Station = Unit("东水派出所", "469023");
    public static readonly UnitSummary Neighbour = Unit("金江派出所", "469023");
    public static readonly UnitSummary Outside = Unit("徐闻海警工作站", "440825");
    public static readonly GeoPoint Place = new(19.97, 110.02);

    private readonly FakeWorld world;

    private CoordinateBox(FourfoldBox box, FakeWorld world)
    {
        (Box, this.world) = (box, world);
        Duty = box.As(TestActor.DutyOfficer);
        Clerk = box.As(new TestActor(Roles.CentreClerk, Purpose: Purposes.CaseWork));
        Head = box.As(new TestActor(Roles.CentreHead, Purpose: Purposes.CaseWork));
        Officer = box.As(TestActor.Responder(Station.Id.Value));
        Colleague = box.As(TestActor.Responder(Station.Id.Value));
        Stranger = box.As(TestActor.Responder(Neighbour.Id.Value));
    }

    public FourfoldBox Box { get; }
    public HttpClient Duty { get; }
    public HttpClient Clerk { get; }
    public HttpClient Head { get; }
    public HttpClient Officer { get; }
    public HttpClient Colleague { get; }
    public HttpClient Stranger { get; }

    public static async Task<CoordinateBox> Start(CoordinateOptions? limits = null)
    {
        var world = new FakeWorld();
        var box = await FourfoldBox.Start(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IAlerts>(world));
            services.Replace(ServiceDescriptor.Singleton<IUnitDirectory>(world));
            services.Replace(ServiceDescriptor.Singleton<IFiles>(world));
            services.Replace(ServiceDescriptor.Singleton<IPeople>(world));
            services.Replace(ServiceDescriptor.Singleton<IStandIns>(world));
            if (limits is not null)
                services.Replace(ServiceDescriptor.Singleton(Options.Create(limits)));
        });
        return new CoordinateBox(box, world);
    }

    /// <summary>A post of the station that work can be given to.</summary>
    public PostId Post(TestActor of)
    {
        var id = PostId.From(of.Post);
        world.Posts[id] = new PostSummary(id, PersonId.From(of.Person), Station.Id, of.Role, "p");
        return id;
    }

    /// <summary>From now on one post handles another's work; null: no more.</summary>
    public void StandIn(TestActor deputy, TestActor? absent)
    {
        var id = PostId.From(deputy.Post);
        if (absent is null)
            world.Absent.TryRemove(id, out _);
        else
            world.Absent[id] = PostId.From(absent.Post);
    }

    /// <summary>Sense raised an alert.</summary>
    public AlertSummary Alert(string areaPath = "469023", int level = 1)
    {
        var at = Box.Clock.GetUtcNow();
        var alert = new AlertSummary
        {
            Id = Ids.New<AlertId>(Box.Clock),
            Number = $"A-{world.Alerts.Count + 1}",
            Level = level,
            RuleCode = "ais-silence",
            RuleVersion = 3,
            ZoneName = "东水港",
            TrackId = Guid.NewGuid(),
            Subject = new AlertSubject(412_000_001, "QIONG 1", null, 6, "ais"),
            Position = Place,
            AreaPath = areaPath,
            FirstObservedAt = at.AddMinutes(-30),
            TrackedAt = at.AddMinutes(-29),
            RaisedAt = at,
            Reasons = [new Reason("ais.silence", 720, "s", 360, ">")],
            CounterReasons = [],
            Raw = [],
            Simulated = true,
        };
        world.Alerts[alert.Id] = alert;
        return alert;
    }

    /// <summary>Somebody stored a file.</summary>
    public FileId Photo(string mediaType = "image/jpeg")
    {
        var id = Ids.New<FileId>(Box.Clock);
        world.Files[id] = new StoredFile(id, new string('a', 64), 1000, mediaType, null);
        return id;
    }

    /// <summary>Opens a case from a fresh alert.</summary>
    public async Task<JsonElement> Open(string areaPath = "469023", int level = 1) =>
        await Ok(
            Duty.PostAsJsonAsync("/api/v1/cases", new { origin = "alert", alertId = Alert(areaPath, level).Id.Value })
        );

    /// <summary>Issues a work order without naming a unit.</summary>
    public async Task<JsonElement> Issue(JsonElement of) =>
        await Ok(
            Duty.PostAsJsonAsync($"/api/v1/cases/{Id(of)}/work-orders", new { instruction = "看岸上有没有人接应" })
        );

    /// <summary>One command; its result.</summary>
    public async Task<JsonElement> Send(
        HttpClient who,
        string kind,
        JsonElement order,
        object? payload = null,
        Guid? id = null
    )
    {
        var answer = await SendAll(
            who,
            Command(kind, Id(order), order.GetProperty("revision").GetInt32(), payload, id)
        );
        return Assert.Single(answer);
    }

    public object Command(string kind, Guid target, int revision, object? payload = null, Guid? id = null) =>
        new
        {
            id = id ?? Guid.CreateVersion7(Box.Clock.GetUtcNow()),
            kind = $"work-order.{kind}",
            target,
            expectedRevision = revision,
            deviceTime = Box.Clock.GetUtcNow().AddMinutes(-7),
            payload = payload ?? new { },
        };

    public static async Task<JsonElement[]> SendAll(HttpClient who, params object[] commands)
    {
        var answer = await Ok(who.PostAsJsonAsync("/api/v1/commands", new { commands }));
        return [.. answer.GetProperty("results").EnumerateArray()];
    }

    /// <summary>A case taken to 处置完毕 by an officer's report.</summary>
    public async Task<(JsonElement Case, JsonElement Order)> Resolved(object? report = null)
    {
        var opened = await Open();
        var order = await Issue(opened);
        var (id, revision) = (Id(order), order.GetProperty("revision").GetInt32());
        var results = await SendAll(
            Officer,
            Command("accept", id, revision),
            Command("set-out", id, revision + 1, new { position = Place }),
            Command("arrive", id, revision + 2, new { position = Place }),
            Command("report", id, revision + 3, report ?? new { result = "confirmed", reason = "illegal-landing" })
        );
        Assert.All(results, r => Assert.Equal(200, r.GetProperty("status").GetInt32()));
        return (await Case(opened), await Order(order));
    }

    public Task<JsonElement> Case(JsonElement of, HttpClient? who = null) =>
        Ok((who ?? Duty).GetAsync($"/api/v1/cases/{Id(of)}"));

    public Task<JsonElement> Order(JsonElement of, HttpClient? who = null) =>
        Ok((who ?? Duty).GetAsync($"/api/v1/work-orders/{Id(of)}"));

    /// <summary>Makes a transition with what the case was last seen at.</summary>
    public static Task<HttpResponseMessage> Transition(
        HttpClient who,
        JsonElement of,
        string transition,
        object? more = null
    )
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject(); // An object.
        body["transition"] = transition;
        body["expectedRevision"] = of.GetProperty("revision").GetInt32();
        return who.PostAsJsonAsync($"/api/v1/cases/{Id(of)}/transitions", body);
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

    public static Guid Id(JsonElement of) => of.GetProperty("id").GetGuid();

    public ValueTask DisposeAsync() => Box.DisposeAsync();

    private static UnitSummary Unit(string name, string area) =>
        new(UnitId.From(Guid.CreateVersion7()), name, "police", area, area, true);

    private sealed class FakeWorld : IAlerts, IUnitDirectory, IFiles, IPeople, IStandIns
    {
        public ConcurrentDictionary<AlertId, AlertSummary> Alerts { get; } = [];
        public ConcurrentDictionary<FileId, StoredFile> Files { get; } = [];

        public ValueTask<AlertSummary?> Find(AlertId id, CancellationToken ct) =>
            ValueTask.FromResult(Alerts.GetValueOrDefault(id));

        public ValueTask<UnitSummary?> Find(UnitId id, CancellationToken ct) =>
            ValueTask.FromResult(new[] { Station, Neighbour, Outside }.FirstOrDefault(u => u.Id == id));

        public ValueTask<Routing?> Route(GeoPoint place, string department, CancellationToken ct) =>
            ValueTask.FromResult(department == "police" ? new Routing(Station, "routing.sector", 1234, []) : null);

        public ValueTask<string?> AreaPathAt(GeoPoint place, CancellationToken ct) =>
            ValueTask.FromResult<string?>(place == Place ? "469023" : null);

        public ValueTask<StoredFile?> Find(FileId id, CancellationToken ct) =>
            ValueTask.FromResult(Files.GetValueOrDefault(id));

        public Task Forget(FileId id, CancellationToken ct)
        {
            Files.TryRemove(id, out _);
            return Task.CompletedTask;
        }

        public ValueTask<IReadOnlyDictionary<PersonId, string>> Names(
            IReadOnlyCollection<PersonId> ids,
            CancellationToken ct
        ) =>
            ValueTask.FromResult<IReadOnlyDictionary<PersonId, string>>(
                ids.ToDictionary(id => id, id => $"p-{id}"[..6])
            );

        public ValueTask<PostSummary?> FindPost(PostId id, CancellationToken ct) =>
            ValueTask.FromResult(Posts.GetValueOrDefault(id));

        public ValueTask<IReadOnlyList<PostFound>> FindPosts(
            IReadOnlyCollection<string> roles,
            string areaPath,
            string text,
            int most,
            CancellationToken ct
        ) =>
            ValueTask.FromResult<IReadOnlyList<PostFound>>([
                .. Posts.Values.Where(p => roles.Contains(p.Role)).Take(most).Select(p => new PostFound(p, "")),
            ]);

        public ConcurrentDictionary<PostId, PostSummary> Posts { get; } = [];
        public ConcurrentDictionary<PostId, PostId> Absent { get; } = [];

        public ValueTask<IReadOnlyList<PostId>> StandsInFor(PostId deputy, CancellationToken ct) =>
            ValueTask.FromResult<IReadOnlyList<PostId>>(Absent.TryGetValue(deputy, out var absent) ? [absent] : []);

        public ValueTask<IReadOnlyList<PostId>> DeputiesOf(PostId absent, CancellationToken ct) =>
            ValueTask.FromResult<IReadOnlyList<PostId>>([.. Absent.Where(a => a.Value == absent).Select(a => a.Key)]);
    }
}
