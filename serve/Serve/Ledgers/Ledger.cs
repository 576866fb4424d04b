using Fourfold.Kernel.Storage;

namespace Fourfold.Serve.Ledgers;

/// <summary>台账: which of what happened one book lists. An entry may be in several; it is written once, where it happened.</summary>
/// <param name="Code">Its name in words is the console's.</param>
/// <param name="Classes">Classes of cases in it.</param>
/// <param name="Forms">Codes of forms in it.</param>
/// <param name="Patrols">Whether patrols are in it.</param>
internal sealed record Ledger(
    string Code,
    IReadOnlyList<string>? Classes = null,
    IReadOnlyList<string>? Forms = null,
    bool Patrols = false
)
{
    /// <summary>All of them, as the data that comes with the program says.</summary>
    public static readonly IReadOnlyList<Ledger> All = EmbeddedData.Json<List<Ledger>>(
        typeof(Ledger).Assembly,
        "Fourfold.Serve.Ledgers.Data.ledgers.json"
    );

    /// <summary>What a kind of source is asked for; null when the book has nothing of it.</summary>
    public IReadOnlyList<string>? CodesOf(string kind) =>
        kind switch
        {
            "case" when Classes is { Count: > 0 } => Classes,
            "form" when Forms is { Count: > 0 } => Forms,
            "patrol" when Patrols => [],
            _ => null,
        };
}
