using System.Globalization;
using System.Text.Json.Nodes;

namespace Fourfold.Forms.XlsForm;

/// <summary>The survey sheet: rows, some of which open and close groups.</summary>
internal sealed class XlsSurvey(XlsLog log)
{
    private static readonly Dictionary<string, FormItemType> Types = new(StringComparer.Ordinal)
    {
        ["text"] = FormItemType.Text,
        ["string"] = FormItemType.Text,
        ["integer"] = FormItemType.Integer,
        ["int"] = FormItemType.Integer,
        ["decimal"] = FormItemType.Decimal,
        ["date"] = FormItemType.Date,
        ["time"] = FormItemType.Time,
        ["datetime"] = FormItemType.DateTime,
        ["image"] = FormItemType.Photo,
        ["photo"] = FormItemType.Photo,
        ["video"] = FormItemType.Video,
        ["geopoint"] = FormItemType.Position,
        ["note"] = FormItemType.Note,
        ["calculate"] = FormItemType.Text,
    };

    // What the device would tell of itself: not collected here.
    private static readonly HashSet<string> DeviceData = new(StringComparer.Ordinal)
    {
        "start",
        "end",
        "today",
        "deviceid",
        "phonenumber",
        "username",
        "email",
        "audit",
        "simserial",
        "subscriberid",
        "start-geopoint",
    };

    private readonly Dictionary<string, XlsRow> rows = new(StringComparer.Ordinal);

    /// <summary>The row an item came from.</summary>
    public XlsRow? RowOf(FormItem item) => rows.GetValueOrDefault(item.Code);

    /// <summary>The column that a property of an item came from.</summary>
    public static string ColumnOf(XlsRow row, string property) =>
        property.Split('/')[^1] switch
        {
            "relevant" => row.First("relevant", "relevance").Column,
            "calculate" => "calculation",
            "choices" => "type",
            "code" => "name",
            "choiceFilter" => "choice_filter",
            "constraintMessage" => "constraint_message",
            "legalBasis" => "legal_basis",
            "retentionDays" => "retention_days",
            "maxLength" => "max_length",
            "maxRounds" => "max_rounds",
            "" => "name",
            var same => same,
        };

    public IReadOnlyList<FormItem> Read(XlsSheet sheet)
    {
        var open = new Stack<(FormItem Item, List<FormItem> Inside, XlsRow Row)>();
        var items = new List<FormItem>();
        foreach (var row in sheet.Rows)
        {
            var type = string.Join(' ', (row["type"] ?? "").Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries));
            switch (type.ToLowerInvariant())
            {
                case "":
                    log.Fault(row.At("type"), "missing-cell");
                    break;
                case "begin group" or "begin repeat":
                    var isRepeat = type.EndsWith("repeat", StringComparison.OrdinalIgnoreCase);
                    if (open.Count == FormLimits.Depth)
                        log.Fault(row.At("type"), "too-deep", 0, FormJson.Invariant(FormLimits.Depth));
                    open.Push((Item(row, isRepeat ? FormItemType.Repeat : FormItemType.Group), items, row));
                    items = [];
                    break;
                case "end group" or "end repeat":
                    var closes = type.EndsWith("repeat", StringComparison.OrdinalIgnoreCase);
                    if (!open.TryPeek(out var group) || (group.Item.Type == FormItemType.Repeat) != closes)
                    {
                        log.Fault(row.At("type"), "unmatched-end", 0, row["type"]);
                        break;
                    }
                    open.Pop();
                    items = Closed(group.Item, group.Inside, items, open.Count);
                    break;
                default:
                    if (Question(row) is { } item)
                        items.Add(item);
                    break;
            }
        }
        while (open.TryPop(out var left))
        {
            log.Fault(left.Row.At("type"), "unclosed-group", 0, left.Item.Code);
            items = Closed(left.Item, left.Inside, items, open.Count);
        }
        return items;
    }

    // What is nested too deep has its fault by now. Its questions stay, without it: deeper ones could not be shown at all.
    private static List<FormItem> Closed(FormItem group, List<FormItem> around, List<FormItem> items, int depth)
    {
        if (depth < FormLimits.Depth)
            around.Add(group with { Items = items });
        else
            around.AddRange(items);
        return around;
    }

    private FormItem? Question(XlsRow row)
    {
        var words = (row["type"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words[0].ToLowerInvariant();
        if (DeviceData.Contains(name) && words.Length == 1)
        {
            log.Note(row.At("type"), "ignored-device-data", name);
            return null;
        }
        // "select one", "select_one" and "select1" are one.
        if (name is "select" && words.Length > 1)
            (name, words) = ($"select_{words[1].ToLowerInvariant()}", words[1..]);
        if (name is "select_one" or "select1" or "select_multiple" && words.Length == 2)
        {
            var several = name == "select_multiple";
            return Item(row, several ? FormItemType.MultiChoice : FormItemType.Choice) with { Choices = words[1] };
        }
        if (words.Length == 1 && Types.TryGetValue(name, out var type))
            return Item(row, type);
        log.Fault(row.At("type"), "unsupported-type", 0, row["type"]);
        return null;
    }

    private FormItem Item(XlsRow row, FormItemType type)
    {
        if (row["name"] is not { } code)
        {
            log.Fault(row.At("name"), "missing-cell");
            code = "";
        }
        rows.TryAdd(code, row);
        var isCalculate = row["type"] is { } given && given.Equals("calculate", StringComparison.OrdinalIgnoreCase);
        var label = row.Text("label", out var oneLanguage);
        if (oneLanguage)
            log.Note(row.At("label"), "one-language", code);
        // Nobody sees a calculation, and many groups have no heading.
        if (label is null && (isCalculate || type is FormItemType.Group or FormItemType.Repeat))
            label = new FormText(code, code);
        if (row["repeat_count"] is { } count)
            log.Fault(row.At("repeat_count"), "unsupported-repeat-count", 0, count);
        var hasAnswer = type is not (FormItemType.Note or FormItemType.Group or FormItemType.Repeat);
        return new FormItem
        {
            Code = code,
            Type = type,
            Label = label ?? new FormText("", ""),
            Hint = row.Text("hint", out _),
            Relevant = row.First("relevant", "relevance").Text,
            Constraint = row["constraint"],
            ConstraintMessage = row.Text("constraint_message", out _),
            Required = hasAnswer && !isCalculate && Truth(row, "required"),
            ReadOnly = type != FormItemType.Note && (Truth(row, "readonly") || Truth(row, "read_only")),
            Calculate = row["calculation"],
            Default = Default(row, type),
            ChoiceFilter = row["choice_filter"],
            MaxLength = Number(row, "max_length"),
            MinRounds = Number(row, "min_rounds"),
            MaxRounds = Number(row, "max_rounds"),
            Personal = Personal(row),
        };
    }

    private bool Truth(XlsRow row, string column)
    {
        switch (row[column]?.ToLowerInvariant())
        {
            case null or "no" or "false" or "false()" or "0":
                return false;
            case "yes" or "true" or "true()" or "1":
                return true;
            default:
                log.Fault(row.At(column), "unsupported-condition", 0, row[column]);
                return false;
        }
    }

    private int? Number(XlsRow row, string column)
    {
        if (row[column] is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        log.Fault(row.At(column), "bad-number", 0, text);
        return null;
    }

    private JsonNode? Default(XlsRow row, FormItemType type)
    {
        if (row["default"] is not { } text)
            return null;
        if (text.Contains("${", StringComparison.Ordinal) || text.EndsWith(')'))
        {
            log.Fault(row.At("default"), "unsupported-default", 0, text);
            return null;
        }
        if (
            OpenRosa.AnswerXml.TryRead(
                new FormItem
                {
                    Code = "x",
                    Type = type,
                    Label = new FormText("", ""),
                },
                text,
                out var answer
            )
        )
            return answer;
        log.Fault(row.At("default"), "bad-default", 0, text);
        return null;
    }

    private PersonalData? Personal(XlsRow row)
    {
        if (row["sensitivity"] is not { } text)
            return null;
        if (!Enum.TryParse<Sensitivity>(text, ignoreCase: true, out var sensitivity) || char.IsAsciiDigit(text[0]))
        {
            log.Fault(row.At("sensitivity"), "unknown-word", 0, text);
            return null;
        }
        LegalBasis? basis = null;
        if (row["legal_basis"] is { } word)
        {
            if (Enum.TryParse<LegalBasis>(word.Replace("_", "", StringComparison.Ordinal), true, out var known))
                basis = known;
            else
                log.Fault(row.At("legal_basis"), "unknown-word", 0, word);
        }
        return new PersonalData
        {
            Sensitivity = sensitivity,
            Purpose = row.Text("purpose", out _),
            LegalBasis = basis,
            RetentionDays = Number(row, "retention_days"),
        };
    }
}
