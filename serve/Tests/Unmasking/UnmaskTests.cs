using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Serve.Tests.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Unmasking;

[Trait("Needs", "Store")]
public sealed class UnmaskTests
{
    [Fact]
    public async Task With_another_persons_consent_the_asker_sees_what_was_asked_for_and_nothing_else()
    {
        await using var box = await Visited();
        var (id, request) = (await Id(box), await Ask(box, box.Clerk, "/health"));
        var waiting = await Ok(box.Commissioner.GetAsync("/api/v1/unmask-requests?waiting=true"));
        Assert.Equal(
            request,
            Assert.Single(waiting.GetProperty("items").EnumerateArray()).GetProperty("id").GetString()
        );
        var consented = await Ok(box.Commissioner.PostAsync($"/api/v1/unmask-requests/{request}/consent", null));
        Assert.Equal("consented", consented.GetProperty("state").GetString());
        var seen = await Ok(box.Clerk.GetAsync(Values(id, request)));
        var value = Assert.Single(seen.GetProperty("values").EnumerateObject());
        Assert.Equal(("/health", "二型糖尿病"), (value.Name, value.Value.GetString()));
        await Ok(box.Clerk.GetAsync(Values(id, request)));
        Assert.Equal(2, await SubmissionTests.Audited(box, "submission.unmasked"));
        Assert.Equal(1, await SubmissionTests.Audited(box, "unmask.consented"));
        Assert.Equal((0, 1), (await Count(box.Commissioner, "?waiting=true"), await Count(box.Commissioner)));
    }

    [Fact]
    public async Task Who_decides_is_told_by_which_version_the_form_was_filled()
    {
        await using var box = await Visited();
        await Ask(box, box.Clerk, "/health");
        Assert.Equal(2, await box.Publish(Visit()));
        var waiting = await Ok(box.Commissioner.GetAsync("/api/v1/unmask-requests?waiting=true"));
        var asked = Assert.Single(waiting.GetProperty("items").EnumerateArray());
        Assert.Equal(1, asked.GetProperty("formVersion").GetInt32());
    }

    [Fact]
    public async Task Without_a_consent_and_after_a_refusal_nothing_is_shown()
    {
        await using var box = await Visited();
        var (id, request) = (await Id(box), await Ask(box, box.Clerk, "/health"));
        await Closed(box.Clerk, id, request);
        await Ok(box.Commissioner.PostAsync($"/api/v1/unmask-requests/{request}/refuse", null));
        await Closed(box.Clerk, id, request);
        await Refused(
            HttpStatusCode.Conflict,
            "unmask.not-waiting",
            box.Commissioner.PostAsync($"/api/v1/unmask-requests/{request}/consent", null)
        );
        Assert.Equal(0, await SubmissionTests.Audited(box, "submission.unmasked"));
    }

    [Fact]
    public async Task Nobody_consents_to_their_own_request()
    {
        await using var box = await Visited();
        var request = await Ask(box, box.Head, "/health");
        await Refused(
            HttpStatusCode.Forbidden,
            "unmask.own-request",
            box.Head.PostAsync($"/api/v1/unmask-requests/{request}/consent", null)
        );
        await Closed(box.Head, await Id(box), request);
    }

    [Fact]
    public async Task Who_consented_does_not_see_the_values_and_nor_does_anybody_else()
    {
        await using var box = await Visited();
        var (id, request) = (await Id(box), await Ask(box, box.Clerk, "/health"));
        await Ok(box.Head.PostAsync($"/api/v1/unmask-requests/{request}/consent", null));
        await Closed(box.Head, id, request);
        using var colleague = box.As(Roles.CentreClerk);
        await Closed(colleague, id, request);
    }

    [Fact]
    public async Task After_half_an_hour_it_is_masked_again_and_a_request_does_not_wait_for_ever()
    {
        await using var box = await Visited();
        var (id, request) = (await Id(box), await Ask(box, box.Clerk, "/health"));
        await Ok(box.Head.PostAsync($"/api/v1/unmask-requests/{request}/consent", null));
        box.Box.Clock.Advance(TimeSpan.FromMinutes(29));
        await Ok(box.Clerk.GetAsync(Values(id, request)));
        box.Box.Clock.Advance(TimeSpan.FromMinutes(1));
        await Closed(box.Clerk, id, request);
        var late = await Ask(box, box.Clerk, "/health");
        box.Box.Clock.Advance(TimeSpan.FromDays(3));
        await Refused(
            HttpStatusCode.Conflict,
            "unmask.not-waiting",
            box.Head.PostAsync($"/api/v1/unmask-requests/{late}/consent", null)
        );
    }

    [Fact]
    public async Task Another_county_neither_asks_nor_consents_nor_knows()
    {
        await using var box = await Visited();
        var (id, request) = (await Id(box), await Ask(box, box.Clerk, "/health"));
        await Refused(
            HttpStatusCode.NotFound,
            "unmask.unknown",
            box.Stranger.PostAsync($"/api/v1/unmask-requests/{request}/consent", null)
        );
        await Refused(HttpStatusCode.NotFound, "unmask.unknown", box.Stranger.GetAsync(Values(id, request)));
        await Refused(
            HttpStatusCode.NotFound,
            "submission.unknown",
            box.Stranger.PostAsJsonAsync($"/api/v1/submissions/{id}/unmask-requests", await Body(box, "/health"))
        );
        Assert.Equal(0, await Count(box.Stranger));
    }

    [Fact]
    public async Task A_consent_is_for_one_submission()
    {
        await using var box = await Visited();
        var request = await Ask(box, box.Clerk, "/health");
        await Ok(box.Head.PostAsync($"/api/v1/unmask-requests/{request}/consent", null));
        var other = await box.Visited();
        await Refused(HttpStatusCode.NotFound, "unmask.unknown", box.Clerk.GetAsync(Values(other, request)));
    }

    [Theory]
    [InlineData("/note", "case-handling", "x", "unmask.not-masked")]
    [InlineData("/health", "curiosity", "x", "request.unknown-value")]
    [InlineData("/health", "case-handling", " ", "request.text-length")]
    public async Task What_is_asked_for_and_why_must_be_said(string field, string purpose, string reason, string code)
    {
        await using var box = await Visited();
        var caseId = await Case(box);
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            code,
            box.Clerk.PostAsJsonAsync(
                $"/api/v1/submissions/{await Id(box)}/unmask-requests",
                new
                {
                    fields = new[] { field },
                    purpose,
                    caseId,
                    reason,
                }
            )
        );
    }

    [Fact]
    public async Task The_case_must_be_one_that_the_asker_can_see()
    {
        await using var box = await Visited();
        var body = new
        {
            fields = new[] { "/health" },
            purpose = "case-handling",
            caseId = Guid.CreateVersion7(),
            reason = "x",
        };
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "case.unknown",
            box.Clerk.PostAsJsonAsync($"/api/v1/submissions/{await Id(box)}/unmask-requests", body)
        );
    }

    [Fact]
    public async Task Equal_values_are_found_in_ones_own_county_without_being_opened()
    {
        await using var box = await Visited();
        await box.Visited();
        var found = await Ok(Match(box.Clerk, "health", "二型糖尿病"));
        Assert.Equal(2, found.GetProperty("items").GetArrayLength());
        Assert.DoesNotContain("二型糖尿病", found.GetRawText(), StringComparison.Ordinal);
        Assert.Empty((await Ok(Match(box.Clerk, "health", "高血压病"))).GetProperty("items").EnumerateArray());
        Assert.Empty((await Ok(Match(box.Clerk, "id_number", "糖尿病状"))).GetProperty("items").EnumerateArray());
        Assert.Equal(3, await SubmissionTests.Audited(box, "submissions.matched"));
        await Refused(HttpStatusCode.NotFound, "form.unknown", Match(box.Stranger, "health", "二型糖尿病"));
        await Refused(HttpStatusCode.Forbidden, "permission.missing", Match(box.Worker, "health", "二型糖尿病"));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "request.unknown-value",
            Match(box.Clerk, "health", "二型糖尿病", purpose: "curiosity")
        );
        await Refused(HttpStatusCode.Forbidden, "area.outside", Match(box.Clerk, "health", "二型糖尿病", OtherCounty));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "submission.county-missing",
            Match(box.Province, "health", "二型糖尿病")
        );
        Assert.Equal(
            2,
            (await Ok(Match(box.Province, "health", "二型糖尿病", County))).GetProperty("items").GetArrayLength()
        );
    }

    [Fact]
    public async Task Guessing_values_ends_soon()
    {
        await using var box = await Visited();
        for (var i = 0; i < 30; i++)
            await Ok(Match(box.Clerk, "health", $"guess {i}"));
        await Refused(
            HttpStatusCode.TooManyRequests,
            "submission.too-many-matches",
            Match(box.Clerk, "health", "二型糖尿病")
        );
    }

    [Fact]
    public async Task A_value_moved_to_another_place_does_not_open()
    {
        await using var box = await Visited();
        var request = await Ask(box, box.Clerk, "/health");
        await Ok(box.Head.PostAsync($"/api/v1/unmask-requests/{request}/consent", null));
        await box.Box.Inside(async services =>
        {
            var db = services.GetRequiredService<ServeDb>();
            await db.SealedValues.Where(v => v.Path == "/health").ExecuteDeleteAsync();
            return await db
                .SealedValues.Where(v => v.Path == "/relatives/0/id_number")
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Path, "/health"));
        });
        var problem = await Refused(
            HttpStatusCode.ServiceUnavailable,
            "sealing.broken",
            box.Clerk.GetAsync(Values(await Id(box), request))
        );
        Assert.DoesNotContain("460000", problem.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<FormsBox> Visited()
    {
        var box = await FormsBox.Start();
        await box.Publish(Visit());
        await box.Visited();
        return box;
    }

    private static async Task<string> Id(FormsBox box) =>
        (await box.List(box.Province))[^1].GetProperty("id").GetString()!;

    private static Task<HttpResponseMessage> Match(
        HttpClient who,
        string field,
        string value,
        string? area = null,
        string purpose = "data-subject"
    ) =>
        who.PostAsJsonAsync(
            "/api/v1/forms/visit/matches",
            new
            {
                field,
                value,
                purpose,
                area,
            }
        );

    private static string Values(string id, string request) => $"/api/v1/submissions/{id}/values?request={request}";

    private static Task<JsonElement> Closed(HttpClient who, string id, string request) =>
        Refused(HttpStatusCode.Forbidden, "unmask.not-consented", who.GetAsync(Values(id, request)));

    private static async Task<int> Count(HttpClient who, string query = "") =>
        (await Ok(who.GetAsync($"/api/v1/unmask-requests{query}"))).GetProperty("items").GetArrayLength();

    private static async Task<string> Ask(FormsBox box, HttpClient who, params string[] fields)
    {
        var asked = await Ok(
            who.PostAsJsonAsync($"/api/v1/submissions/{await Id(box)}/unmask-requests", await Body(box, fields))
        );
        return asked.GetProperty("id").GetString()!;
    }

    internal static async Task<object> Body(FormsBox box, params string[] fields) =>
        new
        {
            fields,
            purpose = "case-handling",
            caseId = await Case(box),
            reason = "老人走失，需要知道病情",
        };

    private static async Task<string> Case(FormsBox box)
    {
        using var duty = box.As(Roles.DutyOfficer);
        var opened = await Ok(
            duty.PostAsJsonAsync(
                "/api/v1/cases",
                new
                {
                    origin = "patrol",
                    kind = "other",
                    title = "走失",
                    areaCode = County,
                }
            )
        );
        return (
            opened.TryGetProperty("id", out var id) ? id : opened.GetProperty("case").GetProperty("id")
        ).GetString()!;
    }
}
