using Fourfold.Kernel.Problems;

namespace Fourfold.Kernel.Privacy;

/// <summary>A resident without a phone of their own, for whom somebody in the field speaks: how to reach them, if they want to be.</summary>
/// <param name="Consent">They were told what is kept, who sees it and how long, and said yes. Without it nothing of them is kept.</param>
/// <param name="Name">How they want to be called, 1–60 characters, or null.</param>
/// <param name="Phone">Where to reach them, 3–20 characters with 3 digits or more, or null.</param>
public sealed record ResidentContact(bool Consent = false, string? Name = null, string? Phone = null)
{
    public const int LongestName = 60;
    public const int LongestPhone = 20;

    private const int ShortestPhone = 3;

    /// <summary>Days it is kept, whatever becomes of what it belongs to.</summary>
    public const int KeptDays = 180;

    /// <summary>Whether there is anything to keep.</summary>
    public bool IsEmpty() => Name is null && Phone is null;

    /// <summary>The same without blanks around.</summary>
    /// <param name="path">Where it stands in the request, for the problem.</param>
    /// <exception cref="Refused">422 <c>requester.no-consent</c>, <c>requester.name-length</c>, <c>requester.phone-malformed</c>.</exception>
    public ResidentContact Checked(string path)
    {
        var (name, phone) = (Trimmed(Name), Trimmed(Phone));
        if ((name ?? phone) is not null && !Consent)
            throw Refused.Invalid("requester.no-consent", $"{path}.consent");
        if (name?.Length > LongestName)
            throw Refused.Invalid("requester.name-length", $"{path}.name").With("most", LongestName);
        if (phone is not null && !IsPhone(phone))
            throw Refused.Invalid("requester.phone-malformed", $"{path}.phone");
        return new ResidentContact(Consent, name, phone);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsPhone(string text) =>
        text.Length is >= ShortestPhone and <= LongestPhone
        && text.Count(char.IsAsciiDigit) >= ShortestPhone
        && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ' or '(' or ')');
}
