using Fourfold.Contracts;

namespace Fourfold.Serve.Workers;

/// <inheritdoc cref="IId{T}"/>
internal readonly record struct GridPostId(Guid Value) : IId<GridPostId>
{
    /// <inheritdoc/>
    public static GridPostId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out GridPostId id) =>
        Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
