namespace Fourfold.Contracts;

/// <inheritdoc cref="IId{T}"/>
public readonly record struct ZoneId(Guid Value) : IId<ZoneId>
{
    /// <inheritdoc/>
    public static ZoneId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out ZoneId id) => Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
