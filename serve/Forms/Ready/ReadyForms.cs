namespace Fourfold.Forms.Ready;

/// <summary>Forms that come with the program, as drafts: who publishes one gives it its assessment number.</summary>
public static class ReadyForms
{
    /// <summary>Names of the forms, in the order they are offered.</summary>
    public static IReadOnlyList<string> Names { get; } = ["household-visit", "epidemic-report"];

    /// <summary>One of <see cref="Names"/>.</summary>
    public static FormSpec Read(string name)
    {
        using var stream =
            typeof(ReadyForms).Assembly.GetManifestResourceStream($"Fourfold.Forms.Ready.{name}.json")
            ?? throw new ArgumentOutOfRangeException(nameof(name), name, null);
        using var reader = new StreamReader(stream);
        return FormJson.TryRead(reader.ReadToEnd(), out var spec, out var fault)
            ? spec
            : throw new InvalidDataException($"{name}: {fault.Path} {fault.Code}");
    }
}
