using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Forms.XlsForm;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Forms;

/// <summary>Looks at a form or a workbook and saves nothing.</summary>
internal static class CheckForm
{
    private const int MostWorkbook = 8 << 20;

    internal sealed record CheckRequest(JsonElement Spec);

    /// <param name="Faults">What is wrong with it.</param>
    /// <param name="Schema">JSON Schema of its answers; null while it has faults.</param>
    internal sealed record Checked(IReadOnlyList<FormFaultView> Faults, JsonElement? Schema);

    /// <param name="Spec">The form; null when the workbook could not be read at all.</param>
    /// <param name="Notes">What was left out and does no harm.</param>
    /// <param name="Faults">What must be mended, each with its cell.</param>
    internal sealed record Imported(
        JsonElement? Spec,
        IReadOnlyList<FormFaultView> Notes,
        IReadOnlyList<FormFaultView> Faults
    );

    public static void Map(IEndpointRouteBuilder forms)
    {
        forms
            .MapPost("/check", Check)
            .WithName("CheckForm")
            .WithMetadata(new RequestSizeLimitAttribute(DraftForm.MostBytes))
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.FormsWrite);
        forms
            .MapPost("/imports", Import)
            .WithName("ImportForm")
            .Accepts<byte[]>("application/octet-stream")
            .WithMetadata(new RequestSizeLimitAttribute(MostWorkbook + 1))
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.FormsWrite);
    }

    private static Ok<Checked> Check(CheckRequest request)
    {
        var spec = SpecText.Read(request.Spec);
        return TypedResults.Ok(new Checked(FormFaultView.Of(spec.Faults), spec.Schema()));
    }

    private static async Task<Ok<Imported>> Import(HttpContext http, CancellationToken ct)
    {
        // The reader seeks; so many bytes are held for the moment.
        using var workbook = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (workbook.Length + read > MostWorkbook)
                throw Refused.Invalid("import.too-large", "file").With("most", MostWorkbook);
            workbook.Write(buffer, 0, read);
        }
        workbook.Position = 0;
        var found = XlsFormReader.Read(workbook);
        return TypedResults.Ok(
            new Imported(
                found.Spec is { } spec ? SpecText.Parse(FormJson.Write(spec)) : null,
                FormFaultView.Of(found.Notes),
                FormFaultView.Of(found.Faults)
            )
        );
    }
}
