namespace Fourfold.Forms;

/// <summary>Why a field may hold personal data, and how long. PIPL arts. 6, 13, 17, 19 and 28.</summary>
public sealed record PersonalData
{
    public Sensitivity Sensitivity { get; init; }

    /// <summary>What it is for, as it is told to the person asked.</summary>
    public FormText? Purpose { get; init; }

    public LegalBasis? LegalBasis { get; init; }

    /// <summary>Days after the submission when the value is deleted, 1 to <see cref="FormLimits.RetentionDays"/>.</summary>
    public int? RetentionDays { get; init; }
}

/// <summary>How much harm the value can do.</summary>
public enum Sensitivity
{
    None,
    Personal,

    /// <summary>PIPL art. 28 and GB/T 45574-2025: encrypted, masked, and only with an impact assessment.</summary>
    Sensitive,
}

/// <summary>PIPL art. 13 (1), items 1 to 5.</summary>
public enum LegalBasis
{
    Consent,
    Contract,
    StatutoryDuty,
    PublicHealthEmergency,
    PublicInterestReporting,
}
