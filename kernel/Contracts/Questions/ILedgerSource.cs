namespace Fourfold.Contracts;

/// <summary>Tells ledgers (台账) what happened; every module that owns such things has one. A ledger is a view: nothing is copied into it.</summary>
public interface ILedgerSource
{
    /// <summary>What it tells of: <c>case</c>, <c>form</c>, <c>patrol</c>.</summary>
    string Kind { get; }

    /// <summary>The newest first, in the same order each time; the asker has checked that the area may be seen.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> Newest(LedgerQuestion question, CancellationToken ct);
}

/// <summary>What a ledger asks its sources.</summary>
/// <param name="AreaPath">Of this area and all below it.</param>
/// <param name="Codes">Only of these: classes of cases, codes of forms; none for all.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant after it.</param>
/// <param name="Take">At most so many.</param>
public sealed record LedgerQuestion(
    string AreaPath,
    IReadOnlyList<string> Codes,
    DateTimeOffset From,
    DateTimeOffset Until,
    int Take
);

/// <summary>One line of a ledger.</summary>
/// <param name="Kind">Of its source.</param>
/// <param name="Id">Of what it tells of.</param>
/// <param name="Number">As people call it, or null.</param>
/// <param name="At">When it was recorded; of a form, when it was filled.</param>
/// <param name="AreaPath">Where.</param>
/// <param name="Code">Class of the case, code of the form; null for a patrol.</param>
/// <param name="State">Where it stands, or null.</param>
/// <param name="Text">Somebody's words or a name, or null.</param>
public sealed record LedgerEntry(
    string Kind,
    Guid Id,
    string? Number,
    DateTimeOffset At,
    string AreaPath,
    string? Code,
    string? State,
    string? Text
);
