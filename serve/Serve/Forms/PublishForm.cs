using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Forms.Schema;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Forms;

/// <summary>Makes a draft the next version, which phones get at their next contact; or takes a form out of use.</summary>
internal static class PublishForm
{
    private const int LongestNumber = 60;

    /// <param name="Revision">Of the draft that is meant.</param>
    /// <param name="AssessmentNumber">Of the impact assessment; needed when a field is sensitive.</param>
    internal sealed record PublishRequest(int Revision, string? AssessmentNumber = null);

    internal sealed record PublishResult(int Version);

    public static void Map(IEndpointRouteBuilder forms)
    {
        forms
            .MapPost("/{code}/publish", Publish)
            .WithName("PublishForm")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.FormsPublish);
        forms
            .MapPost("/{code}/retire", Retire)
            .WithName("RetireForm")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.FormsPublish);
    }

    private static async Task<Ok<PublishResult>> Publish(
        string code,
        PublishRequest request,
        FormDesk desk,
        ServeDb db,
        CancellationToken ct
    )
    {
        var form = await desk.FindToChange(code, ct);
        if (form.DraftRevision != request.Revision)
            throw Refused.Stale(request.Revision, form.DraftRevision, await DraftForm.Show(form, db, ct));
        var draft =
            await db.FormDrafts.FirstOrDefaultAsync(d => d.Code == code, ct) ?? throw new Refused("form.no-draft");
        var read = SpecText.Stored(draft.Spec);
        if (read.Spec is not { } drafted)
            throw Faulty(read.Faults);
        var version = Next(form, drafted, request.AssessmentNumber, db.Actor, db.Clock.GetUtcNow());
        db.FormVersions.Add(version);
        db.FormDrafts.Remove(draft);
        form.Published(FormDesk.Read(version), version.At);
        db.Audit("form.published", "form", code, new { version.Number, version.Digest });
        db.Tell("form", code, form.Revision, "published", form.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new PublishResult(version.Number));
    }

    /// <summary>The version that a draft becomes.</summary>
    /// <exception cref="Refused">422 <c>form.faulty</c> with each fault and its place.</exception>
    internal static FormVersion Next(Form form, FormSpec draft, string? assessment, Actor by, DateTimeOffset now)
    {
        var number = string.IsNullOrWhiteSpace(assessment) ? draft.AssessmentNumber : assessment.Trim();
        if (number?.Length > LongestNumber)
            throw Refused.Invalid("request.too-long", "assessmentNumber").With("maximum", LongestNumber);
        var spec = draft with
        {
            Code = form.Code,
            Version = (form.PublishedVersion ?? 0) + 1,
            AssessmentNumber = string.IsNullOrWhiteSpace(number) ? null : number,
        };
        var faults = FormChecker.Check(spec, publishing: true);
        if (faults.Count > 0)
            throw Faulty(faults);
        var (text, schema) = (FormJson.Write(spec), SpecText.Write(FormSchema.Compile(spec)));
        return new FormVersion
        {
            Code = form.Code,
            Number = spec.Version,
            Spec = text,
            Schema = schema,
            Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text + '\n' + schema))),
            By = by.Person,
            At = now,
        };
    }

    private static async Task<NoContent> Retire(string code, FormDesk desk, ServeDb db, CancellationToken ct)
    {
        var form = await desk.FindToChange(code, ct);
        form.Retire(db.Clock.GetUtcNow());
        db.Audit("form.retired", "form", code, new { form.PublishedVersion });
        db.Tell("form", code, form.Revision, "retired", form.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static Refused Faulty(IReadOnlyList<FormFault> faults) =>
        Refused.Invalid("form.faulty", "spec").With("count", faults.Count).With("faults", FormFaultView.Of(faults));
}
