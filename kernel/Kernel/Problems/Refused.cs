namespace Fourfold.Kernel.Problems;

/// <summary>A rule says no. One handler turns it into problem+json with this code; the web translates it.</summary>
public sealed class Refused(string code, int status = 409) : Exception(code)
{
    /// <summary>Stable code, listed in <c>docs/reference/problems.md</c>.</summary>
    public string Code { get; } = code;

    /// <summary>HTTP status: 409 for a state that forbids it, 422 for a value, 403 and 404 where said.</summary>
    public int Status { get; } = status;

    /// <summary>Numbers and names for the translated sentence.</summary>
    public Dictionary<string, object?> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>The present state of the thing, for 409.</summary>
    public object? Current { get; init; }

    /// <summary>Adds a number or name.</summary>
    public Refused With(string name, object? value)
    {
        Parameters[name] = value;
        return this;
    }

    /// <summary>404: it does not exist, or this person may not know that it does.</summary>
    public static Refused NotFound(string code) => new(code, 404);

    /// <summary>422: a value of the request is wrong; names the field.</summary>
    public static Refused Invalid(string code, string field) => new Refused(code, 422).With("field", field);

    /// <summary>409: somebody changed it first; carries what it is now.</summary>
    public static Refused Stale(int expected, int actual, object current) =>
        new Refused("revision.stale") { Current = current }
            .With("expected", expected)
            .With("actual", actual);
}
