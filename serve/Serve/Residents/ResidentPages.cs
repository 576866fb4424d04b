using System.Globalization;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Fourfold.Serve.Residents;

/// <summary>The pages that a code by the stairs leads to: for anybody, without an account or a script.</summary>
internal static class ResidentPages
{
    /// <summary>Where they are; outside the API, for people.</summary>
    public const string Root = "/my-grid";

    private const int LargestForm = 16 * 1024;
    private const string Html = "text/html; charset=utf-8";

    public static void Map(IEndpointRouteBuilder root)
    {
        var pages = root.MapGroup(Root).ExcludeFromDescription();
        pages
            .MapGet("/{token}", Door)
            .OpenToAnyone("a resident scans the code of their grid; the address is random and public");
        pages
            .MapPost("/{token}", Ask)
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            .OpenToAnyone("a resident asks without an account; bounded by address and by grid");
        pages
            .MapGet("/asked/{secret}", Asked)
            .OpenToAnyone("the secret address of a question is its resident's only proof");
        pages
            .MapPost("/asked/{secret}", Again)
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            .OpenToAnyone("the secret address of a question is its resident's only proof");
        pages
            .MapPost("/asked/{secret}/solved", Solved)
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            .OpenToAnyone("the secret address of a question is its resident's only proof");
    }

    private static async Task<ContentHttpResult> Door(
        string token,
        HttpContext http,
        ResidentDesk desk,
        IOptions<ServeOptions> options,
        CancellationToken ct
    )
    {
        var html = Writer(http, options.Value);
        return await desk.Door(token, ct) is { } page
            ? Page(http, html.Door(page, Question.NewSecret(), "", null))
            : Gone(http, html);
    }

    private static async Task<IResult> Ask(
        string token,
        HttpContext http,
        ResidentDesk desk,
        ResidentLimiter limiter,
        IOptions<ServeOptions> options,
        CancellationToken ct
    )
    {
        var html = Writer(http, options.Value);
        if (await desk.Door(token, ct) is not { } page)
            return Gone(http, html);
        var form = await Read(http, ct);
        var (text, wrong) = Check(form);
        var secret = form["secret"].ToString();
        if (secret.Length != Question.SecretLength || !System.Buffers.Text.Base64Url.IsValid(secret))
            secret = Question.NewSecret();
        if (OnlySpeaks(http))
            return text.Length > 0 ? Page(http, html.Door(page, secret, text, null)) : See(http, $"{Root}/{token}");
        if (wrong is null && !TryCount(http, limiter, token))
            wrong = "many";
        if (wrong is not null)
            return Page(http, html.Door(page, secret, text, wrong), StatusOf(wrong));
        // Only a program fills what no person sees; it is told that all went well, and nothing is kept.
        if (form["website"].ToString().Length == 0 && !await desk.Ask(token, secret, text, ct))
            return Gone(http, html);
        return See(http, $"{Root}/asked/{secret}");
    }

    private static async Task<ContentHttpResult> Asked(
        string secret,
        HttpContext http,
        ResidentDesk desk,
        IOptions<ServeOptions> options,
        CancellationToken ct
    )
    {
        var html = Writer(http, options.Value);
        return await desk.Asked(secret, ct) is { } page
            ? Page(http, html.Asked(page, secret, "", null))
            : Gone(http, html);
    }

    private static async Task<IResult> Again(
        string secret,
        HttpContext http,
        ResidentDesk desk,
        ResidentLimiter limiter,
        IOptions<ServeOptions> options,
        CancellationToken ct
    )
    {
        var html = Writer(http, options.Value);
        if (await desk.Asked(secret, ct) is not { } page)
            return Gone(http, html);
        var (text, wrong) = Check(await Read(http, ct));
        if (OnlySpeaks(http))
            return text.Length > 0
                ? Page(http, html.Asked(page, secret, text, null))
                : See(http, $"{Root}/asked/{secret}");
        if (wrong is null && !TryCount(http, limiter, secret))
            wrong = "many";
        if (wrong is null && page.IsFull)
            wrong = "full";
        if (wrong is not null)
            return Page(http, html.Asked(page, secret, text, wrong), StatusOf(wrong));
        return await desk.Again(secret, text, ct) is null ? Gone(http, html) : See(http, $"{Root}/asked/{secret}");
    }

    private static async Task<IResult> Solved(
        string secret,
        HttpContext http,
        ResidentDesk desk,
        IOptions<ServeOptions> options,
        CancellationToken ct
    ) =>
        await desk.Solve(secret, ct) is null
            ? Gone(http, Writer(http, options.Value))
            : See(http, $"{Root}/asked/{secret}");

    // More than a form may have; what it was is not read.
    private static readonly FormCollection TooLong = new(
        new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["text"] = new string('…', Question.LongestText + 1),
        }
    );

    private static async Task<IFormCollection> Read(HttpContext http, CancellationToken ct)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLong;
        }
    }

    // Browsers send line ends as two characters, and counted them as one. No keyboard sends control characters.
    private static (string Text, string? Wrong) Check(IFormCollection form)
    {
        var sent = form["text"].ToString().ReplaceLineEndings("\n");
        var text = string.Concat(sent.Where(sign => sign is '\n' or '\t' || !char.IsControl(sign))).Trim();
        return text.Length switch
        {
            0 => (text, "empty"),
            > Question.LongestText => (text, "long"),
            _ => (text, null),
        };
    }

    private static bool TryCount(HttpContext http, ResidentLimiter limiter, string door)
    {
        try
        {
            limiter.Count(http.Connection.RemoteIpAddress, door);
            return true;
        }
        catch (Refused)
        {
            return false;
        }
    }

    private static int StatusOf(string wrong) =>
        wrong == "many" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;

    private static ResidentHtml Writer(HttpContext http, ServeOptions options)
    {
        var asked = Chosen(http);
        var chosen = asked.Length > 0;
        if (!chosen)
        {
            var spoken = http.Request.GetTypedHeaders().AcceptLanguage;
            var first = spoken.Count > 0 ? spoken.MaxBy(l => l.Quality ?? 1)!.Value.ToString() : "zh"; // Not empty.
            asked = first.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";
        }
        _ = byte.TryParse(http.Request.Query["try"], CultureInfo.InvariantCulture, out var attempt);
        return new ResidentHtml(
            ResidentWords.In(asked),
            chosen,
            attempt,
            options.UtcOffsetHours,
            options.QuestionsKeptDays
        );
    }

    // What the resident asked for; empty when it is left to their browser.
    private static string Chosen(HttpContext http) =>
        http.Request.Query["language"].ToString() switch
        {
            "zh" => "zh",
            "en" => "en",
            _ => "",
        };

    // Nothing is sent: the page is to be had in another language, with what is written on it.
    private static bool OnlySpeaks(HttpContext http) => http.Request.Query.ContainsKey(ResidentHtml.Unsent);

    private static ContentHttpResult Gone(HttpContext http, ResidentHtml html) =>
        Page(http, html.Gone(), StatusCodes.Status404NotFound);

    private static ContentHttpResult Page(HttpContext http, string html, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Without it browsers do not tell where the form was, and a form of unknown origin is refused.
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return TypedResults.Text(html, Html, statusCode: status);
    }

    // After a form one sees a page that can be loaded again without sending it twice.
    private static IResult See(HttpContext http, string path)
    {
        http.Response.Headers.CacheControl = "no-store";
        var language = Chosen(http);
        http.Response.Headers.Location = language.Length > 0 ? $"{path}?language={language}" : path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
