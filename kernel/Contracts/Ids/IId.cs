namespace Fourfold.Contracts;

/// <summary>A typed identifier around a UUIDv7. Made by <see cref="Ids.New{T}"/>, or by the caller when work is done offline.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The UUID inside; <see cref="Guid.Empty"/> only in <c>default</c>, which is never stored.</summary>
    Guid Value { get; }

    /// <summary>Wraps a UUID without checking it.</summary>
    static abstract TSelf From(Guid value);
}
