using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Submissions;

/// <summary>Takes a filled form in, once by its id, and the pictures it names.</summary>
internal static class SubmitForm
{
    // A character of an answer may take four bytes, and six as an escape; the validator counts characters.
    private const int MostBytes = (6 * FormLimits.SubmissionLength) + 65_536;
    private const int UuidVersion = 7;

    /// <param name="Id">A UUIDv7 made by who filled it; the same in every attempt to send it.</param>
    /// <param name="Version">Of the form it was filled with.</param>
    /// <param name="FilledAt">With the offset of the place: it says what "today" was.</param>
    /// <param name="Answers">As the version's schema wants them.</param>
    /// <param name="Position">Where it was filled.</param>
    /// <param name="GridId">The grid it is about.</param>
    /// <param name="OnBehalf">Who really asked, when somebody else types it in.</param>
    /// <param name="ForResident">The resident without a phone for whom it is filled, or null.</param>
    internal sealed record SubmitRequest(
        SubmissionId Id,
        int Version,
        DateTimeOffset FilledAt,
        JsonElement Answers,
        GeoPoint? Position = null,
        GridId? GridId = null,
        PersonId? OnBehalf = null,
        ResidentContact? ForResident = null
    );

    /// <param name="Masked">Pointers of what was sealed.</param>
    internal sealed record Received(
        SubmissionId Id,
        string Form,
        int Version,
        DateTimeOffset ReceivedAt,
        IReadOnlyList<string> Masked
    );

    /// <param name="Name">As an answer has it.</param>
    /// <param name="FileId">An upload for the purpose <see cref="MediaPurpose"/>, or <see cref="SealedPurpose"/> of a sensitive field.</param>
    internal sealed record AttachRequest(string Name, FileId FileId);

    /// <summary>What pictures and films of forms are uploaded for.</summary>
    public const string MediaPurpose = "form-media";

    /// <summary>What those of sensitive fields are uploaded for: they are sealed the moment they have come.</summary>
    public const string SealedPurpose = "form-media-sealed";

    // Not among the groups that keep receipts: the id is the receipt, and a store is not held while answers are judged.
    public static void Map(IEndpointRouteBuilder forms, IEndpointRouteBuilder submissions)
    {
        forms
            .MapPost("/{code}/submissions", Submit)
            .WithName("SubmitForm")
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .Needs(Permission.FormsFill);
        submissions
            .MapPost("/{id}/media", Attach)
            .WithName("AttachMedia")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.FormsFill);
    }

    private static async Task<Created<Received>> Submit(
        string code,
        SubmitRequest request,
        SubmissionDesk desk,
        ServeDb db,
        CancellationToken ct
    )
    {
        if (request.Id.Value.Version != UuidVersion)
            throw Refused.Invalid("submission.id-malformed", "id");
        if (request.Answers.ValueKind != JsonValueKind.Object || !StorableText.Holds(request.Answers))
            throw Refused.Invalid("form.unreadable-answers", "answers");
        var filled = new FilledForm(
            request.Id,
            code,
            request.Version,
            request.FilledAt,
            request.Answers.GetRawText(),
            SubmissionSources.Own
        )
        {
            Position = request.Position,
            Grid = request.GridId,
            OnBehalf = request.OnBehalf,
            ForResident = request.ForResident,
        };
        var (taken, isNew) = await desk.Take(filled, ct);
        if (isNew)
            await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/submissions/{taken.Id}",
            new Received(taken.Id, taken.FormCode, taken.Version, taken.ReceivedAt, taken.Masked)
        );
    }

    private static async Task<NoContent> Attach(
        SubmissionId id,
        AttachRequest request,
        SubmissionDesk desk,
        ServeDb db,
        IFiles files,
        ISealedFiles closed,
        CancellationToken ct
    )
    {
        var (submission, media) = await desk.FindOwn(id, request.Name, ct);
        if (media.File == request.FileId)
            return TypedResults.NoContent();
        if (media.File is not null)
            throw new Refused("form.media-there").With("name", request.Name);
        var file = await files.Find(request.FileId, ct);
        if (file is null || file.By != db.Actor.Person || !(file.Purpose == MediaPurpose || Fits(file, media)))
            throw Refused.Invalid("file.unknown", "fileId");
        // Bound to this answer and to the county of its submission; a client that knows no better brought it plain.
        if (media.IsSealed && !await closed.Seal(file.Id, submission.AreaPath, media.Place, ct))
            throw Refused.Invalid("file.unknown", "fileId");
        media.File = file.Id;
        db.Audit("submission.media-attached", "submission", id.ToString(), new { media.Code });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static bool Fits(StoredFile file, SubmissionMedia media) => media.IsSealed && file.Purpose == SealedPurpose;
}
