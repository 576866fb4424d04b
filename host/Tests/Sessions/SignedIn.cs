using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Sessions;

/// <summary>Somebody with a session, or a program with a key, made through the API as administrators make them.</summary>
internal sealed class SignedIn : IDisposable
{
    private const string Password = "correct horse battery";
    private static readonly TestActor Administrator = new(Roles.Administrator, Purpose: Purposes.Administration);
    private static readonly TestActor Security = new(Roles.SecurityOfficer, Purpose: Purposes.Security);
    private readonly FourfoldBox box;

    private SignedIn(FourfoldBox box) => this.box = box;

    /// <summary>Requests as this somebody.</summary>
    public HttpClient Client { get; private init; } = new();

    /// <summary>The header that proves who it is, for what is no HttpClient.</summary>
    public (string Name, string Value) Proof { get; private init; }

    private string PersonId { get; init; } = "";
    private string PostId { get; init; } = "";
    private string KeyId { get; init; } = "";

    /// <summary>A duty officer of the province, whose post ends in ten minutes.</summary>
    public static async Task<SignedIn> Person(FourfoldBox box)
    {
        using var administrator = box.As(Administrator);
        var unit = await Made(
            administrator,
            "/api/v1/units",
            new
            {
                name = "值班室",
                department = "police",
                areaCode = "46",
            }
        );
        var userName = $"u{Guid.NewGuid():N}"[..12];
        var person = await Made(
            administrator,
            "/api/v1/people",
            new
            {
                userName,
                displayName = userName,
                password = Password,
            }
        );
        var id = person.GetProperty("id").GetString()!; // The contract says so.
        var withPost = await Made(
            administrator,
            $"/api/v1/people/{id}/posts",
            new
            {
                unitId = unit.GetProperty("id").GetString(),
                role = Roles.DutyOfficer,
                until = box.Clock.GetUtcNow().AddMinutes(10),
            }
        );
        box.Clock.Advance(TimeSpan.FromMinutes(1));
        var cookies = new CookieContainer();
        var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = box.Url };
        var session = new
        {
            userName,
            password = Password,
            purpose = Purposes.SeaWatch,
        };
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync("/api/v1/session", session)).StatusCode);
        return new SignedIn(box)
        {
            Client = client,
            Proof = ("Cookie", cookies.GetCookieHeader(box.Url)),
            PersonId = id,
            PostId = withPost.GetProperty("posts")[0].GetProperty("id").GetString()!, // As above.
        };
    }

    /// <summary>A program with a key for ten minutes.</summary>
    public static async Task<SignedIn> Program(FourfoldBox box)
    {
        using var security = box.As(Security);
        var key = await Made(
            security,
            "/api/v1/api-keys",
            new
            {
                name = $"plotter {Guid.NewGuid():N}",
                scopes = new[] { Permission.PictureRead, Permission.CasesRead },
                areaCode = "46",
                purpose = Purposes.SeaWatch,
                expiresAt = box.Clock.GetUtcNow().AddMinutes(10),
            }
        );
        var client = box.Anonymous();
        var secret = key.GetProperty("secret").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return new SignedIn(box)
        {
            Client = client,
            Proof = ("Authorization", $"Bearer {secret}"),
            KeyId = key.GetProperty("id").GetString()!, // As above.
        };
    }

    /// <summary>Every way a session or key ends.</summary>
    public static readonly IReadOnlyDictionary<string, Func<SignedIn, Task>> Endings = new Dictionary<
        string,
        Func<SignedIn, Task>
    >(StringComparer.Ordinal)
    {
        ["signing out"] = who => Done(who.Client.DeleteAsync("/api/v1/session")),
        ["another purpose"] = who =>
            Done(who.Client.PutAsJsonAsync("/api/v1/session/purpose", new { purpose = Purposes.CaseWork })),
        ["another password"] = who =>
            who.By(Administrator, c => c.PostAsJsonAsync($"/api/v1/people/{who.PersonId}/password", NewPassword)),
        ["switched off"] = who =>
            who.By(
                Administrator,
                c =>
                    c.PutAsJsonAsync(
                        $"/api/v1/people/{who.PersonId}",
                        new
                        {
                            displayName = "x",
                            active = false,
                            expectedRevision = 0,
                        }
                    )
            ),
        ["post ended"] = who =>
            who.By(
                Administrator,
                c =>
                    c.PutAsJsonAsync(
                        $"/api/v1/posts/{who.PostId}",
                        new { until = who.box.Clock.GetUtcNow(), expectedRevision = 0 }
                    )
            ),
        ["post runs out"] = who => who.Wait(),
        ["key revoked"] = who => who.By(Security, c => c.DeleteAsync($"/api/v1/api-keys/{who.KeyId}")),
        ["key runs out"] = who => who.Wait(),
    };

    private static readonly object NewPassword = new { password = "battery horse correct" };

    public void Dispose() => Client.Dispose();

    private Task Wait()
    {
        box.Clock.Advance(TimeSpan.FromMinutes(10));
        return Task.CompletedTask;
    }

    private async Task By(TestActor actor, Func<HttpClient, Task<HttpResponseMessage>> what)
    {
        using var client = box.As(actor);
        await Done(what(client));
    }

    private static async Task Done(Task<HttpResponseMessage> what)
    {
        using var answer = await what;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> Made(HttpClient client, string path, object what)
    {
        using var answer = await client.PostAsJsonAsync(path, what);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
