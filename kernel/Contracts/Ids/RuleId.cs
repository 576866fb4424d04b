namespace Fourfold.Contracts;

/// <inheritdoc cref="IId{T}"/>
public readonly record struct RuleId(Guid Value) : IId<RuleId>
{
    /// <inheritdoc/>
    public static RuleId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out RuleId id) => Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
