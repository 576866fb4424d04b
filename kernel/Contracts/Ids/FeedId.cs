namespace Fourfold.Contracts;

/// <inheritdoc cref="IId{T}"/>
public readonly record struct FeedId(Guid Value) : IId<FeedId>
{
    /// <inheritdoc/>
    public static FeedId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out FeedId id) => Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
