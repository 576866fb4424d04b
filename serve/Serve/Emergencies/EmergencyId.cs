using Fourfold.Contracts;

namespace Fourfold.Serve.Emergencies;

/// <inheritdoc cref="IId{T}"/>
internal readonly record struct EmergencyId(Guid Value) : IId<EmergencyId>
{
    /// <inheritdoc/>
    public static EmergencyId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out EmergencyId id) =>
        Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
