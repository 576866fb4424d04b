using Fourfold.Contracts;

namespace Fourfold.Serve.Unmasking;

/// <inheritdoc cref="IId{T}"/>
internal readonly record struct UnmaskRequestId(Guid Value) : IId<UnmaskRequestId>
{
    /// <inheritdoc/>
    public static UnmaskRequestId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out UnmaskRequestId id) =>
        Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
