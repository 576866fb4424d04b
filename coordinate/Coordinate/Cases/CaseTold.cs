namespace Fourfold.Coordinate.Cases;

/// <summary>What a person on the spot tells when a case is opened from a phone.</summary>
/// <param name="Kind">One of <see cref="ReportKinds"/>.</param>
/// <param name="Text">Words, or null.</param>
/// <param name="AccuracyMetres">How far the place may be off; null when it was put on the map by hand, or there is none.</param>
/// <param name="ByHand">The place was put on the map by hand.</param>
/// <param name="Files">Pictures, videos, spoken words.</param>
internal sealed record CaseTold(
    string Kind,
    string? Text,
    double? AccuracyMetres,
    bool ByHand,
    IReadOnlyList<CaseFile> Files
);
