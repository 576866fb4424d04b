namespace Fourfold.Contracts;

/// <summary>Makes and reads typed identifiers.</summary>
public static class Ids
{
    /// <summary>A new UUIDv7 whose first 48 bits are the clock's Unix milliseconds, so ids sort by the time they were made.</summary>
    /// <remarks>RFC 9562, section 5.7.</remarks>
    public static T New<T>(TimeProvider clock)
        where T : struct, IId<T> => T.From(NewGuid(clock));

    /// <summary>The UUIDv7 without a type, for rows that nobody refers to.</summary>
#pragma warning disable RS0030 // The one place that may.
    public static Guid NewGuid(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
#pragma warning restore RS0030

    /// <summary>Reads an id in the form of 8-4-4-4-12 hexadecimal digits; false for anything else and for the empty UUID.</summary>
    public static bool TryParse<T>(string? text, out T id)
        where T : struct, IId<T>
    {
        var ok = Guid.TryParseExact(text, "D", out var value) && value != Guid.Empty;
        id = ok ? T.From(value) : default;
        return ok;
    }
}
