using Fourfold.Contracts;

namespace Fourfold.Serve.Notices;

/// <inheritdoc cref="IId{T}"/>
internal readonly record struct WorkerNoticeId(Guid Value) : IId<WorkerNoticeId>
{
    /// <inheritdoc/>
    public static WorkerNoticeId From(Guid value) => new(value);

    /// <inheritdoc cref="Ids.TryParse{T}"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out WorkerNoticeId id) =>
        Ids.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
