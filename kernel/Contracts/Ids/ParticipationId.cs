namespace Fourfold.Contracts;

/// <inheritdoc cref="IId{T}"/>
public readonly record struct ParticipationId(Guid Value) : IId<ParticipationId>
{
    /// <inheritdoc/>
    public static ParticipationId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out ParticipationId id) =>
        Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
