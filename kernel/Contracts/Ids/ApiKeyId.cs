namespace Fourfold.Contracts;

/// <inheritdoc cref="IId{T}"/>
public readonly record struct ApiKeyId(Guid Value) : IId<ApiKeyId>
{
    /// <inheritdoc/>
    public static ApiKeyId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out ApiKeyId id) => Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
