namespace Fourfold.Contracts;

/// <inheritdoc cref="IId{T}"/>
public readonly record struct SensorId(Guid Value) : IId<SensorId>
{
    /// <inheritdoc/>
    public static SensorId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out SensorId id) => Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
