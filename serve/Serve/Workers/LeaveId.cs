using Fourfold.Contracts;

namespace Fourfold.Serve.Workers;

/// <inheritdoc cref="IId{T}"/>
internal readonly record struct LeaveId(Guid Value) : IId<LeaveId>
{
    /// <inheritdoc/>
    public static LeaveId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out LeaveId id) => Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
