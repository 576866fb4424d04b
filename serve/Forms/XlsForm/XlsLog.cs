namespace Fourfold.Forms.XlsForm;

/// <summary>What is said of a workbook, bounded.</summary>
internal sealed class XlsLog
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "type",
        "name",
        "value",
        "list_name",
        "list name",
        "relevant",
        "relevance",
        "constraint",
        "required",
        "calculation",
        "default",
        "choice_filter",
        "readonly",
        "read_only",
        "form_id",
        "form_title",
        "version",
        "sensitivity",
        "legal_basis",
        "retention_days",
        "max_length",
        "min_rounds",
        "max_rounds",
        "default_language",
        "repeat_count",
    };

    private static readonly string[] Texts = ["label", "hint", "constraint_message", "form_title", "purpose"];

    private readonly List<FormFault> faults = [];
    private readonly List<FormFault> notes = [];

    public IReadOnlyList<FormFault> Faults => faults;

    public IReadOnlyList<FormFault> Notes => notes;

    public static bool IsChoiceColumn(string column) =>
        column is "list_name" or "list name" or "name" or "value" || IsText(column) || IsMedia(column);

    public void Fault(string path, string code, int column = 0, string? detail = null) =>
        Add(faults, new FormFault(path, code, column, detail));

    public void Note(string path, string code, string? detail = null) =>
        Add(notes, new FormFault(path, code, 0, detail));

    /// <summary>Names the columns nothing is made of: appearance, media, triggers.</summary>
    public void NoteColumns(XlsSheet sheet)
    {
        foreach (var column in sheet.Columns)
            if (sheet.Name == "choices" ? IsMedia(column) : !Known.Contains(column) && !IsText(column))
                Note(sheet.At(1, column), "ignored-column", column);
    }

    private static bool IsText(string column) =>
        Texts.Any(text => column == text || column.StartsWith($"{text}::", StringComparison.Ordinal));

    private static bool IsMedia(string column) =>
        column is "image" or "audio" or "video"
        || column.StartsWith("media", StringComparison.Ordinal)
        || column.StartsWith("image::", StringComparison.Ordinal)
        || column.StartsWith("audio::", StringComparison.Ordinal);

    private static void Add(List<FormFault> list, FormFault one)
    {
        if (list.Count < FormLimits.Faults && !list.Contains(one))
            list.Add(one);
    }
}
