namespace Fourfold.Forms.Expressions;

/// <summary>What is wrong in an expression, and where.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Code">As in <see cref="FormFault"/>.</param>
/// <param name="Detail">What stands there.</param>
internal sealed record ExpressionFault(int Column, string Code, string? Detail = null);
