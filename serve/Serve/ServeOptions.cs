namespace Fourfold.Serve;

/// <summary>What an operator may set, in the section <c>Serve</c>.</summary>
internal sealed class ServeOptions;
