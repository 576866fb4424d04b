using System.Text.Json;

namespace Fourfold.Behaviour;

/// <summary>A parameter of a detector, for the screen that edits it.</summary>
/// <param name="Name">Name in JSON, camelCase with the unit at its end.</param>
/// <param name="Unit"><c>m</c>, <c>s</c>, <c>kn</c>, <c>1</c>, <c>count</c>, or <c>flag</c> (0 no, 1 yes).</param>
/// <param name="Default">Value when nothing is said.</param>
/// <param name="Minimum">Least value allowed.</param>
/// <param name="Maximum">Greatest value allowed.</param>
public sealed record ParameterSchema(string Name, string Unit, double Default, double Minimum, double Maximum);

/// <summary>Why a set of parameters is refused.</summary>
/// <param name="Code">
/// <c>parameter.unknown</c>, <c>parameter.not-a-number</c>, <c>parameter.out-of-range</c> or <c>parameter.not-an-object</c>.
/// </param>
/// <param name="Name">The parameter; empty for the whole.</param>
/// <param name="Value">What was given, cut to 60 characters.</param>
public sealed record ParameterProblem(string Code, string Name, string Value);

/// <summary>The parameters of one kind of detector: their ranges, and how they travel as JSON.</summary>
/// <typeparam name="T">The record that holds them; its defaults are the defaults.</typeparam>
internal sealed class ParameterTable<T>(params ReadOnlySpan<ParameterTable<T>.Row> rows)
    where T : new()
{
    private readonly Row[] rows = rows.ToArray();

    /// <summary>One parameter: its name and range, and how to get and set it.</summary>
    public sealed record Row(
        string Name,
        string Unit,
        double Minimum,
        double Maximum,
        Func<T, double> Get,
        Func<T, double, T> With
    );

    public IReadOnlyList<ParameterSchema> Schema =>
        Array.ConvertAll(rows, r => new ParameterSchema(r.Name, r.Unit, r.Get(new T()), r.Minimum, r.Maximum));

    /// <summary>Reads an object of numbers; what is not named keeps its default. All problems are listed.</summary>
    public T? Read(JsonElement json, List<ParameterProblem> problems)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new ParameterProblem("parameter.not-an-object", "", Cut(json)));
            return default;
        }

        var before = problems.Count;
        var parameters = new T();
        foreach (var property in json.EnumerateObject())
        {
            parameters = ReadOne(parameters, property, problems);
        }

        return problems.Count == before ? parameters : default;
    }

    public void Write(Utf8JsonWriter json, T parameters)
    {
        json.WriteStartObject();
        foreach (var row in rows)
        {
            json.WriteNumber(row.Name, row.Get(parameters));
        }

        json.WriteEndObject();
    }

    private T ReadOne(T parameters, JsonProperty property, List<ParameterProblem> problems)
    {
        var row = Array.Find(rows, r => property.NameEquals(r.Name));
        var code =
            row is null ? "parameter.unknown"
            : property.Value.ValueKind != JsonValueKind.Number ? "parameter.not-a-number"
            : property.Value.GetDouble() is var v && (v < row.Minimum || v > row.Maximum) ? "parameter.out-of-range"
            : null;
        if (row is null || code is not null)
        {
            problems.Add(new ParameterProblem(code ?? "parameter.unknown", property.Name, Cut(property.Value)));
            return parameters;
        }

        return row.With(parameters, property.Value.GetDouble());
    }

    private static string Cut(JsonElement json)
    {
        var text = json.ValueKind == JsonValueKind.Undefined ? "" : json.GetRawText();
        return text.Length <= 60 ? text : text[..60];
    }
}
