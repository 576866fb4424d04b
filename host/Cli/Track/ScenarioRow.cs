using System.Text.Json;
using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Cli.Track;

/// <summary>One line of a scenario: what it is, and the numbers of its kind.</summary>
internal struct ScenarioRow
{
    private const double MostSeconds = 1e11;
    private const double ShortestStep = 0.01;

    // What AIS can say; more means that it is not known. A course may be rounded up to a whole turn.
    private const double MostKnots = 102.2;
    private const double MostDegrees = 360;

    public RowKind Kind;

    /// <summary>Measured, s.</summary>
    public double Time;

    /// <summary>Arrived, s.</summary>
    public double Arrival;
    public string? Sensor;
    public double Range;
    public double AzimuthDegrees;

    /// <summary>Of a camera's azimuth, standard deviation.</summary>
    public double AzimuthDeviationDegrees;
    public int Mmsi;
    public double Latitude;
    public double Longitude;
    public double? SpeedKnots;
    public double? CourseDegrees;
    public bool IsClassB;
    public double FirstEvaluation;
    public double EvaluationStep;
    public int Evaluations;

    /// <summary>The radars it describes; null when it describes none.</summary>
    public IReadOnlyList<(string Name, RadarSensor Radar)>? Radars;

    /// <summary>When it arrived, or was measured where nobody says, s.</summary>
    public readonly double ArrivalOrTime => double.IsFinite(Arrival) ? Arrival : Time;

    /// <summary>Reads a line; false when it is not an object with the numbers its kind needs.</summary>
    /// <param name="line">One JSON object, UTF-8.</param>
    /// <param name="names">Names of sensors seen so far, so that a plot makes no string.</param>
    /// <param name="row">What it says.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, SensorNames names, out ScenarioRow row) =>
        TryReadPlain(line, names, out row) || TryReadAny(line, names, out row);

    /// <summary>A plot or a report as programs write them; false for what is otherwise, wrong or not.</summary>
    internal static bool TryReadPlain(ReadOnlySpan<byte> line, SensorNames names, out ScenarioRow row)
    {
        row = Nothing;
        var plain = new PlainRow(line);
        while (plain.TryNext(out var name))
        {
            if (!row.TryTakePlain(ref plain, name, names))
                return false;
        }

        return plain.IsAtEnd && row.Kind is RowKind.Plot or RowKind.Ais && row.IsWhole;
    }

    /// <summary>Any row, by the framework's reader: it has the last word on what JSON is.</summary>
    internal static bool TryReadAny(ReadOnlySpan<byte> line, SensorNames names, out ScenarioRow row)
    {
        row = Nothing;
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (!row.TryTake(ref json, names))
                    return false;
            }
            return json.TokenType == JsonTokenType.EndObject && row.IsWhole && row.TryReadRadars(line);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ScenarioRow Nothing =>
        new()
        {
            Time = double.NaN,
            Arrival = double.NaN,
            Range = double.NaN,
            AzimuthDegrees = double.NaN,
            AzimuthDeviationDegrees = double.NaN,
            Latitude = double.NaN,
            Longitude = double.NaN,
        };

    private readonly bool IsWhole =>
        Kind switch
        {
            RowKind.Plot => Sensor is not null && IsTime && AreFinite(Range, AzimuthDegrees) && Range > 0,
            RowKind.Ais => IsTime
                && AreFinite(Latitude, Longitude)
                && Mmsi is > 0 and <= 999_999_999
                && Position.FromDegrees(latitude: Latitude, longitude: Longitude).IsValid,
            RowKind.Bearing => IsTime
                && AreFinite(AzimuthDegrees, AzimuthDeviationDegrees)
                && AzimuthDeviationDegrees > 0
                && Position.FromDegrees(latitude: Latitude, longitude: Longitude).IsValid,
            RowKind.Radar => Sensor is not null && AreFinite(Latitude, Longitude),
            RowKind.Scenario => EvaluationStep is >= ShortestStep and <= MostSeconds
                && Math.Abs(FirstEvaluation) <= MostSeconds,
            RowKind.Other => true,
            _ => false,
        };

    // Seconds, not thousandths of them; and none that are so many that a turn of a radar is nothing beside them.
    private readonly bool IsTime =>
        Math.Abs(Time) <= MostSeconds && (double.IsNaN(Arrival) || Math.Abs(Arrival) <= MostSeconds);

    private static bool AreFinite(double a, double b) => double.IsFinite(a) && double.IsFinite(b);

    private bool TryTake(ref Utf8JsonReader json, SensorNames names)
    {
        var name = json.ValueSpan;
        if (name.SequenceEqual("type"u8))
        {
            json.Read();
            Kind = KindOf(json.ValueSpan);
            return Kind != RowKind.None;
        }

        if (name.SequenceEqual("s"u8) || name.SequenceEqual("id"u8))
        {
            json.Read();
            Sensor = json.TokenType == JsonTokenType.String ? names.Of(json.ValueSpan) : null;
            return Sensor is not null;
        }

        if (name.SequenceEqual("cls"u8))
        {
            json.Read();
            IsClassB = json.TokenType == JsonTokenType.String && json.ValueTextEquals("B"u8);
            return true;
        }

        var number = FieldOf(name);
        json.Read();
        if (number == Field.None || json.TokenType != JsonTokenType.Number)
        {
            json.Skip();
            return number == Field.None || json.TokenType == JsonTokenType.Null;
        }

        return json.TryGetDouble(out var value) && TryPut(number, value);
    }

    private bool TryTakePlain(ref PlainRow plain, ReadOnlySpan<byte> name, SensorNames names)
    {
        var number = FieldOf(name);
        if (number != Field.None)
            return plain.TryReadNumber(out var value) && TryPut(number, value);
        if (name is not ([(byte)'s'] or [(byte)'i', (byte)'d'] or [_, _, _] or [_, _, _, _]))
            return plain.TrySkip();
        if (name.SequenceEqual("type"u8))
        {
            if (!plain.TryReadString(out var kind))
                return false;
            Kind = KindOf(kind);
            return true;
        }

        if (name.SequenceEqual("cls"u8))
        {
            if (!plain.TryReadString(out var letter))
                return false;
            IsClassB = letter is [(byte)'B'];
            return true;
        }

        if (name.Length > 2)
            return plain.TrySkip();
        if (!plain.TryReadString(out var sensor))
            return false;
        Sensor = names.Of(sensor);
        return true;
    }

    private static RowKind KindOf(ReadOnlySpan<byte> kind) =>
        kind.SequenceEqual("plot"u8) ? RowKind.Plot
        : kind.SequenceEqual("ais"u8) ? RowKind.Ais
        : kind.SequenceEqual("radar"u8) ? RowKind.Radar
        : kind.SequenceEqual("bearing"u8) ? RowKind.Bearing
        : kind.SequenceEqual("scenario"u8) ? RowKind.Scenario
        : RowKind.Other;

    private enum Field
    {
        None,
        Time,
        Arrival,
        Range,
        Azimuth,
        AzimuthDeviation,
        Mmsi,
        Latitude,
        Longitude,
        Speed,
        Course,
        FirstEvaluation,
        EvaluationStep,
        Evaluations,
    }

    private static Field FieldOf(ReadOnlySpan<byte> name) =>
        name.Length switch
        {
            1 => name[0] switch
            {
                (byte)'t' => Field.Time,
                (byte)'r' => Field.Range,
                _ => Field.None,
            },
            2 => name.SequenceEqual("ta"u8) ? Field.Arrival
            : name.SequenceEqual("az"u8) ? Field.Azimuth
            : Field.None,
            3 => name.SequenceEqual("lat"u8) ? Field.Latitude
            : name.SequenceEqual("lon"u8) ? Field.Longitude
            : name.SequenceEqual("sog"u8) ? Field.Speed
            : name.SequenceEqual("cog"u8) ? Field.Course
            : Field.None,
            4 when name.SequenceEqual("mmsi"u8) => Field.Mmsi,
            6 when name.SequenceEqual("eval_n"u8) => Field.Evaluations,
            6 when name.SequenceEqual("sig_az"u8) => Field.AzimuthDeviation,
            7 when name.SequenceEqual("eval_t0"u8) => Field.FirstEvaluation,
            7 when name.SequenceEqual("eval_dt"u8) => Field.EvaluationStep,
            _ => Field.None,
        };

    private bool TryPut(Field field, double value)
    {
        switch (field)
        {
            case Field.Time:
                Time = value;
                break;
            case Field.Arrival:
                Arrival = value;
                break;
            case Field.Range:
                Range = value;
                break;
            case Field.Azimuth:
                AzimuthDegrees = value;
                break;
            case Field.AzimuthDeviation:
                AzimuthDeviationDegrees = value;
                break;
            case Field.Mmsi:
                Mmsi = value is > 0 and <= 999_999_999 ? (int)value : 0;
                break;
            case Field.Latitude:
                Latitude = value;
                break;
            case Field.Longitude:
                Longitude = value;
                break;
            case Field.Speed:
                SpeedKnots = value is >= 0 and <= MostKnots ? value : null;
                break;
            case Field.Course:
                CourseDegrees = Math.Abs(value) <= MostDegrees ? value : null;
                break;
            case Field.FirstEvaluation:
                FirstEvaluation = value;
                break;
            case Field.EvaluationStep:
                EvaluationStep = value;
                break;
            case Field.Evaluations:
                Evaluations = (int)Math.Clamp(value, 0, int.MaxValue);
                break;
            default:
                return false;
        }

        return true;
    }

    private bool TryReadRadars(ReadOnlySpan<byte> line)
    {
        if (Kind is not (RowKind.Radar or RowKind.Scenario))
            return true;
        var json = new Utf8JsonReader(line);
        using var whole = JsonDocument.ParseValue(ref json);
        return SensorRow.TryReadAll(whole.RootElement, out Radars);
    }
}

/// <summary>What a line of a scenario is.</summary>
internal enum RowKind
{
    None,
    Scenario,
    Radar,
    Plot,
    Ais,
    Bearing,
    Other,
}
