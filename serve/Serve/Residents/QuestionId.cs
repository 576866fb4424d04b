using Fourfold.Contracts;

namespace Fourfold.Serve.Residents;

/// <inheritdoc cref="IId{T}"/>
internal readonly record struct QuestionId(Guid Value) : IId<QuestionId>
{
    /// <inheritdoc/>
    public static QuestionId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out QuestionId id) =>
        Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
