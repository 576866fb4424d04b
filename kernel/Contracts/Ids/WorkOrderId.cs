namespace Fourfold.Contracts;

/// <inheritdoc cref="IId{T}"/>
public readonly record struct WorkOrderId(Guid Value) : IId<WorkOrderId>
{
    /// <inheritdoc/>
    public static WorkOrderId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out WorkOrderId id) =>
        Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
