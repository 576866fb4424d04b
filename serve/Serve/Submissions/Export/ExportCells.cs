using System.Globalization;
using System.Text.Json;

namespace Fourfold.Serve.Submissions.Export;

/// <summary>A submission as the cells of a table.</summary>
internal static class ExportCells
{
    /// <summary>Stands where an answer is sealed.</summary>
    public const string Mask = "***";

    /// <summary>Columns before those of the fields.</summary>
    public static readonly IReadOnlyList<string> Head =
    [
        "_id",
        "_version",
        "_area",
        "_grid",
        "_filledBy",
        "_filledAt",
        "_receivedAt",
        "_latitude",
        "_longitude",
    ];

    /// <summary>What every submission has, as text; numbers in the invariant culture.</summary>
    public static IEnumerable<ExportCell> Of(Submission submission)
    {
        yield return new ExportCell(submission.Id.ToString(), false);
        yield return Number(submission.Version);
        yield return new ExportCell(submission.AreaPath, false);
        yield return new ExportCell(submission.Grid?.ToString(), false);
        yield return new ExportCell(submission.FilledBy.ToString(), false);
        yield return new ExportCell(Time(submission.FilledAt), false);
        yield return new ExportCell(Time(submission.ReceivedAt), false);
        yield return Number(submission.Latitude);
        yield return Number(submission.Longitude);
    }

    /// <summary>An answer; a repeat is its JSON, several choices are separated by spaces.</summary>
    public static ExportCell Of(Submission submission, JsonElement answers, string field)
    {
        if (!answers.TryGetProperty(field, out var answer))
            return new ExportCell(submission.Masked.Contains($"/{field}") ? Mask : null, false);
        return answer.ValueKind switch
        {
            JsonValueKind.String => new ExportCell(answer.GetString(), false),
            JsonValueKind.Number => new ExportCell(answer.GetRawText(), true),
            JsonValueKind.True => new ExportCell("true", false),
            JsonValueKind.False => new ExportCell("false", false),
            JsonValueKind.Array when answer.EnumerateArray().All(a => a.ValueKind == JsonValueKind.String) =>
                new ExportCell(string.Join(' ', answer.EnumerateArray().Select(a => a.GetString())), false),
            _ => new ExportCell(answer.GetRawText(), false),
        };
    }

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static ExportCell Number(double? number) => new(number?.ToString("R", CultureInfo.InvariantCulture), true);
}

/// <summary>One cell.</summary>
/// <param name="Text">What it shows; null for nothing.</param>
/// <param name="IsNumber">Whether it is a number and may be counted with.</param>
internal readonly record struct ExportCell(string? Text, bool IsNumber);
