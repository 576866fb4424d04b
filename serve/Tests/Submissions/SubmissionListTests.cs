using System.Net;
using Fourfold.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Submissions;

[Trait("Needs", "Store")]
public sealed class SubmissionListTests
{
    [Fact]
    public async Task A_list_is_paged_and_filtered()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        for (var i = 0; i < 5; i++)
        {
            await box.Visited();
            box.Box.Clock.Advance(TimeSpan.FromDays(1));
        }
        var first = await Ok(box.Clerk.GetAsync("/api/v1/forms/visit/submissions?limit=3"));
        var next = first.GetProperty("next").GetString();
        var second = await Ok(box.Clerk.GetAsync($"/api/v1/forms/visit/submissions?limit=3&cursor={next}"));
        var ids = new[] { first, second }
            .SelectMany(p => p.GetProperty("items").EnumerateArray())
            .Select(s => s.GetProperty("id").GetString());
        Assert.Equal(5, ids.Distinct().Count());
        // Of a village too: it is looked up in another way, and its pages go on as the others'.
        using var village = box.As(Roles.CentreHead, $"{County}100001");
        for (var i = 0; i < 3; i++)
            await box.Visited(village);
        first = await Ok(village.GetAsync("/api/v1/forms/visit/submissions?limit=2"));
        next = first.GetProperty("next").GetString();
        second = await Ok(village.GetAsync($"/api/v1/forms/visit/submissions?limit=2&cursor={next}"));
        Assert.Equal(
            (2, 1),
            (first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength())
        );
        var there = await box.List(box.Clerk, more: $"area={County}100");
        Assert.Equal(3, there.Count);
        var name = await box.Box.Inside(services =>
            Task.FromResult(services.GetRequiredService<IAreaDirectory>().Find($"{County}100001")?.Name)
        );
        Assert.NotNull(name);
        Assert.All(there, s => Assert.Equal(name, s.GetProperty("areaName").GetString()));
        Assert.Empty(await box.List(village, more: $"area={County}100002"));
        Assert.Equal(3, (await box.List(village, more: $"area={County}")).Count);
        var since = Uri.EscapeDataString(box.Now.AddDays(-2).ToString("O"));
        Assert.Equal(5, (await box.List(box.Clerk, more: $"from={since}")).Count);
        Assert.Equal(3, (await box.List(box.Clerk, more: $"to={since}")).Count);
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "area.unknown",
            box.Clerk.GetAsync("/api/v1/forms/visit/submissions?area=x")
        );
    }

    [Theory]
    [InlineData("bm9uc2Vuc2U")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5HzE")]
    public async Task A_cursor_that_no_list_gave_out_is_refused(string cursor)
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "request.cursor-malformed",
            box.Clerk.GetAsync($"/api/v1/forms/visit/submissions?cursor={cursor}")
        );
    }
}
