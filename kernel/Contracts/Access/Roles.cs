namespace Fourfold.Contracts;

/// <summary>The roles a post can have; each post has one.</summary>
public static class Roles
{
    public const string DutyOfficer = "duty-officer";
    public const string ShiftLead = "shift-lead";
    public const string Analyst = "analyst";
    public const string Responder = "responder";
    public const string CentreClerk = "centre-clerk";
    public const string CentreHead = "centre-head";
    public const string Commissioner = "commissioner";
    public const string GridWorker = "grid-worker";
    public const string GridLead = "grid-lead";
    public const string HotlineAgent = "hotline-agent";
    public const string Mediator = "mediator";
    public const string MediationManager = "mediation-manager";
    public const string CourtDesk = "court-desk";
    public const string Statistician = "statistician";
    public const string Administrator = "administrator";
    public const string SecurityOfficer = "security-officer";
    public const string Auditor = "auditor";

    /// <summary>All roles, in the order of the design's list.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        DutyOfficer,
        ShiftLead,
        Analyst,
        Responder,
        CentreClerk,
        CentreHead,
        Commissioner,
        GridWorker,
        GridLead,
        HotlineAgent,
        Mediator,
        MediationManager,
        CourtDesk,
        Statistician,
        Administrator,
        SecurityOfficer,
        Auditor,
    ];
}
