namespace Fourfold.Forms.XlsForm;

/// <summary>
/// An XLSForm workbook → a form. What is not supported is named: as a fault where a question would be lost, as a note
/// where only looks or device data are. Source: xlsform.org, "Reference table".
/// </summary>
public static class XlsFormReader
{
    private static readonly string[] Sheets = ["survey", "choices", "settings"];

    /// <summary>Reads a workbook of at most 8 MB from a stream that can seek; never throws on what is in it.</summary>
    public static XlsFormResult Read(Stream workbook)
    {
        var sheets = XlsSheet.ReadAll(workbook, Sheets, out var fault);
        if (sheets is null)
            return new XlsFormResult(null, fault is null ? [] : [fault], []);
        if (!sheets.TryGetValue("survey", out var survey))
            return new XlsFormResult(null, [new FormFault("survey", "no-sheet")], []);
        var log = new XlsLog();
        foreach (var sheet in sheets.Values)
            log.NoteColumns(sheet);
        var rows = new XlsSurvey(log);
        var items = rows.Read(survey);
        var settings = sheets.GetValueOrDefault("settings")?.Rows.FirstOrDefault();
        var title = settings?.Text("form_title", out _) ?? new FormText("", "");
        var spec = new FormSpec
        {
            Code = settings?["form_id"] ?? "",
            Version = Version(settings, log),
            Title = title,
            Items = items,
            ChoiceLists = Choices(sheets.GetValueOrDefault("choices"), log),
        };
        spec = XlsCalculations.Typed(spec);
        Locate(spec, rows, settings, sheets.GetValueOrDefault("choices"), log);
        return new XlsFormResult(spec, log.Faults, log.Notes);
    }

    private static int Version(XlsRow? settings, XlsLog log)
    {
        if (settings?["version"] is not { } text)
            return 1;
        if (int.TryParse(text, out var version) && version > 0)
            return version;
        log.Note(settings.At("version"), "other-version", text);
        return 1;
    }

    private static Dictionary<string, IReadOnlyList<FormChoice>> Choices(XlsSheet? sheet, XlsLog log)
    {
        var lists = new Dictionary<string, IReadOnlyList<FormChoice>>(StringComparer.Ordinal);
        foreach (var row in sheet?.Rows ?? [])
        {
            var (column, list) = row.First("list_name", "list name");
            var (valueColumn, code) = row.First("name", "value");
            if (list is null || code is null)
            {
                log.Fault(row.At(list is null ? column : valueColumn), "missing-cell");
                continue;
            }
            var label = row.Text("label", out var oneLanguage);
            if (oneLanguage)
                log.Note(row.At("label"), "one-language", code);
            var attributes = row
                .Cells.Where(cell => !XlsLog.IsChoiceColumn(cell.Key))
                .ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);
            if (!lists.TryGetValue(list, out var known))
                lists[list] = known = new List<FormChoice>();
            ((List<FormChoice>)known).Add(
                new FormChoice
                {
                    Code = code,
                    Label = label ?? new FormText(code, code),
                    Attributes = attributes,
                }
            );
        }
        return lists;
    }

    // The checker speaks in pointers into the form; the clerk has a workbook open.
    private static void Locate(FormSpec spec, XlsSurvey survey, XlsRow? settings, XlsSheet? choices, XlsLog log)
    {
        var places = new FormMap(spec).Places;
        foreach (var fault in FormChecker.Check(spec))
        {
            var place = places.LastOrDefault(p => $"{fault.Path}/".StartsWith($"{p.Path}/", StringComparison.Ordinal));
            var at = fault.Path;
            if (place is not null && survey.RowOf(place.Item) is { } row)
                at = row.At(XlsSurvey.ColumnOf(row, fault.Path[place.Path.Length..].TrimStart('/')));
            else if (fault.Path.StartsWith("/choiceLists/", StringComparison.Ordinal) && choices is not null)
                at = ChoiceRow(fault.Path, choices) ?? "choices";
            else if (fault.Path is "/items" or "/choiceLists")
                at = fault.Path == "/items" ? "survey" : "choices";
            else if (fault.Path is "/code" or "/title")
                at = settings?.At(fault.Path == "/code" ? "form_id" : "form_title") ?? "settings";
            log.Fault(at, fault.Code, fault.Column, fault.Detail);
        }
    }

    private static string? ChoiceRow(string path, XlsSheet choices)
    {
        var steps = path.Split('/');
        var rows = choices.Rows.Where(row =>
            row.First("list_name", "list name").Text == steps[2] && row.First("name", "value").Text is not null
        );
        var index = steps.Length > 3 && int.TryParse(steps[3], out var given) ? given : 0;
        return rows.ElementAtOrDefault(index)?.At(steps.Length > 4 && steps[4] == "label" ? "label" : "name");
    }
}
