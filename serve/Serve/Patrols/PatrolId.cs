using Fourfold.Contracts;

namespace Fourfold.Serve.Patrols;

/// <inheritdoc cref="IId{T}"/>
internal readonly record struct PatrolId(Guid Value) : IId<PatrolId>
{
    /// <inheritdoc/>
    public static PatrolId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out PatrolId id) => Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
