using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fourfold.Contracts;
using Fourfold.Serve.Forms;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Drafts;

[Trait("Needs", "Store")]
public sealed class FormTests
{
    [Fact]
    public async Task A_clerk_makes_a_form_and_a_worker_of_the_county_is_given_it()
    {
        await using var box = await Start(judged: false);
        Assert.Equal(1, (await box.Save(Visit())).GetProperty("revision").GetInt32());
        Assert.DoesNotContain("visit", await Codes(box.Worker));
        Assert.Contains("visit", await Codes(box.Clerk, "?all=true"));
        Assert.Equal(1, await box.Publish(Visit()));
        var row = Assert.Single(await Forms(box.Worker), f => f.GetProperty("code").GetString() == "visit");
        Assert.Equal(
            ("published", 1, true, false),
            (
                row.GetProperty("state").GetString(),
                row.GetProperty("publishedVersion").GetInt32(),
                row.GetProperty("open").GetBoolean(),
                row.GetProperty("editable").GetBoolean()
            )
        );
        var version = await Ok(box.Worker.GetAsync("/api/v1/forms/visit/versions/1"));
        Assert.Equal("PIA-2026-1", version.GetProperty("spec").GetProperty("assessmentNumber").GetString());
        Assert.Contains(
            "health",
            version.GetProperty("schema").GetProperty("properties").EnumerateObject().Select(p => p.Name)
        );
    }

    [Fact]
    public async Task A_version_never_changes_and_is_not_sent_twice()
    {
        await using var box = await Start(judged: false);
        await box.Publish(Visit());
        using var first = await box.Worker.GetAsync("/api/v1/forms/visit/versions/1");
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False(first.Headers.ETag!.IsWeak);
        var changed = Visit();
        changed["items"]!.AsArray().Add(Field("more", "text"));
        Assert.Equal(2, await box.Publish(changed));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/forms/visit/versions/1");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag.Tag));
        using var again = await box.Worker.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(
            await first.Content.ReadAsStringAsync(),
            await box.Worker.GetStringAsync("/api/v1/forms/visit/versions/1")
        );
    }

    [Fact]
    public async Task Faults_do_not_stop_saving_and_stop_publishing()
    {
        await using var box = await Start(judged: false);
        var spec = Spec("half", Field("a", "text", more: new { relevant = "${nobody} = '1'" }));
        var saved = await box.Save(spec);
        var fault = Assert.Single(saved.GetProperty("faults").EnumerateArray());
        Assert.Equal("/items/0/relevant", fault.GetProperty("path").GetString());
        var problem = await Refused(
            HttpStatusCode.UnprocessableEntity,
            "form.faulty",
            box.Clerk.PostAsJsonAsync("/api/v1/forms/half/publish", new { revision = 1 })
        );
        Assert.Equal(1, problem.GetProperty("parameters").GetProperty("faults").GetArrayLength());
        // Not even a form any more, and yet the clerk's work is kept.
        var odd = new JsonObject { ["code"] = "half", ["items"] = "soon" };
        Assert.Equal("unreadable", (await box.Save(odd, 1)).GetProperty("faults")[0].GetProperty("code").GetString());
        var draft = await Ok(box.Clerk.GetAsync("/api/v1/forms/half/draft"));
        Assert.Equal("soon", draft.GetProperty("spec").GetProperty("items").GetString());
    }

    [Fact]
    public async Task Of_two_who_save_the_later_is_shown_what_is_there()
    {
        await using var box = await Start(judged: false);
        await box.Save(Visit());
        await box.Save(Visit(), 1);
        var problem = await Refused(
            HttpStatusCode.Conflict,
            "revision.stale",
            box.Clerk.PutAsJsonAsync("/api/v1/forms/visit/draft", new { spec = Visit(), revision = 1 })
        );
        Assert.Equal(2, problem.GetProperty("current").GetProperty("revision").GetInt32());
        await Refused(
            HttpStatusCode.Conflict,
            "revision.stale",
            box.Clerk.PostAsJsonAsync("/api/v1/forms/visit/publish", new { revision = 1 })
        );
        // Publishing does not begin the count anew: who read before it cannot save over what comes after.
        await box.Publish(Visit());
        await Refused(
            HttpStatusCode.Conflict,
            "revision.stale",
            box.Clerk.PutAsJsonAsync("/api/v1/forms/visit/draft", new { spec = Visit(), revision = 0 })
        );
    }

    [Fact]
    public async Task A_sensitive_field_is_not_published_without_the_number_of_its_assessment()
    {
        await using var box = await Start(judged: false);
        await box.Save(Visit());
        var problem = await Refused(
            HttpStatusCode.UnprocessableEntity,
            "form.faulty",
            box.Clerk.PostAsJsonAsync("/api/v1/forms/visit/publish", new { revision = 1, assessmentNumber = " " })
        );
        Assert.All(
            problem.GetProperty("parameters").GetProperty("faults").EnumerateArray(),
            f => Assert.Equal("no-assessment", f.GetProperty("code").GetString())
        );
        await Ok(
            box.Clerk.PostAsJsonAsync("/api/v1/forms/visit/publish", new { revision = 1, assessmentNumber = "PIA-7" })
        );
    }

    [Fact]
    public async Task Another_county_sees_nothing_of_a_form_and_those_below_do_not_change_it()
    {
        await using var box = await Start(judged: false);
        await box.Publish(Visit());
        await Refused(HttpStatusCode.NotFound, "form.unknown", box.Stranger.GetAsync("/api/v1/forms/visit"));
        await Refused(HttpStatusCode.NotFound, "form.unknown", box.Stranger.GetAsync("/api/v1/forms/visit/versions/1"));
        await Refused(HttpStatusCode.NotFound, "form.unknown", box.Stranger.GetAsync("/api/v1/forms/visit/draft"));
        await Refused(
            HttpStatusCode.Conflict,
            "form.code-taken",
            box.Stranger.PutAsJsonAsync("/api/v1/forms/visit/draft", new { spec = Visit(), revision = 1 })
        );
        Assert.DoesNotContain("visit", await Codes(box.Stranger, "?all=true"));
        using var village = box.As(Roles.CentreHead, $"{County}100");
        Assert.Contains("visit", await Codes(village));
        await Refused(
            HttpStatusCode.Forbidden,
            "area.outside",
            village.PutAsJsonAsync("/api/v1/forms/visit/draft", new { spec = Visit(), revision = 1 })
        );
        await Refused(HttpStatusCode.Forbidden, "area.outside", village.PostAsync("/api/v1/forms/visit/retire", null));
    }

    [Fact]
    public async Task Who_fills_forms_does_not_see_drafts()
    {
        await using var box = await Start(judged: false);
        await Refused(HttpStatusCode.Forbidden, "permission.missing", box.Worker.GetAsync("/api/v1/forms?all=true"));
    }

    [Fact]
    public async Task A_form_is_looked_at_without_being_saved()
    {
        await using var box = await Start(judged: false);
        var good = await Ok(box.Clerk.PostAsJsonAsync("/api/v1/forms/check", new { spec = Visit("peek") }));
        Assert.Equal(JsonValueKind.Object, good.GetProperty("schema").ValueKind);
        var bad = await Ok(box.Clerk.PostAsJsonAsync("/api/v1/forms/check", new { spec = new { code = "x" } }));
        Assert.Equal(JsonValueKind.Null, bad.GetProperty("schema").ValueKind);
        Assert.NotEmpty(bad.GetProperty("faults").EnumerateArray());
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "form.not-an-object",
            box.Clerk.PostAsJsonAsync("/api/v1/forms/check", new { spec = "text" })
        );
        Assert.DoesNotContain("peek", await Codes(box.Clerk, "?all=true"));
    }

    [Theory]
    [InlineData("Bad Code", "form.code-malformed")]
    [InlineData("other", "form.code-mismatch")]
    public async Task A_draft_is_saved_under_its_own_code(string code, string problem)
    {
        await using var box = await Start(judged: false);
        var spec = code == "other" ? Visit() : Visit(code);
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            problem,
            box.Clerk.PutAsJsonAsync($"/api/v1/forms/{Uri.EscapeDataString(code)}/draft", new { spec, revision = 0 })
        );
    }

    [Fact]
    public async Task What_is_no_workbook_is_told_as_a_fault()
    {
        await using var box = await Start(judged: false);
        using var content = new ByteArrayContent("not a workbook"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var read = await Ok(box.Clerk.PostAsync("/api/v1/forms/imports", content));
        Assert.Equal(JsonValueKind.Null, read.GetProperty("spec").ValueKind);
        Assert.NotEmpty(read.GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public async Task The_ready_forms_are_drafts_of_the_province_and_come_once()
    {
        await using var box = await Start(judged: false);
        await box.Run<ReadyDrafts>();
        await box.Run<ReadyDrafts>();
        var rows = (await Forms(box.Province, "?all=true")).Where(f =>
            f.GetProperty("code").GetString() is "household_visit" or "epidemic_report"
        );
        Assert.Equal(["draft", "draft"], rows.Select(r => r.GetProperty("state").GetString()!));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "form.faulty",
            box.Province.PostAsJsonAsync("/api/v1/forms/epidemic_report/publish", new { revision = 1 })
        );
        await Ok(box.Province.PostAsJsonAsync("/api/v1/forms/household_visit/publish", new { revision = 1 }));
    }

    private static async Task<List<JsonElement>> Forms(HttpClient who, string query = "") =>
        [.. (await Ok(who.GetAsync($"/api/v1/forms{query}"))).GetProperty("items").EnumerateArray()];

    private static async Task<IEnumerable<string?>> Codes(HttpClient who, string query = "") =>
        (await Forms(who, query)).Select(f => f.GetProperty("code").GetString());
}
