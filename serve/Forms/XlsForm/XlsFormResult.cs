namespace Fourfold.Forms.XlsForm;

/// <summary>What came of reading an XLSForm workbook.</summary>
/// <param name="Spec">The form; null when the workbook could not be read at all. With faults it is only for looking at.</param>
/// <param name="Faults">What must be mended: <c>sheet!B7</c>, and the column within an expression.</param>
/// <param name="Notes">What was left out and does no harm, each named.</param>
public sealed record XlsFormResult(FormSpec? Spec, IReadOnlyList<FormFault> Faults, IReadOnlyList<FormFault> Notes);
