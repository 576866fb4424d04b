namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// Reads fields from a message's bits. Behind their end numbers and flags are null, texts and lists empty.
/// </summary>
internal ref struct FieldReader : IFieldVisitor
{
    private readonly AisBits _bits;
    private readonly int _end;
    private int _at;

    public FieldReader(AisBits bits, int start, int end)
    {
        _bits = bits;
        _at = start;
        _end = Math.Min(end, bits.Length);
    }

    private readonly int Left => Math.Max(0, _end - _at);

    public readonly void Open(ReadOnlySpan<byte> part) { }

    public readonly void Close() { }

    public double? Number(ReadOnlySpan<byte> name, double? value, in NumberForm form)
    {
        var isThere = Left >= form.Width;
        var at = Take(form.Width);
        if (!isThere)
        {
            return null;
        }
        return form.ValueOf(form.IsSigned ? _bits.Int(at, form.Width) : _bits.UInt(at, form.Width));
    }

    public bool? Flag(ReadOnlySpan<byte> name, bool? value) =>
        Number(name, null, new NumberForm(1)) is { } bit ? bit != 0 : null;

    public ApplicationText Text(ReadOnlySpan<byte> name, in ApplicationText value, int characters)
    {
        var count = characters == 0 ? Math.Min(Left / 6, ApplicationText.MaxCharacters) : characters;
        var whole = Math.Min(count, Left / 6);
        return new ApplicationText(_bits.Text(Take(count * 6), whole));
    }

    public AisPosition? Position(AisPosition? value, PositionForm form)
    {
        var (isFine, isLatitudeFirst) = Form(form);
        var (east, north) = isFine ? (28, 27) : (25, 24);
        var isThere = Left >= east + north;
        var at = Take(east + north);
        if (!isThere)
        {
            return null;
        }
        var scale = isFine ? 1 : 10;
        var longitude = _bits.Int(isLatitudeFirst ? at + north : at, east) * scale;
        return AisPosition.InRange(longitude, _bits.Int(isLatitudeFirst ? at : at + east, north) * scale);
    }

    public ApplicationList<T> List<T>(
        ReadOnlySpan<byte> name,
        ApplicationList<T> value,
        scoped in ListForm form,
        scoped in T template
    )
        where T : struct, IFieldGroup
    {
        var count = Math.Clamp((Left - form.TailBits) / form.ElementBits, 0, form.Most);
        var at = Take(count * form.ElementBits);
        return new ApplicationList<T>(_bits, at, form.ElementBits, count, in template);
    }

    public void Spare(int width) => Take(width);

    internal static (bool IsFine, bool IsLatitudeFirst) Form(PositionForm form) =>
        (
            form is PositionForm.Fine or PositionForm.FineLatitudeFirst,
            form is PositionForm.FineLatitudeFirst or PositionForm.MediumLatitudeFirst
        );

    private int Take(int width)
    {
        var at = _at;
        _at += width;
        return at;
    }
}
