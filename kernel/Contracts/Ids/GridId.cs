namespace Fourfold.Contracts;

/// <inheritdoc cref="IId{T}"/>
public readonly record struct GridId(Guid Value) : IId<GridId>
{
    /// <inheritdoc/>
    public static GridId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out GridId id) => Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
