using System.Net;
using Xunit;

namespace Fourfold.Serve.Tests.Residents;

/// <summary>Residents who press twice, go back, or write too much.</summary>
public sealed partial class ResidentTests
{
    [Fact]
    public async Task Who_goes_back_and_writes_something_else_has_said_both()
    {
        var secret = SecretIn(await Read(door));
        await Post(door, "路灯坏了", secret);
        // As a browser shows the page of before: with what was in it.
        await Post(door, "还有，垃圾没收", secret);
        await Post(door, "还有，垃圾没收", secret);
        var page = WebUtility.HtmlDecode(await Read($"/my-grid/asked/{secret}"));
        Assert.Contains("路灯坏了", page, StringComparison.Ordinal);
        Assert.Single(page.Split("还有，垃圾没收")[1..]);
    }

    [Fact]
    public async Task What_could_not_be_sent_says_so_in_the_title_and_leads_to_the_field()
    {
        using var sent = await Sent(door, "  ");
        var page = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync());
        Assert.Contains("<title>没发出去 · ", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\" autofocus", page, StringComparison.Ordinal);
        Assert.DoesNotContain("autofocus", await Read(door), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "en")]
    [InlineData("en", "zh")]
    public async Task The_language_that_was_chosen_stays_after_sending(string chosen, string browser)
    {
        resident.DefaultRequestHeaders.AcceptLanguage.ParseAdd(browser);
        using var wrong = await Sent($"{door}?language={chosen}", " ");
        Assert.Contains($"<html lang=\"{chosen}", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var sent = await Sent($"{door}?language={chosen}", "路灯坏了");
        Assert.EndsWith($"?language={chosen}", sent.Headers.Location!.ToString(), StringComparison.Ordinal); // A redirect has one.
        // Who chose none has the browser's.
        using var plain = await Sent(door, "路灯坏了");
        Assert.DoesNotContain("language", plain.Headers.Location!.ToString(), StringComparison.Ordinal); // As above.
    }

    [Fact]
    public async Task The_language_changes_with_what_is_half_written_and_nothing_is_asked()
    {
        var page = WebUtility.HtmlDecode(await Read($"{door}?language=zh"));
        Assert.Contains($"formaction=\"{door}?language=en&unsent\"", page, StringComparison.Ordinal);
        var secret = SecretIn(page);
        using var other = await Sent($"{door}?language=en&unsent", "路灯 <b>", secret);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        var html = await other.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"en\"", html, StringComparison.Ordinal);
        Assert.Contains(">路灯 &lt;b&gt;</textarea>", html, StringComparison.Ordinal);
        Assert.Equal(secret, SecretIn(html));
        Assert.Equal(0, await Count(box));
        // A page without anything written can be loaded again as any other.
        using var empty = await Sent($"{door}?language=en&unsent", " ");
        Assert.Equal(HttpStatusCode.SeeOther, empty.StatusCode);
        Assert.Equal($"{door}?language=en", empty.Headers.Location!.ToString()); // A redirect has one.

        var asked = await Ask("路灯坏了");
        using var again = await Sent($"{asked}?language=en&unsent", "还有");
        Assert.Contains(
            ">还有</textarea>",
            WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("还有", WebUtility.HtmlDecode(await Read(asked)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_sent_to_another_address_than_its_page_so_that_one_can_go_back_to_it()
    {
        Assert.Contains($"action=\"{door}?try=1\"", await Read(door), StringComparison.Ordinal);
        using var wrong = await Sent($"{door}?try=1", " ");
        Assert.Contains($"action=\"{door}?try=2\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var strange = await resident.GetAsync($"{door}?try=x&language=en");
        Assert.Contains(
            "?try=1&amp;language=en\"",
            await strange.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_written_for_a_question_that_is_full_is_given_back()
    {
        var asked = await Ask("第一句");
        for (var line = 1; line < MostLines; line++)
        {
            // An hour has room for fewer than that.
            if (line % 20 == 0)
                box.Box.Clock.Advance(TimeSpan.FromHours(1));
            await Post(asked, $"第 {line} 句");
        }
        using var sent = await Sent(asked, "最后一句");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var page = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync());
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("最后一句", page, StringComparison.Ordinal);
    }

    /// <summary>Of a question, as its page says when no more may be said.</summary>
    private const int MostLines = 40;
}
