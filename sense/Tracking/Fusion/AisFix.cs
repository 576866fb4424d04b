using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>A position report of a transponder.</summary>
/// <param name="Mmsi">Its number, 1 … 999,999,999.</param>
/// <param name="Time">When it was measured, seconds.</param>
/// <param name="Position">Where it says it is.</param>
/// <param name="Speed">Over ground, m/s; null when not said.</param>
/// <param name="Course">Over ground, radians; null when not said.</param>
/// <param name="IsClassB">Whether it speaks every 30 s (3 min at rest) and not every 2 to 10.</param>
/// <param name="IsAtRest">Whether it says that it is anchored, moored or aground: then it speaks every 3 min.</param>
public readonly record struct AisFix(
    int Mmsi,
    double Time,
    Position Position,
    double? Speed,
    double? Course,
    bool IsClassB,
    bool IsAtRest = false
);
