using Fourfold.Contracts;

namespace Fourfold.Serve.Patrols;

/// <inheritdoc cref="IId{T}"/>
internal readonly record struct PatrolPlanId(Guid Value) : IId<PatrolPlanId>
{
    /// <inheritdoc/>
    public static PatrolPlanId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out PatrolPlanId id) =>
        Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
