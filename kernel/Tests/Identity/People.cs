using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Units;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Identity;

/// <summary>People, posts and units for tests of sign-in.</summary>
internal static class People
{
    public const string Password = "correct horse battery";

    /// <summary>A unit in an area.</summary>
    public static Task<UnitId> Unit(this FourfoldBox box, string areaCode = "46", string name = "测试单位") =>
        box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            var unit = new Unit
            {
                Id = Ids.New<UnitId>(db.Clock),
                Name = name,
                Department = "police",
                AreaCode = areaCode,
                AreaPath = areaCode,
                Parent = null,
                JurisdictionAreas = [areaCode],
                JurisdictionGeometry = null,
                Latitude = null,
                Longitude = null,
                Synthetic = true,
            };
            db.Units.Add(unit);
            await db.SaveChangesAsync();
            return unit.Id;
        });

    /// <summary>A person with a password and a post for each role.</summary>
    public static async Task<PersonId> Person(
        this FourfoldBox box,
        string userName,
        DateTimeOffset? until = null,
        params string[] roles
    )
    {
        var unit = await box.Unit();
        return await box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            var person = new Person
            {
                Id = Ids.New<PersonId>(db.Clock),
                UserName = userName,
                DisplayName = userName,
                CreatedAt = db.Clock.GetUtcNow(),
            };
            PersonManager.Require(await services.GetRequiredService<PersonManager>().CreateAsync(person, Password));
            foreach (var role in roles)
                db.Posts.Add(
                    new Post
                    {
                        Id = Ids.New<PostId>(db.Clock),
                        Person = person.Id,
                        Unit = unit,
                        Role = role,
                        From = db.Clock.GetUtcNow(),
                        Until = until,
                    }
                );
            await db.SaveChangesAsync();
            return person.Id;
        });
    }

    /// <summary>Tries to sign in.</summary>
    public static Task<HttpResponseMessage> SignIn(
        this HttpClient client,
        string userName,
        string password = Password,
        string purpose = Purposes.SeaWatch,
        string? note = null
    ) =>
        client.PostAsJsonAsync(
            "/api/v1/session",
            new
            {
                userName,
                password,
                purpose,
                purposeNote = note,
            }
        );

    /// <summary>The body, when the status is the expected one; else fails with the body.</summary>
    public static async Task<JsonElement> Body(this HttpResponseMessage response, int status = 200)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}, not {status}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The problem's code, when the status is the expected one.</summary>
    public static async Task<string?> Problem(this HttpResponseMessage response, int status) =>
        (await response.Body(status)).GetProperty("code").GetString();
}
