using System.Net;
using Fourfold.Server.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace Fourfold.Host.Tests.Pages;

/// <summary>The pages as a browser on a weak line gets them, from folders such as the build leaves.</summary>
public sealed class PagesTests : IAsyncLifetime
{
    private readonly string web = Directory.CreateTempSubdirectory("fourfold-pages-").FullName;
    private readonly WebApplication app;
    private HttpClient browser = null!; // Set before each test, below.

    public PagesTests()
    {
        foreach (var entry in new[] { "console", "field" })
        {
            Write($"{entry}/dist/index.html", entry);
            Write($"{entry}/dist/index.html.br", entry + ", packed");
            Write($"{entry}/dist/assets/app-1234.js", "script");
            Write($"{entry}/dist/assets/app-1234.js.br", "br");
            Write($"{entry}/dist/assets/app-1234.js.gz", "gz");
            Write($"{entry}/dist/icon.png", "picture");
        }
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPages();
        app = builder.Build();
        app.UsePages(web);
    }

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
        Directory.Delete(web, recursive: true);
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br", "br")]
    [InlineData("gzip", "gzip", "gz")]
    [InlineData("br;q=0, gzip", "gzip", "gz")]
    [InlineData("identity", null, "script")]
    public async Task A_hashed_file_comes_as_packed_as_the_browser_takes_it_and_stays(
        string accepted,
        string? encoding,
        string content
    )
    {
        var answer = await Get("/field/assets/app-1234.js", accepted);
        Assert.Equal(encoding is null ? [] : [encoding], answer.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal(content, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/field/", "field, packed")]
    [InlineData("/field/index.html", "field, packed")]
    [InlineData("/cases/17", "console, packed")]
    public async Task A_page_is_asked_for_again_and_answered_shortly_when_it_is_the_same(string path, string content)
    {
        var answer = await Get(path, "br");
        Assert.Equal(content, await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", answer.Headers.GetValues("Cache-Control").Single());

        browser.DefaultRequestHeaders.IfNoneMatch.Add(answer.Headers.ETag!); // Static files have one.
        Assert.Equal(HttpStatusCode.NotModified, (await Get(path, "br")).StatusCode);
    }

    [Fact]
    public async Task The_field_app_without_its_slash_is_led_into_its_scope()
    {
        var answer = await Get("/field?from=qr", "br");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/field/?from=qr", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/field/assets/gone-5678.js")]
    [InlineData("/api/v1/nothing")]
    public async Task What_is_not_there_is_not_answered_with_a_page(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Get(path, "br")).StatusCode);

    private async Task<HttpResponseMessage> Get(string path, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await browser.SendAsync(request);
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(web, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // Below a folder of ours.
        File.WriteAllText(path, content);
    }
}
