using System.Globalization;
using System.Xml.Linq;
using Fourfold.Contracts;
using Fourfold.Forms.OpenRosa;
using Fourfold.Kernel.Identity;
using Fourfold.Serve.Emergencies;
using Fourfold.Serve.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.OpenRosa;

/// <summary>The forms that can be filled now, for ODK Collect and its like.</summary>
/// <remarks>Source: OpenRosa 1.0, "Form discovery API" and "Form manifest".</remarks>
internal static class ListXForms
{
    // The protocol has no pages; a worker fills a handful.
    private const int MostForms = 200;
    private static readonly XNamespace List = "http://openrosa.org/xforms/xformsList";
    private static readonly XNamespace Manifest = "http://openrosa.org/xforms/xformsManifest";

    public static void Map(IEndpointRouteBuilder openRosa)
    {
        openRosa.MapGet("/formList", Forms).Needs(Permission.FormsRead);
        openRosa.MapGet("/forms/{code}/{version}", Form).Needs(Permission.FormsRead);
        openRosa.MapGet("/forms/{code}/{version}/manifest", Media).Needs(Permission.FormsRead);
    }

    private static async Task<IResult> Forms(
        string? formID,
        HttpContext http,
        FormDesk desk,
        EmergencyDesk emergencies,
        XFormShelf shelf,
        ServeDb db,
        CancellationToken ct
    )
    {
        var emergency = await emergencies.ConcernsActor(ct);
        var open = desk.Visible().Where(f => f.PublishedVersion != null && f.RetiredAt == null);
        if (!emergency)
            open = open.Where(f => !f.EmergencyOnly);
        if (formID is not null)
        {
            var code = ReceiveInstance.CodeOf(formID);
            open = open.Where(f => f.Code == code);
        }
        var versions = await open.Join(
                db.FormVersions,
                f => new { f.Code, Number = f.PublishedVersion },
                v => new { v.Code, Number = (int?)v.Number },
                (f, v) => v
            )
            .AsNoTracking()
            .OrderBy(v => v.Code)
            .Take(MostForms)
            .ToListAsync(ct);
        var at = $"{http.Request.Scheme}://{http.Request.Host}{Root(http)}/forms";
        return OpenRosaText.Xml(http, new XElement(List + "xforms", versions.Select(v => Entry(v, shelf.Of(v), at))));
    }

    private static XElement Entry(FormVersion version, XForm form, string at)
    {
        var spec = FormDesk.Read(version);
        var number = version.Number.ToString(CultureInfo.InvariantCulture);
        return new XElement(
            List + "xform",
            new XElement(List + "formID", XFormWriter.IdOf(spec)),
            new XElement(List + "name", spec.Title.Zh),
            new XElement(List + "version", number),
            new XElement(List + "hash", $"md5:{form.Md5}"),
            new XElement(List + "downloadUrl", $"{at}/{version.Code}/{number}"),
            new XElement(List + "manifestUrl", $"{at}/{version.Code}/{number}/manifest")
        );
    }

    private static async Task<IResult> Form(
        string code,
        int version,
        HttpContext http,
        FormDesk desk,
        XFormShelf shelf,
        CancellationToken ct
    )
    {
        await desk.Find(code, ct);
        return OpenRosaText.Text(http, shelf.Of(await desk.Version(code, version, ct)).Xml);
    }

    // Choices are in the form itself, so nothing else need be fetched.
    private static async Task<IResult> Media(
        string code,
        int version,
        HttpContext http,
        FormDesk desk,
        CancellationToken ct
    )
    {
        await desk.Find(code, ct);
        await desk.Version(code, version, ct);
        return OpenRosaText.Xml(http, new XElement(Manifest + "manifest"));
    }

    private static string Root(HttpContext http) =>
        http.Request.Path.Value is { } path ? path[..path.LastIndexOf('/')] : "";
}
