using Fourfold.Contracts;

namespace Fourfold.Serve.Submissions;

/// <inheritdoc cref="IId{T}"/>
internal readonly record struct SubmissionId(Guid Value) : IId<SubmissionId>
{
    /// <inheritdoc/>
    public static SubmissionId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out SubmissionId id) =>
        Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
