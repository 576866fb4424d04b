using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Applications;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>Makes up the fields of an application: any value that can be sent, or none where the layout has a word for it.</summary>
internal readonly struct RandomFields(Random random) : IFieldVisitor
{
    private const int MaxText = 40;

    public void Open(ReadOnlySpan<byte> part) { }

    public void Close() { }

    public double? Number(ReadOnlySpan<byte> name, double? value, in NumberForm form)
    {
        if (form.Absent is not null && random.Next(4) == 0)
        {
            return null;
        }
        var (least, most) = Bounds(form);
        for (var tries = 0; tries < 100; tries++)
        {
            // The ends are where mistakes are.
            var raw = random.Next(6) switch
            {
                0 => least,
                1 => most,
                _ => random.NextInt64(least, most + 1),
            };
            if (form.ValueOf(raw) is { } known)
            {
                return known;
            }
        }
        return null;
    }

    public bool? Flag(ReadOnlySpan<byte> name, bool? value) => random.Next(2) == 0;

    public ApplicationText Text(ReadOnlySpan<byte> name, in ApplicationText value, int characters)
    {
        var text = new char[random.Next((characters == 0 ? MaxText : characters) + 1)];
        for (var i = 0; i < text.Length; i++)
        {
            // All six-bit characters but @, which ends a text.
            text[i] = (char)random.Next(' ', '_' + 1);
            text[i] = text[i] == '@' ? 'A' : text[i];
        }
        return new ApplicationText(text);
    }

    public AisPosition? Position(AisPosition? value, PositionForm form)
    {
        var unit = form is PositionForm.Fine or PositionForm.FineLatitudeFirst ? 1 : 10;
        return random.Next(5) == 0
            ? null
            : new AisPosition(
                random.Next(-108_000_000 / unit, 108_000_000 / unit + 1) * unit,
                random.Next(-54_000_000 / unit, 54_000_000 / unit + 1) * unit
            );
    }

    public ApplicationList<T> List<T>(
        ReadOnlySpan<byte> name,
        ApplicationList<T> value,
        scoped in ListForm form,
        scoped in T template
    )
        where T : struct, IFieldGroup
    {
        // One at least: without any, some messages carry no data at all.
        var groups = new T[form.Most == 0 ? 0 : random.Next(form.Most) + 1];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = template;
            var fields = this;
            groups[i].Visit(ref fields);
        }
        return groups;
    }

    public void Spare(int width) { }

    private static (long Least, long Most) Bounds(NumberForm form) =>
        form.IsSigned
            ? (Math.Max(form.Least, -(1L << (form.Width - 1))), Math.Min(form.Most, (1L << (form.Width - 1)) - 1))
            : (Math.Max(form.Least, 0), Math.Min(form.Most, (1L << form.Width) - 1));
}
