using Fourfold.Codecs.Ais.Applications;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Output;

/// <summary>Prints an application's fields as a JSON object; what is not available is left out.</summary>
/// <param name="line">Where to.</param>
/// <param name="isMember">As members <c>"application":"name","content":{…}</c> of an object, or the content alone.</param>
internal ref struct JsonFieldVisitor(JsonLine line, bool isMember) : IApplicationPrinter
{
    private readonly bool _isMember = isMember;
    private JsonLine _line = line;
    private ReadOnlySpan<byte> _part;

    /// <summary>Name of the application that was printed.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The line with what was printed; ends the content.</summary>
    public JsonLine Finish()
    {
        _line.EndObject();
        return _line;
    }

    public void Application(ReadOnlySpan<byte> name)
    {
        Name = name;
        if (_isMember)
        {
            _line.Plain("application"u8, name);
            _line.Name("content"u8);
        }
        _line.BeginValue();
    }

    public void Open(ReadOnlySpan<byte> part) => _part = part;

    public void Close() => _part = default;

    public double? Number(ReadOnlySpan<byte> name, double? value, in NumberForm form)
    {
        if (value is { } known)
        {
            Label(name);
            _line.Fixed(known, form.Decimals);
        }
        return value;
    }

    public bool? Flag(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } known)
        {
            Label(name);
            _line.Raw(known ? "true"u8 : "false"u8);
        }
        return value;
    }

    public ApplicationText Text(ReadOnlySpan<byte> name, in ApplicationText value, int characters)
    {
        if (value.Length > 0)
        {
            Label(name);
            _line.Quoted(value.Ascii);
        }
        return value;
    }

    public AisPosition? Position(AisPosition? value, PositionForm form)
    {
        if (value is { } known)
        {
            Label("latitude"u8);
            _line.Fixed(known.LatitudeDegrees, 6);
            Label("longitude"u8);
            _line.Fixed(known.LongitudeDegrees, 6);
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
        _line.BeginArray(name);
        for (var i = 0; i < value.Count; i++)
        {
            _line.BeginObject();
            var group = value[i];
            group.Visit(ref this);
            _line.EndObject();
        }
        _line.EndArray();
        return value;
    }

    public readonly void Spare(int width) { }

    private void Label(ReadOnlySpan<byte> name)
    {
        if (_part.IsEmpty)
        {
            _line.Name(name);
        }
        else
        {
            _line.Name(_part, name);
        }
    }
}
