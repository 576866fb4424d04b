using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Fourfold.Contracts;
using Fourfold.Kernel;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Units;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.OpenRosa;

/// <summary>A worker with a phone on which ODK Collect is, and what it sends.</summary>
internal static class Collector
{
    public const string Root = "/api/v1/openrosa";

    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    public static string Instance(
        Guid id,
        DateTimeOffset at,
        string code = "visit",
        string? answers = null,
        string people = "2"
    ) =>
        $"""
            <data xmlns:orx="http://openrosa.org/xforms" id="fourfold:{code}" version="1">
              {answers ?? $"<note>x</note><people>{people}</people><health>糖尿病</health>"}
              <orx:meta><orx:instanceID>uuid:{id}</orx:instanceID><orx:timeEnd>{at:yyyy-MM-ddTHH:mm:ss.fff}+00:00</orx:timeEnd></orx:meta>
            </data>
            """;

    public static MultipartFormDataContent Form(string xml)
    {
        var instance = new StringContent(xml, Encoding.UTF8, "text/xml");
        return new MultipartFormDataContent { { instance, "xml_submission_file", "instance.xml" } };
    }

    public static string Text(XElement of, string name) => of.Elements().Single(e => e.Name.LocalName == name).Value;

    public static async Task<(HttpClient Collect, Guid Person)> Worker(FormsBox box, string area = County)
    {
        var (collect, person, session, _) = await WorkerWithSession(box, area);
        session.Dispose();
        return (collect, person);
    }

    public static async Task<(HttpClient Collect, Guid Person, HttpClient Session, string Id)> WorkerWithSession(
        FormsBox box,
        string area = County
    )
    {
        var name = $"collector{area}";
        var (person, post) = await box.Box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            var unit = new Unit
            {
                Id = Ids.New<UnitId>(db.Clock),
                Name = "村",
                Department = "governance-centre",
                AreaCode = area,
                AreaPath = area,
                Parent = null,
                JurisdictionAreas = [],
                JurisdictionGeometry = null,
                Latitude = null,
                Longitude = null,
                Synthetic = true,
            };
            var worker = new Person
            {
                Id = Ids.New<PersonId>(db.Clock),
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                DisplayName = "采集员",
                SecurityStamp = "first",
                CreatedAt = db.Clock.GetUtcNow(),
            };
            var post = new Post
            {
                Id = Ids.New<PostId>(db.Clock),
                Person = worker.Id,
                Unit = unit.Id,
                Role = Roles.GridWorker,
                From = db.Clock.GetUtcNow(),
            };
            db.AddRange(unit, worker, post);
            await db.SaveChangesAsync();
            return (worker.Id.Value, post.Id.Value);
        });
        var session = box.Box.As(
            new TestActor(Roles.GridWorker, area, Purposes.FieldWork) { Person = person, Post = post }
        );
        var made = await Ok(session.PostAsync($"{Root}/passwords", null));
        var secret = made.GetProperty("password").GetString()!;
        Assert.DoesNotContain(secret, await session.GetStringAsync($"{Root}/passwords"), StringComparison.Ordinal);
        return (Basic(box.Box, name, secret), person, session, made.GetProperty("id").GetString()!);
    }

    public static HttpClient Basic(FourfoldBox box, string name, string password)
    {
        var client = box.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"))
        );
        return client;
    }
}
