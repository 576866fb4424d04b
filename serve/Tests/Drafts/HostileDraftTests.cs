using System.Net;
using System.Text;
using Xunit;

namespace Fourfold.Serve.Tests.Drafts;

/// <summary>Drafts that no designer sends (issue 5).</summary>
[Trait("Needs", "Store")]
public sealed class HostileDraftTests
{
    [Theory]
    [InlineData("""{"code":"odd","title":{"zh":"a\u0000b","en":"x"},"items":[]}""")]
    [InlineData("""{"code":"odd","title":{"zh":"a\ud83db","en":"x"},"items":[]}""")]
    [InlineData("""{"code":"odd","title":{"zh":"x","en":"x"},"items":[],"\u0000":1}""")]
    [InlineData("""{"code":"odd","title":{"zh":"x","en":"x"},"items":[],"\ud83d":1}""")]
    [InlineData("""{"code":"a\ud83d"}""")]
    [InlineData("""{"title":{"z\ud83dh":"a\ud83db","en":"x"}}""")]
    public async Task A_draft_with_text_that_no_store_takes_is_refused_and_nothing_breaks(string spec)
    {
        await using var box = await FormsBox.Start(judged: false);
        using var saved = await box.Clerk.PutAsync(
            "/api/v1/forms/odd/draft",
            Json($$"""{"spec":{{spec}},"revision":0}""")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, saved.StatusCode);
        using var looked = await box.Clerk.PostAsync("/api/v1/forms/check", Json($$"""{"spec":{{spec}}}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, looked.StatusCode);
    }

    [Theory]
    [InlineData("[[", 100)]
    [InlineData("{\"items\":[{\"items\":[", 40)]
    [InlineData("{\"a\":", 5_000)]
    public async Task A_draft_nested_without_end_is_no_fault_of_ours(string opening, int times)
    {
        await using var box = await FormsBox.Start(judged: false);
        var open = string.Concat(Enumerable.Repeat(opening, times));
        var close = new string([.. open.Reverse().Where(c => c is '[' or '{').Select(c => c == '[' ? ']' : '}')]);
        var inner = opening.EndsWith(':') ? "1" : "";
        using var answer = await box.Clerk.PutAsync(
            "/api/v1/forms/odd/draft",
            Json($$$"""{"spec":{"code":"odd","items":{{{open}}}{{{inner}}}{{{close}}}},"revision":0}""")
        );
        Assert.InRange((int)answer.StatusCode, 200, 422);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"spec":{},"revision":"one"}""")]
    public async Task A_body_that_cannot_be_read_is_answered_with_a_code_and_not_with_silence(string body)
    {
        await using var box = await FormsBox.Start(judged: false);
        using var answer = await box.Clerk.PutAsync("/api/v1/forms/odd/draft", Json(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("request.malformed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/grids?q=%00")]
    [InlineData("/api/v1/forms/odd/submissions?from=%00")]
    [InlineData("/api/v1/openrosa/formList?formID=%00")]
    [InlineData("/api/v1/grids/unstaffed?area=%00")]
    public async Task A_question_with_a_null_in_its_address_is_no_fault_of_ours(string address)
    {
        await using var box = await FormsBox.Start(judged: false);
        using var answer = await box.Head.GetAsync(address);
        Assert.InRange((int)answer.StatusCode, 200, 499);
    }

    [Fact]
    public async Task Words_with_a_null_are_no_fault_of_ours_whichever_store_would_have_to_keep_them()
    {
        await using var box = await FormsBox.Start(judged: false);
        using var declared = await box.Head.PostAsync(
            "/api/v1/emergencies",
            Json(
                $$"""{"kind":"public-health","area":"{{FormsBox.County}}","until":"2026-03-20T00:00:00Z","reason":"a\u0000b","decreeNumber":"x"}"""
            )
        );
        Assert.InRange((int)declared.StatusCode, 200, 499);
        using var noticed = await box.Head.PostAsync(
            "/api/v1/notices",
            Json(
                $$"""{"area":"{{FormsBox.County}}","title":"a\u0000b","text":"x","until":"2026-03-20T00:00:00Z","urgent":false}"""
            )
        );
        Assert.InRange((int)noticed.StatusCode, 200, 499);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
