namespace Fourfold.Forms.Validation;

/// <summary>What came of judging a submission.</summary>
public enum FormVerdictStatus
{
    Valid,

    /// <summary><see cref="FormVerdict.Errors"/> says where.</summary>
    Invalid,

    /// <summary>Longer than <see cref="FormLimits.SubmissionLength"/>.</summary>
    TooLarge,

    /// <summary>No JSON, a name twice in one object, or too deep.</summary>
    Unreadable,

    /// <summary>Took more time, memory or recursion than <see cref="FormValidatorOptions"/> allows.</summary>
    TooCostly,

    /// <summary>No engine became free in time; ask again later.</summary>
    Busy,
}

/// <summary>The judgement of one submission.</summary>
/// <param name="Status">Whether it may be kept.</param>
/// <param name="Errors">Empty unless <see cref="FormVerdictStatus.Invalid"/>; by path, at most 200.</param>
public sealed record FormVerdict(FormVerdictStatus Status, IReadOnlyList<FormError> Errors);

/// <summary>One thing wrong with a submission; the phone finds the same.</summary>
/// <param name="Path">JSON pointer into the submission.</param>
/// <param name="Code">Kebab-case; the web has its sentence in <c>form.error.CODE</c>.</param>
/// <param name="Params">Numbers for the sentence: <c>limit</c>.</param>
public sealed record FormError(string Path, string Code, IReadOnlyDictionary<string, double> Params);
