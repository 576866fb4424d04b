using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fourfold.Serve.Workers;

namespace Fourfold.Serve.Residents;

/// <summary>Writes the pages for residents: plain HTML with its style inside, a few kilobytes, no script.</summary>
/// <param name="words">In which language.</param>
/// <param name="chosen">Whether the resident asked for it, and not only their browser: it stays on the pages that follow.</param>
/// <param name="attempt">How often what stands on the page was sent in vain.</param>
/// <param name="utcOffsetHours">Hours that local time is ahead of UTC.</param>
/// <param name="keptDays">Days a question is kept after its last line.</param>
internal sealed class ResidentHtml(ResidentWords words, bool chosen, int attempt, double utcOffsetHours, int keptDays)
{
    /// <summary>In the address a form goes to: nothing is asked, the page is only to speak another language.</summary>
    public const string Unsent = "unsent";

    private const string Say = "say";

    private const string Mark =
        """<svg width="32" height="32" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.4" aria-hidden="true"><path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9.5 9.5h5v5h-5z"/></svg>""";

    private static readonly string Style = ResidentWords.Text("resident.css");

    // Chinese stays readable, and a third as long.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Who serves here, and the form to ask.</summary>
    /// <param name="page">What hangs at the door.</param>
    /// <param name="secret">Goes back with the form and becomes the resident's own.</param>
    /// <param name="typed">What they wrote, when it could not be taken.</param>
    /// <param name="wrong">Key of why not, or null.</param>
    public string Door(DoorPage page, string secret, string typed, string? wrong)
    {
        var action = $"{ResidentPages.Root}/{page.Token}";
        var body = new StringBuilder()
            .Append($"<h1>{Encode(page.GridName)}</h1>")
            .Append("<section class=\"card\"><h2>")
            .Append(Text("workers"))
            .Append("</h2>");
        Workers(body, page.Workers);
        body.Append("</section>")
            .Append("<p class=\"card danger\">")
            .Append(Text("urgent"))
            .Append("</p>")
            .Append($"<form id=\"{Say}\" class=\"card\" method=\"post\" action=\"{Encode(action + Send())}\">")
            .Append(Field("text", typed, wrong))
            .Append($"<input type=\"hidden\" name=\"secret\" value=\"{Encode(secret)}\">")
            .Append(
                $"<div class=\"trap\" aria-hidden=\"true\"><label>{Text("trap")}<input name=\"website\" tabindex=\"-1\" autocomplete=\"off\"></label></div>"
            )
            .Append($"<button>{Text("send")}</button></form>")
            .Append($"<p class=\"soft\">{Encode(words.Days("promise", keptDays))}</p>");
        return Whole(Title(page.GridName, wrong), body.ToString(), Switch(action));
    }

    /// <summary>What was asked and answered, and what the resident may do now.</summary>
    public string Asked(AskedPage page, string secret, string typed, string? wrong)
    {
        var action = $"{ResidentPages.Root}/asked/{secret}";
        var body = new StringBuilder()
            .Append($"<h1>{Text("mine.title")}</h1><p class=\"place\">{Encode(page.GridName)}</p>")
            .Append("<section class=\"card\">")
            .Append($"<p class=\"state\" role=\"status\" data-state=\"{page.State}\">{Text("state." + page.State)}</p>")
            .Append("<ul class=\"lines\">");
        foreach (var line in page.Lines)
            Line(body, line);
        body.Append("</ul>");
        if (page.State == QuestionStates.Answered)
            body.Append($"<form method=\"post\" action=\"{Encode($"{action}/solved{Query()}")}\">")
                .Append($"<button>{Text("solved")}</button></form>");
        body.Append($"<a class=\"button plain\" href=\"{Encode(action + Query())}\">{Text("look")}</a>")
            .Append("</section>")
            .Append($"<p class=\"card soft\">{Text("mine.keep")}</p>");
        if (page.IsFull && wrong is not null)
            body.Append("<div class=\"card\">")
                .Append($"<p class=\"wrong\" role=\"alert\">{Text("full")}</p>")
                .Append($"<ul class=\"lines\"><li class=\"mine\"><p>{Encode(typed)}</p></li></ul></div>");
        else if (!page.IsFull)
            body.Append($"<form id=\"{Say}\" class=\"card\" method=\"post\" action=\"{Encode(action + Send())}\">")
                .Append(Field("text", typed, wrong, "again"))
                .Append($"<button>{Text("againSend")}</button></form>");
        else
            body.Append($"<p class=\"card soft\">{Text("full")}</p>");
        if (page.Token is { } token)
            body.Append(
                $"<p><a class=\"other\" href=\"{Encode($"{ResidentPages.Root}/{token}{Query()}")}\">{Text("back")}</a></p>"
            );
        var other = page.IsFull ? Link(action) : Switch(action);
        return Whole(Title(words["mine.title"], wrong), body.ToString(), other);
    }

    /// <summary>Nothing is there any more.</summary>
    public string Gone() =>
        Whole(
            Title(words["gone.title"], null),
            $"<h1>{Text("gone.title")}</h1><p class=\"card\">{Text("gone.text")}</p>",
            Link(ResidentPages.Root)
        );

    // What a screen reader says first: that it was not sent, then which page it is.
    private string Title(string page, string? wrong) =>
        Encode(
            string.Join(" · ", new[] { wrong is null ? null : words["notSent"], page, words["title"] }.OfType<string>())
        );

    // To the same page in the other language.
    private string Link(string address) =>
        $"<a href=\"{Encode($"{address}?language={words.Other}")}\" hreflang=\"{words.Other}\" lang=\"{words.Other}\">{Text("other")}</a>";

    // The same where something may be half written: it goes along, and comes back on the page.
    private string Switch(string address) =>
        $"<button class=\"speak\" form=\"{Say}\" formnovalidate formaction=\"{Encode($"{address}?language={words.Other}&{Unsent}")}\" lang=\"{words.Other}\">{Text("other")}</button>";

    private string Whole(string title, string body, string other) =>
        $"""
            <!doctype html>
            <html lang="{words["lang"]}">
            <head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <style>{Style}</style></head>
            <body>
            <header>{Mark}<p>{Text("title")}</p>{other}</header>
            <main>{body}</main>
            </body></html>
            """;

    private void Workers(StringBuilder body, IReadOnlyList<ShownWorker> workers)
    {
        if (workers.Count == 0)
        {
            body.Append($"<p>{Text("nobody")}</p>");
            return;
        }
        body.Append("<ul class=\"who\">");
        foreach (var worker in workers)
        {
            body.Append($"<li><strong>{Text("role." + worker.Role)}");
            if (worker.Name is { } name)
                body.Append(" · ").Append(Encode(name));
            body.Append("</strong>");
            if (worker.Shifts.Count > 0)
                body.Append($"<span>{Text("hours")} {Encode(Hours(worker.Shifts))}</span>");
            body.Append("</li>");
        }
        body.Append("</ul>");
    }

    // Days with the same hours together.
    private string Hours(IReadOnlyList<Shift> shifts)
    {
        var days = shifts
            .GroupBy(s => s.Weekday)
            .OrderBy(g => g.Key)
            .Select(g => (Day: words[$"day.{g.Key}"], Hours: string.Join(", ", g.OrderBy(s => s.From).Select(Of))));
        return string.Join(
            "; ",
            days.GroupBy(d => d.Hours, StringComparer.Ordinal)
                .Select(g => $"{string.Join(' ', g.Select(d => d.Day))} {g.Key}")
        );
    }

    private static string Of(Shift shift) => $"{Clock(shift.From)}–{Clock(shift.Until)}";

    private static string Clock(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private void Line(StringBuilder body, ShownLine line)
    {
        var who =
            line.ByResident ? words["you"]
            : line.Name is { } name ? $"{words["role.worker"]} {name}"
            : words["role.worker"];
        var at = line.At.ToOffset(TimeSpan.FromHours(utcOffsetHours));
        body.Append(line.ByResident ? "<li class=\"mine\">" : "<li>")
            .Append(
                $"<span class=\"soft\">{Encode(who)} · <time datetime=\"{at:yyyy-MM-ddTHH:mmzzz}\">{at:MM-dd HH:mm}</time></span>"
            )
            .Append($"<p>{Encode(line.Text)}</p></li>");
    }

    private string Field(string name, string typed, string? wrong, string label = "text")
    {
        var said = wrong is null ? "" : $"<p class=\"wrong\" id=\"wrong\" role=\"alert\">{Text(wrong)}</p>";
        // The page was loaded anew: who cannot see it begins where it went wrong, and hears why.
        var invalid = wrong is null ? "" : " aria-invalid=\"true\" autofocus";
        return $"""
            <label for="{name}">{Text(label)}</label><p class="soft" id="hint">{Text("textHint")}</p>{said}
            <textarea id="{name}" name="{name}" required maxlength="{Question.LongestText}" aria-describedby="hint{(
                wrong is null ? "" : " wrong"
            )}"{invalid}>{Encode(typed)}</textarea>
            """;
    }

    // Another address than the page's own: without a network the browser would put its own page in the place of this one,
    // and what was written could not be gone back to.
    private string Send() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"?try={attempt + 1}{(chosen ? $"&language={words.Language}" : "")}"
        );

    private string Query() => chosen ? $"?language={words.Language}" : "";

    private string Text(string key) => Encode(words[key]);

    private static string Encode(string text) => Encoder.Encode(text);
}
