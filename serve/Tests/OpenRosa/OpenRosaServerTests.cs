using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Kernel;
using Fourfold.Serve.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.OpenRosa.Collector;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.OpenRosa;

/// <summary>What ODK Collect does, request by request, with an app password and no session.</summary>
[Trait("Needs", "Store")]
public sealed class OpenRosaServerTests
{
    [Fact]
    public async Task Collect_is_asked_for_a_password_and_gets_the_list_with_it()
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        using var stranger = box.Box.Anonymous();
        using var asked = await stranger.GetAsync($"{Root}/formList");
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        Assert.Equal("Basic", Assert.Single(asked.Headers.WwwAuthenticate).Scheme);
        using var collect = (await Worker(box)).Collect;
        using var answer = await collect.GetAsync($"{Root}/formList");
        Assert.Equal("1.0", answer.Headers.GetValues("X-OpenRosa-Version").Single());
        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        var form = Assert.Single(
            XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Elements(),
            x => Text(x, "formID") == "fourfold:visit"
        );
        Assert.Equal("1", Text(form, "version"));
        var xml = await collect.GetByteArrayAsync(Text(form, "downloadUrl"));
#pragma warning disable CA5351 // The protocol's own.
        Assert.Equal(
            Text(form, "hash"),
            $"md5:{Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(xml))}"
        );
#pragma warning restore CA5351
        Assert.Equal("html", XDocument.Parse(Encoding.UTF8.GetString(xml)).Root!.Name.LocalName);
        Assert.Empty(XDocument.Parse(await collect.GetStringAsync(Text(form, "manifestUrl"))).Root!.Elements());
    }

    [Fact]
    public async Task A_form_with_signs_that_no_xml_can_hold_is_served_and_does_not_break_the_list_of_all()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var odd = Spec(
            "odd",
            Field("side", "text"),
            Field("note", "text", more: new { relevant = "${side} = 'a§'", @default = "b§" })
        );
        odd["title"] = Words("c§");
        await box.Publish(odd);
        // No version of today may hold them; one that an earlier program published does.
        await box.Box.Inside(services =>
            services
                .GetRequiredService<ServeDb>()
                .FormVersions.Where(v => v.Code == "odd")
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Spec, v => v.Spec.Replace("§", "\\u0001")))
        );
        using var collect = (await Worker(box)).Collect;
        var list = XDocument.Parse(await collect.GetStringAsync($"{Root}/formList")).Root!;
        Assert.Equal(["fourfold:odd", "fourfold:visit"], list.Elements().Select(x => Text(x, "formID")).Order());
        var form = list.Elements().First();
        Assert.Equal("c\uFFFD（中）", Text(form, "name"));
        Assert.Empty(XDocument.Parse(await collect.GetStringAsync(Text(form, "manifestUrl"))).Root!.Elements());
        var xml = XDocument.Parse(await collect.GetStringAsync(Text(form, "downloadUrl")));
        Assert.Equal("b\uFFFD", xml.Descendants().Single(x => x.Name.LocalName == "note").Value);
        Assert.Contains(
            xml.Descendants().Attributes("relevant"),
            relevant => relevant.Value.Contains("'a\uFFFD'", StringComparison.Ordinal)
        );
        using var sent = await collect.PostAsync(
            $"{Root}/submission",
            Form(Instance(Guid.NewGuid(), box.Now, "odd", "<side>a</side>"))
        );
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_asked_for_by_its_id_is_found_behind_as_many_as_a_list_has()
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        await box.Box.Inside(async services =>
        {
            var db = services.GetRequiredService<ServeDb>();
            var visit = await db.FormVersions.SingleAsync();
            Assert.True(FormJson.TryRead(visit.Spec, out var spec, out _));
            for (var i = 0; i < 200; i++)
            {
                var (code, now) = ($"before{i}", box.Now);
                var form = new Form
                {
                    Code = code,
                    AreaPath = County,
                    Title = spec.Title,
                    CreatedAt = now,
                    UpdatedAt = now,
                };
                form.Published(spec, now);
                var version = new FormVersion
                {
                    Code = code,
                    Number = spec.Version,
                    Spec = FormJson.Write(spec with { Code = code }),
                    Schema = visit.Schema,
                    Digest = code,
                    By = null,
                    At = now,
                };
                db.AddRange(form, version);
            }
            return await db.SaveChangesAsync();
        });
        using var collect = (await Worker(box)).Collect;
        Assert.Equal(200, (await Listed("")).Count);
        Assert.Equal(["fourfold:visit"], await Listed("?formID=fourfold:visit"));
        Assert.Empty(await Listed("?formID=visit"));

        async Task<List<string>> Listed(string query)
        {
            var list = XDocument.Parse(await collect.GetStringAsync($"{Root}/formList{query}")).Root!;
            return [.. list.Elements().Select(x => Text(x, "formID"))];
        }
    }

    [Fact]
    public async Task What_collect_sends_comes_in_once_sealed_and_judged()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var (collect, person) = await Worker(box);
        using var _ = collect;
        using var head = await collect.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{Root}/submission"));
        Assert.Equal(HttpStatusCode.NoContent, head.StatusCode);
        Assert.True(long.Parse(head.Headers.GetValues("X-OpenRosa-Accept-Content-Length").Single()) > 1 << 20);
        var id = Guid.NewGuid();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var answer = await collect.PostAsync($"{Root}/submission", Form(Instance(id, box.Now)));
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            Assert.Equal(
                "OpenRosaResponse",
                XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Name.LocalName
            );
        }
        var seen = Assert.Single(await box.List(box.Clerk));
        Assert.Equal((id, person), (seen.GetProperty("id").GetGuid(), seen.GetProperty("filledBy").GetGuid()));
        Assert.Equal("open-rosa", seen.GetProperty("source").GetString());
        Assert.Equal("/health", Assert.Single(seen.GetProperty("masked").EnumerateArray()).GetString());
        using var wrong = await collect.PostAsync(
            $"{Root}/submission",
            Form(Instance(Guid.NewGuid(), box.Now, people: "0"))
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("/people", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_come_with_the_answers_or_after_them()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Spec("shot", Field("first", "photo"), Field("second", "photo")));
        using var collect = (await Worker(box)).Collect;
        var xml = Instance(Guid.NewGuid(), box.Now, "shot", "<first>1.png</first><second>2.png</second>");
        foreach (var name in (string[])["1.png", "2.png"])
        {
            using var form = Form(xml);
            form.Add(new ByteArrayContent(Png), name, name);
            form.Add(new ByteArrayContent(Png), "odd.png", "odd.png");
            using var answer = await collect.PostAsync($"{Root}/submission", form);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
        var media = Assert.Single(await box.List(box.Clerk, "shot")).GetProperty("media").EnumerateArray().ToList();
        Assert.Equal(["1.png", "2.png"], media.Select(m => m.GetProperty("name").GetString()!));
        foreach (var each in media)
            Assert.NotEmpty(
                await box.Clerk.GetByteArrayAsync($"/api/v1/files/{each.GetProperty("fileId").GetString()}")
            );
    }

    [Theory]
    [InlineData("<data/>")]
    [InlineData("<data id='fourfold:visit' version='x'><meta><instanceID>1</instanceID></meta></data>")]
    [InlineData("<!DOCTYPE data [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><data>&x;</data>")]
    [InlineData("no xml")]
    public async Task What_is_no_instance_of_ours_is_refused_with_a_message(string xml)
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        using var collect = (await Worker(box)).Collect;
        using var answer = await collect.PostAsync($"{Root}/submission", Form(xml));
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal(
            "OpenRosaResponse",
            XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Name.LocalName
        );
    }

    [Theory]
    [InlineData("999999999999999999999", 404)]
    [InlineData("7", 404)]
    [InlineData("-1", 404)]
    public async Task A_version_that_there_is_none_of_is_refused(string version, int status)
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        using var collect = (await Worker(box)).Collect;
        var xml = Instance(Guid.NewGuid(), box.Now)
            .Replace("version=\"1\"", $"version=\"{version}\"", StringComparison.Ordinal);
        using var answer = await collect.PostAsync($"{Root}/submission", Form(xml));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(await box.List(box.Clerk));
    }

    [Fact]
    public async Task Entities_that_unfold_to_a_million_letters_are_not_unfolded()
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        using var collect = (await Worker(box)).Collect;
        var entities = string.Concat(
            Enumerable
                .Range(1, 9)
                .Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">")
        );
        var xml = $"<!DOCTYPE data [<!ENTITY e0 \"ha\">{entities}]>{Instance(Guid.NewGuid(), box.Now, people: "&e9;")}";
        using var answer = await collect.PostAsync($"{Root}/submission", Form(xml));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await box.List(box.Clerk));
    }

    [Fact]
    public async Task An_instance_that_somebody_else_sent_is_neither_changed_nor_shown()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var id = Guid.CreateVersion7(box.Now);
        await Ok(box.Submit(new { people = 3 }, id: id));
        using var collect = (await Worker(box)).Collect;
        using var answer = await collect.PostAsync($"{Root}/submission", Form(Instance(id, box.Now)));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(
            3,
            Assert.Single(await box.List(box.Clerk)).GetProperty("answers").GetProperty("people").GetInt32()
        );
    }

    [Fact]
    public async Task Ten_thousand_parts_are_not_read_to_their_end()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Spec("shot", Field("first", "photo")));
        using var collect = (await Worker(box)).Collect;
        using var form = Form(Instance(Guid.NewGuid(), box.Now, "shot", "<first>1.png</first>"));
        form.Add(new ByteArrayContent(Png), "1.png", "1.png");
        for (var i = 0; i < 10_000; i++)
            form.Add(new ByteArrayContent([]), $"{i}", $"{i}.png");
        using var answer = await collect.PostAsync($"{Root}/submission", form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        // What came before them is kept: the program goes on from there.
        var media = Assert.Single(await box.List(box.Clerk, "shot")).GetProperty("media")[0];
        Assert.Equal(JsonValueKind.String, media.GetProperty("fileId").ValueKind);
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"xml_submission_file\"\r\n\r\n<data")]
    [InlineData("no parts at all")]
    [InlineData("")]
    public async Task What_ends_in_the_middle_of_a_part_is_refused_with_a_message(string body)
    {
        await using var box = await FormsBox.Start(judged: false);
        using var collect = (await Worker(box)).Collect;
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var answer = await collect.PostAsync($"{Root}/submission", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("OpenRosaResponse", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_with_a_mountain_of_headers_is_refused()
    {
        await using var box = await FormsBox.Start(judged: false);
        using var collect = (await Worker(box)).Collect;
        var headers = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"X-{i}: {i}\r\n"));
        using var content = new StringContent($"--b\r\n{headers}\r\nx\r\n--b--\r\n");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var answer = await collect.PostAsync($"{Root}/submission", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_sensitive_picture_that_collect_sends_is_sealed()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Spec("ward", Field("picture", "photo", "sensitive", 10)));
        using var collect = (await Worker(box)).Collect;
        using var form = Form(Instance(Guid.NewGuid(), box.Now, "ward", "<picture>1.png</picture>"));
        form.Add(new ByteArrayContent(Png), "1.png", "1.png");
        using var answer = await collect.PostAsync($"{Root}/submission", form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var media = Assert.Single(await box.List(box.Clerk, "ward")).GetProperty("media")[0];
        Assert.True(media.GetProperty("isSealed").GetBoolean());
        await Refused(
            HttpStatusCode.Forbidden,
            "file.sealed",
            box.Clerk.GetAsync($"/api/v1/files/{media.GetProperty("fileId").GetString()}")
        );
    }

    [Fact]
    public async Task An_app_password_opens_nothing_else_and_is_taken_back()
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        var (collect, _, session, id) = await WorkerWithSession(box);
        using var _1 = collect;
        using var _2 = session;
        await Refused(HttpStatusCode.Unauthorized, "session.none", collect.GetAsync("/api/v1/forms"));
        await Refused(HttpStatusCode.Unauthorized, "session.none", collect.GetAsync($"{Root}/passwords"));
        await Ok(session.GetAsync($"{Root}/passwords"));
        using var stranger = box.As(Roles.GridWorker);
        await Refused(HttpStatusCode.NotFound, "app-password.unknown", stranger.DeleteAsync($"{Root}/passwords/{id}"));
        using var revoked = await session.DeleteAsync($"{Root}/passwords/{id}");
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await Refused(HttpStatusCode.Unauthorized, "app-password.refused", collect.GetAsync($"{Root}/formList"));
    }

    [Fact]
    public async Task Guessing_is_slowed_and_does_not_lock_the_person_out()
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        using var guess = Basic(box.Box, $"collector{County}", "wrong");
        for (var i = 0; i < 10; i++)
            await Refused(HttpStatusCode.Unauthorized, "app-password.refused", guess.GetAsync($"{Root}/formList"));
        await Refused(HttpStatusCode.TooManyRequests, "session.too-many-attempts", guess.GetAsync($"{Root}/formList"));
        box.Box.Clock.Advance(TimeSpan.FromMinutes(1));
        using var collect = (await Worker(box)).Collect;
        using var list = await collect.GetAsync($"{Root}/formList");
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }

    [Fact]
    public async Task A_household_is_one_guesser_of_app_passwords_however_many_addresses_of_IPv6_it_has()
    {
        await using var box = await FormsBox.Start(judged: false);
        for (var i = 0; i < 30; i++)
            await Guess(i, $"2001:db8:1:2::{i + 1:x}", HttpStatusCode.Unauthorized, "app-password.refused");
        await Guess(30, "2001:db8:1:2:ffff::1", HttpStatusCode.TooManyRequests, "session.too-many-attempts");
        await Guess(31, "2001:db8:1:3::1", HttpStatusCode.Unauthorized, "app-password.refused");

        async Task Guess(int name, string from, HttpStatusCode status, string code)
        {
            using var guess = Basic(box.Box, $"nobody{name}", "wrong");
            guess.DefaultRequestHeaders.Add("X-Forwarded-For", from);
            await Refused(status, code, guess.GetAsync($"{Root}/formList"));
        }
    }

    [Fact]
    public async Task A_person_who_is_switched_off_or_has_a_new_password_is_out()
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        var (collect, person) = await Worker(box);
        using var _ = collect;
        await box.Box.Inside(services =>
            services
                .GetRequiredService<KernelDb>()
                .People.Where(p => p.Id == PersonId.From(person))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.SecurityStamp, "changed"))
        );
        await Refused(HttpStatusCode.Unauthorized, "app-password.refused", collect.GetAsync($"{Root}/formList"));
    }
}
