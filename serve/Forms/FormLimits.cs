namespace Fourfold.Forms;

/// <summary>How large a form and its answers may be.</summary>
public static class FormLimits
{
    /// <summary>Characters of a form's JSON.</summary>
    public const int SpecLength = 1 << 20;

    /// <summary>Fields, groups, repeats and notes of a form.</summary>
    public const int Items = 500;

    /// <summary>
    /// Characters that its choices and conditions have where they are used: a list counts at each question that offers it, a
    /// group's condition at each that it holds.
    /// </summary>
    public const int Weight = 2 << 20;

    /// <summary>Groups and repeats inside one another.</summary>
    public const int Depth = 6;

    /// <summary>Lists of choices of a form.</summary>
    public const int ChoiceLists = 100;

    /// <summary>Choices of all lists together.</summary>
    public const int Choices = 5_000;

    /// <summary>Characters of one expression.</summary>
    public const int ExpressionLength = 2_000;

    /// <summary>Operators and calls inside one another.</summary>
    public const int ExpressionDepth = 40;

    /// <summary>Characters of a pattern.</summary>
    public const int PatternLength = 200;

    /// <summary>Characters of a label, hint, message or purpose.</summary>
    public const int LabelLength = 1_000;

    /// <summary>Characters of a text answer when the field says nothing.</summary>
    public const int TextLength = 2_000;

    /// <summary>Most a field may allow.</summary>
    public const int MaxTextLength = 20_000;

    /// <summary>Rounds of a repeat.</summary>
    public const int Rounds = 200;

    /// <summary>Days of ten years.</summary>
    public const int RetentionDays = 3_653;

    /// <summary>Most faults told of one form or submission; the rest are only counted.</summary>
    public const int Faults = 200;

    /// <summary>Characters of a submission, JSON or XML; media travel apart.</summary>
    public const int SubmissionLength = 1 << 20;
}
