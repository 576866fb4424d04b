namespace Fourfold.Forms;

/// <summary>One thing wrong with a form.</summary>
/// <param name="Path">JSON pointer into the form, or <c>sheet!A1</c> in a workbook.</param>
/// <param name="Code">Stable, kebab-case; the web has its sentence in <c>form.fault.CODE</c>.</param>
/// <param name="Column">Place in an expression, from 1; 0 when it is not about an expression.</param>
/// <param name="Detail">The name or number it is about.</param>
public sealed record FormFault(string Path, string Code, int Column = 0, string? Detail = null);
