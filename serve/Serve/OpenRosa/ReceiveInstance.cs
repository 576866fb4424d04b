using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Forms.OpenRosa;
using Fourfold.Forms.Validation;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Forms;
using Fourfold.Serve.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Fourfold.Serve.OpenRosa;

/// <summary>Takes in what ODK Collect sends: the answers, then pictures, in one request or in several with the same answers.</summary>
/// <remarks>Source: OpenRosa 1.0, "Form submission API".</remarks>
internal static class ReceiveInstance
{
    /// <summary>Bytes of one request; a client with more sends its files in several.</summary>
    public const long MostBytes = 520L << 20;

    private const string InstancePart = "xml_submission_file";
    private const int MostInstanceBytes = 4 * FormLimits.SubmissionLength;
    private const int MostBoundary = 100;
    private const int MostPlaces = 5;

    // Beside the answers; a client with more sends them in several requests.
    private const int MostParts = 1_000;
    private const string OurForms = "fourfold:";

    public static void Map(IEndpointRouteBuilder openRosa)
    {
        openRosa.MapMethods("/submission", [HttpMethods.Head], Ask).Needs(Permission.FormsFill);
        openRosa.MapPost("/submission", Handle).Needs(Permission.FormsFill);
    }

    private static IResult Ask(HttpContext http)
    {
        OpenRosaText.Mark(http);
        http.Response.Headers.Location = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}";
        return Results.NoContent();
    }

    private static async Task<IResult> Handle(HttpContext http, Intake intake, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            await intake.Take(http.Request, ct);
            return OpenRosaText.Say(http, StatusCodes.Status201Created, OpenRosaText.Message("received"));
        }
        // The program shows its person what we say, and no problem+json.
        catch (Refused refused)
        {
            var places =
                refused.Parameters.TryGetValue("errors", out var errors) && errors is IEnumerable<FormError> told
                    ? told.Take(MostPlaces).Select(e => $"{e.Path} {e.Code}")
                    : [];
            return OpenRosaText.Say(http, refused.Status, OpenRosaText.Message(refused.Code, places));
        }
        // Parts that are none, or that end in the middle; what the server itself limits is its own answer.
        catch (Exception broken)
            when (broken is InvalidDataException or IOException and not BadHttpRequestException
                && !ct.IsCancellationRequested
            )
        {
            return OpenRosaText.Say(
                http,
                StatusCodes.Status400BadRequest,
                OpenRosaText.Message("open-rosa.unreadable")
            );
        }
    }

    /// <summary>Reads one request and takes in what it brings.</summary>
    internal sealed class Intake(
        ServeDb db,
        FormDesk forms,
        SubmissionDesk desk,
        IFileIntake files,
        ISealedFiles closed,
        IOptions<ServeOptions> options
    )
    {
        public async Task Take(HttpRequest request, CancellationToken ct)
        {
            var reader = new MultipartReader(Boundary(request), request.Body);
            var first = await reader.ReadNextSectionAsync(ct);
            if (first is null || NameOf(first) != InstancePart)
                throw new Refused("open-rosa.instance-missing", StatusCodes.Status400BadRequest);
            var submission = await Answers(await Text(first.Body, ct), ct);
            var awaited = await db
                .SubmissionMedia.Where(m => m.Submission == submission.Id && m.File == null)
                .ToDictionaryAsync(m => m.Name, StringComparer.Ordinal, ct);
            for (var parts = 1; await reader.ReadNextSectionAsync(ct) is { } part; parts++)
            {
                if (parts > MostParts)
                    throw new Refused("open-rosa.too-many-parts", StatusCodes.Status413PayloadTooLarge).With(
                        "most",
                        MostParts
                    );
                // What no answer names, or has come already, is read past.
                if (FileNameOf(part) is { } name && awaited.Remove(name, out var media))
                    await Attach(submission, media, part, ct);
            }
        }

        private async Task<Submission> Answers(string xml, CancellationToken ct)
        {
            if (!SubmissionReader.TryReadHead(xml, out var head, out var fault))
                throw FormJudge.Invalid(fault is null ? [] : [fault]);
            if (
                CodeOf(head!.FormId) is not { } code // Read, so not null.
                || !int.TryParse(head.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
                throw Refused.NotFound("form.unknown");
            var form = await forms.Find(code, ct);
            var spec = FormDesk.Read(await forms.Version(form.Code, number, ct));
            if (!SubmissionReader.TryRead(spec, xml, out var answers, out var errors))
                throw FormJudge.Invalid(errors);
            var id = IdOf(head.InstanceId);
            var filled = new FilledForm(
                id,
                form.Code,
                number,
                head.EndedAt ?? await Before(id, ct),
                SpecText.Write(answers),
                SubmissionSources.OpenRosa
            );
            var (submission, isNew) = await desk.Take(filled, ct);
            if (isNew)
                await db.SaveChangesAsync(ct);
            return submission;
        }

        // A form of another maker's program may not say when; then the first time that it comes counts.
        private async Task<DateTimeOffset> Before(SubmissionId id, CancellationToken ct)
        {
            var known = await db
                .Submissions.Where(s => s.Id == id)
                .Select(s => (DateTimeOffset?)s.FilledAt)
                .FirstOrDefaultAsync(ct);
            return known ?? db.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(options.Value.UtcOffsetHours));
        }

        private async Task Attach(
            Submission submission,
            SubmissionMedia media,
            MultipartSection part,
            CancellationToken ct
        )
        {
            var purpose = media.IsSealed ? SubmitForm.SealedPurpose : SubmitForm.MediaPurpose;
            var file = await files.Take(part.Body, purpose, ct);
            if (media.IsSealed)
                await closed.Seal(file, submission.AreaPath, media.Place, ct);
            media.File = file;
            db.Audit("submission.media-attached", "submission", submission.Id.ToString(), new { media.Code });
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>The code that <see cref="XFormWriter.IdOf"/> names a form by; null when it is none of ours.</summary>
    internal static string? CodeOf(string formId) =>
        formId.StartsWith(OurForms, StringComparison.Ordinal) ? formId[OurForms.Length..] : null;

    /// <summary>An instance's own id as ours: its UUID, else one made of its text.</summary>
    internal static SubmissionId IdOf(string instanceId)
    {
        var text = instanceId.StartsWith("uuid:", StringComparison.OrdinalIgnoreCase) ? instanceId[5..] : instanceId;
        return Guid.TryParse(text, out var uuid) && uuid != Guid.Empty
            ? SubmissionId.From(uuid)
            : SubmissionId.From(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(instanceId)).AsSpan(0, 16)));
    }

    private static string Boundary(HttpRequest request)
    {
        var boundary =
            MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
                : null;
        return boundary is { Length: > 0 and <= MostBoundary }
            ? boundary
            : throw new Refused("request.media-type-refused", StatusCodes.Status415UnsupportedMediaType);
    }

    private static string? NameOf(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.Name).Value
            : null;

    private static string? FileNameOf(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? NameOf(part)
            : null;

    private static async Task<string> Text(Stream body, CancellationToken ct)
    {
        using var text = new MemoryStream();
        var buffer = new byte[65_536];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0; )
        {
            if (text.Length + read > MostInstanceBytes)
                throw new Refused("form.answers-too-large", 413).With("most", FormLimits.SubmissionLength);
            text.Write(buffer, 0, read);
        }
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length).TrimStart('\uFEFF');
    }
}
