using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fourfold.Contracts;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Emergencies;

[Trait("Needs", "Store")]
public sealed class EmergencyTests
{
    [Fact]
    public async Task A_form_for_emergencies_is_open_only_where_one_is_on_and_closes_by_itself()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Report(), who: box.Province);
        Assert.False(await Listed(box.Worker));
        await Refused(HttpStatusCode.Conflict, "form.closed", box.Submit(new { note = "x" }, "report"));
        await Ok(Declare(box.Head, until: box.Now.AddDays(2)));
        Assert.True(await Listed(box.Worker));
        Assert.False(await Listed(box.As(Roles.GridWorker, OtherCounty)));
        await Ok(box.Submit(new { note = "x" }, "report"));
        await Refused(
            HttpStatusCode.Conflict,
            "form.closed",
            box.Submit(new { note = "x" }, "report", who: box.As(Roles.GridWorker, OtherCounty))
        );
        var inIt = box.Now;
        box.Box.Clock.Advance(TimeSpan.FromDays(2));
        Assert.False(await Listed(box.Worker));
        await Refused(HttpStatusCode.Conflict, "form.closed", box.Submit(new { note = "x" }, "report"));
        // What was filled while it was on comes in afterwards, too: the phone had no net.
        await Ok(box.Submit(new { note = "x" }, "report", filledAt: inIt.AddHours(1)));
    }

    [Fact]
    public async Task It_can_be_ended_early_by_who_may_declare_it()
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Report(), who: box.Province);
        var id = (await Ok(Declare(box.Head, until: box.Now.AddDays(9)))).GetProperty("id").GetString();
        using var village = box.As(Roles.CentreHead, $"{County}100");
        await Refused(
            HttpStatusCode.Forbidden,
            "area.outside",
            village.PostAsync($"/api/v1/emergencies/{id}/end", null)
        );
        await Refused(
            HttpStatusCode.NotFound,
            "emergency.unknown",
            box.Stranger.PostAsync($"/api/v1/emergencies/{id}/end", null)
        );
        Assert.False(
            (await Ok(box.Head.PostAsync($"/api/v1/emergencies/{id}/end", null))).GetProperty("on").GetBoolean()
        );
        Assert.False(await Listed(box.Worker));
        await Refused(
            HttpStatusCode.Conflict,
            "emergency.ended",
            box.Head.PostAsync($"/api/v1/emergencies/{id}/end", null)
        );
        Assert.Single((await Ok(box.Worker.GetAsync("/api/v1/emergencies"))).GetProperty("items").EnumerateArray());
        Assert.Empty(
            (await Ok(box.Worker.GetAsync("/api/v1/emergencies?on=true"))).GetProperty("items").EnumerateArray()
        );
        Assert.Empty((await Ok(box.Stranger.GetAsync("/api/v1/emergencies"))).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData(91, "public-health", "疫情", "省令 7", "emergency.until-range")]
    [InlineData(-1, "public-health", "疫情", "省令 7", "emergency.until-range")]
    [InlineData(9, "boredom", "疫情", "省令 7", "request.unknown-value")]
    [InlineData(9, "public-health", "", "省令 7", "request.text-length")]
    [InlineData(9, "public-health", "疫情", " ", "request.text-length")]
    public async Task It_needs_a_kind_a_reason_a_decree_and_an_end(
        int days,
        string kind,
        string reason,
        string decree,
        string code
    )
    {
        await using var box = await FormsBox.Start(judged: false);
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            code,
            Declare(box.Head, box.Now.AddDays(days), kind, reason, decree)
        );
    }

    [Fact]
    public async Task Nobody_declares_one_for_another_area_or_without_the_right()
    {
        await using var box = await FormsBox.Start(judged: false);
        await Refused(HttpStatusCode.Forbidden, "area.outside", Declare(box.Stranger, box.Now.AddDays(9)));
        await Refused(HttpStatusCode.Forbidden, "permission.missing", Declare(box.Clerk, box.Now.AddDays(9)));
        await Refused(HttpStatusCode.Forbidden, "permission.missing", Declare(box.Worker, box.Now.AddDays(9)));
    }

    private static JsonObject Report()
    {
        var spec = Spec("report", Field("note", "text"));
        spec["emergencyOnly"] = true;
        return spec;
    }

    private static async Task<bool> Listed(HttpClient who) =>
        (await Ok(who.GetAsync("/api/v1/forms")))
            .GetProperty("items")
            .EnumerateArray()
            .Any(f => f.GetProperty("code").GetString() == "report");

    private static Task<HttpResponseMessage> Declare(
        HttpClient who,
        DateTimeOffset until,
        string kind = "public-health",
        string reason = "疫情",
        string decreeNumber = "省令 7"
    ) =>
        who.PostAsJsonAsync(
            "/api/v1/emergencies",
            new
            {
                kind,
                area = County,
                until,
                reason,
                decreeNumber,
            }
        );
}
