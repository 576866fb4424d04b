using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.OpenRosa.Collector;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.OpenRosa;

/// <summary>What an app password does not open: whatever is another county's, and pictures.</summary>
[Trait("Needs", "Store")]
public sealed class OtherCountyTests
{
    [Fact]
    public async Task Forms_of_another_county_are_to_its_workers_as_if_they_were_not_there()
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        await box.Publish(Visit("theirs"), who: box.Stranger);
        using var ours = (await Worker(box)).Collect;
        using var theirs = (await Worker(box, OtherCounty)).Collect;
        Assert.Equal(["fourfold:visit"], await Listed(ours));
        Assert.Equal(["fourfold:theirs"], await Listed(theirs));
        Assert.Empty(await Listed(ours, "?formID=fourfold:theirs"));
        foreach (var path in (string[])["forms/{0}/1", "forms/{0}/1/manifest", "forms/{0}/7"])
        {
            Assert.Equal(await Asked(ours, path, "nowhere"), await Asked(ours, path, "theirs"));
            Assert.Equal(await Asked(theirs, path, "nowhere"), await Asked(theirs, path, "visit"));
        }
        Assert.Equal(await Sent(ours, "nowhere"), await Sent(ours, "theirs"));
        Assert.Empty(await box.List(box.Stranger, "theirs"));

        async Task<IEnumerable<string>> Listed(HttpClient who, string query = "")
        {
            var list = XDocument.Parse(await who.GetStringAsync($"{Root}/formList{query}")).Root!;
            return list.Elements().Select(x => Text(x, "formID"));
        }

        async Task<string> Asked(HttpClient who, string path, string code)
        {
            using var answer = await who.GetAsync($"{Root}/{string.Format(null, path, code)}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            return Said(await answer.Content.ReadAsStringAsync(), code);
        }

        async Task<string> Sent(HttpClient who, string code)
        {
            using var answer = await who.PostAsync($"{Root}/submission", Form(Instance(Guid.NewGuid(), box.Now, code)));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            return Said(await answer.Content.ReadAsStringAsync(), code);
        }
    }

    [Fact]
    public async Task A_picture_that_was_sent_is_not_given_out_for_an_app_password()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Spec("shot", Field("first", "photo")));
        using var collect = (await Worker(box)).Collect;
        using var form = Form(Instance(Guid.NewGuid(), box.Now, "shot", "<first>1.png</first>"));
        form.Add(new ByteArrayContent(Png), "1.png", "1.png");
        using var sent = await collect.PostAsync($"{Root}/submission", form);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var media = Assert.Single(await box.List(box.Clerk, "shot")).GetProperty("media")[0];
        var file = $"/api/v1/files/{media.GetProperty("fileId").GetString()}";
        using var theirs = (await Worker(box, OtherCounty)).Collect;
        await Refused(HttpStatusCode.Unauthorized, "session.none", theirs.GetAsync(file));
        await Refused(HttpStatusCode.Unauthorized, "session.none", collect.GetAsync(file));
        await Refused(HttpStatusCode.NotFound, "file.unknown", box.Stranger.GetAsync(file));
    }

    // What an answer says but for the form's own code and what numbers the request.
    private static string Said(string text, string code)
    {
        Assert.NotEqual("", text);
        if (!text.StartsWith('{'))
            return text;
        var said = JsonNode.Parse(text)!.AsObject();
        said.Remove("correlationId");
        return said.ToJsonString().Replace($"/{code}/", "/", StringComparison.Ordinal);
    }
}
