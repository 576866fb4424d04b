using Fourfold.Codecs.Ais.Applications;

namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Writes the fields of an application; what is null as the number that means "not available".</summary>
internal ref struct FieldWriter(AisBitWriter bits) : IFieldVisitor
{
    private AisBitWriter _bits = bits;

    /// <summary>The bits with what was written.</summary>
    public readonly AisBitWriter Bits => _bits;

    public readonly void Open(ReadOnlySpan<byte> part) { }

    public readonly void Close() { }

    public double? Number(ReadOnlySpan<byte> name, double? value, in NumberForm form)
    {
        _bits.Int(form.Width, (int)form.RawOf(value));
        return value;
    }

    public bool? Flag(ReadOnlySpan<byte> name, bool? value)
    {
        _bits.Flag(value);
        return value;
    }

    public ApplicationText Text(ReadOnlySpan<byte> name, in ApplicationText value, int characters)
    {
        var count = characters == 0 ? value.Length : characters;
        for (var i = 0; i < count; i++)
        {
            _bits.UInt(6, i < value.Length ? value.Ascii[i] & 63u : 0);
        }
        return value;
    }

    public AisPosition? Position(AisPosition? value, PositionForm form)
    {
        var (isFine, isLatitudeFirst) = FieldReader.Form(form);
        if (!isLatitudeFirst)
        {
            Angle(value?.LongitudeRaw, isFine ? 28 : 25, 181, isFine);
        }
        Angle(value?.LatitudeRaw, isFine ? 27 : 24, 91, isFine);
        if (isLatitudeFirst)
        {
            Angle(value?.LongitudeRaw, isFine ? 28 : 25, 181, isFine);
        }
        return value;
    }

    public ApplicationList<T> List<T>(
        ReadOnlySpan<byte> name,
        ApplicationList<T> value,
        scoped in ListForm form,
        scoped in T template
    )
        where T : struct, IFieldGroup
    {
        for (var i = 0; i < Math.Min(value.Count, form.Most); i++)
        {
            var end = _bits.Length + form.ElementBits;
            var group = value[i];
            group.Visit(ref this);
            Spare(end - _bits.Length);
        }
        return value;
    }

    public void Spare(int width)
    {
        for (; width > 0; width -= 32)
        {
            _bits.UInt(Math.Min(width, 32), 0);
        }
    }

    private void Angle(int? raw, int width, int absentDegrees, bool isFine)
    {
        var unit = isFine ? 1 : 10;
        _bits.Int(width, (int)Math.Round((double)(raw ?? absentDegrees * 600_000) / unit));
    }
}
