namespace Fourfold.Server.Demonstration;

/// <summary>How the simulator is started as a child.</summary>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">Its arguments; it listens where the demonstration's feed connects to.</param>
internal sealed record DemonstrationOptions(string Program, IReadOnlyList<string> Arguments);
