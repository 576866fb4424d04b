namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Goes over the fields of an application in the order they are sent.</summary>
/// <remarks>
/// A reader ignores the values it is given and answers those of the message; a writer or printer answers what it got.
/// </remarks>
public interface IFieldVisitor
{
    /// <summary>
    /// Names that follow belong to this part: <c>start</c> makes <c>start_hour</c>. Parts do not nest.
    /// </summary>
    void Open(ReadOnlySpan<byte> part);

    /// <summary>Ends the part.</summary>
    void Close();

    /// <summary>A number; null when the message is too short for it or it is not available.</summary>
    double? Number(ReadOnlySpan<byte> name, double? value, in NumberForm form);

    /// <summary>One bit; null when the message is too short for it.</summary>
    bool? Flag(ReadOnlySpan<byte> name, bool? value);

    /// <summary>Six-bit text of so many characters; 0 for all that the message has left.</summary>
    ApplicationText Text(ReadOnlySpan<byte> name, in ApplicationText value, int characters);

    /// <summary>
    /// A position; null when the message is too short for it, not available (181°, 91°) or out of range.
    /// </summary>
    AisPosition? Position(AisPosition? value, PositionForm form);

    /// <summary>Groups that repeat; of one the message ends within nothing is read.</summary>
    /// <param name="name">Name of the list.</param>
    /// <param name="value">The groups.</param>
    /// <param name="form">Their bits and number.</param>
    /// <param name="template">What a group is before it is read; tells editions of a layout apart.</param>
    ApplicationList<T> List<T>(
        ReadOnlySpan<byte> name,
        ApplicationList<T> value,
        scoped in ListForm form,
        scoped in T template
    )
        where T : struct, IFieldGroup;

    /// <summary>Bits without a meaning; written as 0.</summary>
    void Spare(int width);
}
