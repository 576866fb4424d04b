using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Forms;

/// <summary>Shows and saves a form that is being made. Faults do not stop saving: work half done is kept.</summary>
internal static class DraftForm
{
    /// <summary>Bytes of a request that brings a form: each of its characters may take several.</summary>
    internal const int MostBytes = 4 * FormLimits.SpecLength;

    /// <param name="Spec">The form as <c>docs/reference/forms.md</c> describes it; its code is that of the address.</param>
    /// <param name="Revision">What was read before; 0 makes a form that is not there yet.</param>
    internal sealed record SaveRequest(JsonElement Spec, int Revision);

    /// <param name="Revision">Send it with the next save.</param>
    /// <param name="Faults">What must be mended before it is published.</param>
    internal sealed record Saved(int Revision, IReadOnlyList<FormFaultView> Faults);

    public static void Map(IEndpointRouteBuilder forms)
    {
        forms
            .MapGet("/{code}/draft", Read)
            .WithName("ReadFormDraft")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.FormsWrite);
        forms
            .MapPut("/{code}/draft", Save)
            .WithName("SaveFormDraft")
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.FormsWrite);
    }

    private static async Task<Ok<FormDraftView>> Read(string code, FormDesk desk, ServeDb db, CancellationToken ct) =>
        TypedResults.Ok(await Show(await desk.FindToChange(code, ct), db, ct));

    private static async Task<Ok<Saved>> Save(
        string code,
        SaveRequest request,
        FormDesk desk,
        ServeDb db,
        CancellationToken ct
    )
    {
        var spec = SpecText.Read(request.Spec);
        if (!FormChecker.IsCode(code))
            throw Refused.Invalid("form.code-malformed", "code");
        if (spec.Code is { } own && own != code)
            throw Refused.Invalid("form.code-mismatch", "spec").With("code", own);
        var now = db.Clock.GetUtcNow();
        var form = await db.Forms.FirstOrDefaultAsync(f => f.Code == code, ct);
        if (form is null)
            db.Forms.Add(form = New(code, request.Revision, spec, db.Actor, now));
        else
        {
            form = await Known(form, desk, ct);
            if (form.DraftRevision != request.Revision)
                throw Refused.Stale(request.Revision, form.DraftRevision, await Show(form, db, ct));
        }
        form.Drafted(spec.Title, spec.Spec?.EmergencyOnly ?? false, now);
        await Keep(form, spec.Text, db, ct);
        db.Audit("form.drafted", "form", code, new { form.DraftRevision, Faults = spec.Faults.Count });
        db.Tell("form", code, form.Revision, "drafted", form.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Saved(form.DraftRevision, FormFaultView.Of(spec.Faults)));
    }

    private static Form New(string code, int revision, SpecText spec, Actor actor, DateTimeOffset now)
    {
        if (revision != 0)
            throw Refused.NotFound("form.unknown");
        if (actor.AreaPath.Length == 0)
            throw new Refused("area.outside", 403);
        return new Form
        {
            Code = code,
            AreaPath = actor.AreaPath,
            Title = spec.Title,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    // That a code is taken must be told, also by a form that one may not see; nothing else of it is.
    private static async Task<Form> Known(Form form, FormDesk desk, CancellationToken ct)
    {
        if (!await desk.Visible().AnyAsync(f => f.Code == form.Code, ct))
            throw new Refused("form.code-taken").With("code", form.Code);
        return await desk.FindToChange(form.Code, ct);
    }

    private static async Task Keep(Form form, string text, ServeDb db, CancellationToken ct)
    {
        var draft = await db.FormDrafts.FirstOrDefaultAsync(d => d.Code == form.Code, ct);
        if (draft is null)
            db.FormDrafts.Add(
                new FormDraft
                {
                    Code = form.Code,
                    Spec = text,
                    By = db.Actor.Person,
                    At = form.UpdatedAt,
                }
            );
        else
            (draft.Spec, draft.By, draft.At) = (text, db.Actor.Person, form.UpdatedAt);
    }

    /// <summary>The draft, or where there is none the latest version to begin from.</summary>
    internal static async Task<FormDraftView> Show(Form form, ServeDb db, CancellationToken ct)
    {
        var draft = await db.FormDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Code == form.Code, ct);
        var text =
            draft?.Spec
            ?? await db
                .FormVersions.Where(v => v.Code == form.Code && v.Number == form.PublishedVersion)
                .Select(v => v.Spec)
                .FirstOrDefaultAsync(ct)
            ?? "{}";
        var spec = SpecText.Stored(text);
        return new FormDraftView(
            form.Code,
            form.DraftRevision,
            SpecText.Parse(text),
            FormFaultView.Of(spec.Faults),
            draft?.At,
            draft?.By
        );
    }
}
