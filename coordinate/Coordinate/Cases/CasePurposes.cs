using Fourfold.Contracts;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Cases;

/// <summary>For what a case with its personal data may be looked at.</summary>
internal static class CasePurposes
{
    /// <summary>Watching the sea, working the case, work in the field.</summary>
    public static readonly string[] All = [Purposes.SeaWatch, Purposes.CaseWork, Purposes.FieldWork];
}

/// <summary>The list of event classes, as data.</summary>
internal static class CaseClasses
{
    /// <summary>涉海涉渔.</summary>
    public const string Sea = "10";

    /// <summary>其他.</summary>
    public const string Other = "99";

    /// <summary>01 矛盾纠纷 · 02 公共安全隐患 · 03 社会治安 · 04 民生服务 · 05 城乡管理 · 06 生态环保 · 07 灾害天气与应急 · 08 公共卫生 · 09 关爱服务 · 10 涉海涉渔 · 99 其他.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "01",
        "02",
        "03",
        "04",
        "05",
        "06",
        "07",
        "08",
        "09",
        Sea,
        Other,
    ];

    /// <summary>The class, or 422.</summary>
    public static string? Check(string? code) =>
        code is null || All.Contains(code, StringComparer.Ordinal)
            ? code
            : throw Refused.Invalid("case.class-unknown", "class").With("known", All);

    /// <summary>A number from 1 to 4, or 422.</summary>
    public static int? CheckGrade(int? grade, string field) =>
        grade is null or (>= 1 and <= 4) ? grade : throw Refused.Invalid("case.grade-out-of-range", field);
}
