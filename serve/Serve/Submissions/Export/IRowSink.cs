using System.Text.Json;

namespace Fourfold.Serve.Submissions.Export;

/// <summary>Writes submissions one by one and keeps none of them: a million cost as much memory as one.</summary>
internal interface IRowSink
{
    /// <summary>What the answer is declared as.</summary>
    string ContentType { get; }

    /// <summary>Writes what comes before the first row.</summary>
    /// <param name="fields">Codes of the fields, in the order of their columns.</param>
    /// <param name="ct">Ends it.</param>
    Task Begin(IReadOnlyList<string> fields, CancellationToken ct);

    /// <summary>Writes one row.</summary>
    ValueTask Row(Submission submission, JsonElement answers, CancellationToken ct);

    /// <summary>Writes what comes after the last row.</summary>
    Task End(CancellationToken ct);
}
