namespace Fourfold.Contracts;

/// <summary>The permissions an endpoint can ask for. Roles and API keys hold sets of them (<see cref="RolePermissions"/>).</summary>
public static class Permission
{
    // Sense
    public const string PictureRead = "picture.read";
    public const string AlertsRead = "alerts.read";
    public const string AlertsAnswer = "alerts.answer";
    public const string ZonesRead = "zones.read";
    public const string ZonesWrite = "zones.write";
    public const string RulesRead = "rules.read";
    public const string RulesWrite = "rules.write";
    public const string FeedsRead = "feeds.read";
    public const string FeedsWrite = "feeds.write";

    // Coordinate
    public const string CasesRead = "cases.read";
    public const string CasesOpen = "cases.open";
    public const string CasesAccept = "cases.accept";
    public const string CasesAssign = "cases.assign";
    public const string CasesVerify = "cases.verify";
    public const string CasesConclude = "cases.conclude";
    public const string CasesSupervise = "cases.supervise";
    public const string CasesHead = "cases.head";

    /// <summary>Put cases on the list of a weekly meeting.</summary>
    public const string MeetingsWrite = "meetings.write";
    public const string WorkOrdersRead = "work-orders.read";
    public const string WorkOrdersHandle = "work-orders.handle";

    // Serve
    public const string GridsRead = "grids.read";
    public const string GridsWrite = "grids.write";
    public const string GridWorkersRead = "grid-workers.read";
    public const string GridWorkersWrite = "grid-workers.write";

    /// <summary>Plan which points of a grid are walked, and how often.</summary>
    public const string PatrolsWrite = "patrols.write";
    public const string PatrolsWalk = "patrols.walk";

    /// <summary>See the forms one may fill, and emergencies.</summary>
    public const string FormsRead = "forms.read";
    public const string FormsFill = "forms.fill";
    public const string FormsWrite = "forms.write";
    public const string FormsPublish = "forms.publish";

    /// <summary>See submissions with their sensitive values masked.</summary>
    public const string SubmissionsRead = "submissions.read";
    public const string SubmissionsExport = "submissions.export";

    /// <summary>Ask to see sensitive values; another person consents.</summary>
    public const string SubmissionsUnmask = "submissions.unmask";
    public const string SubmissionsConsent = "submissions.consent";
    public const string EmergenciesWrite = "emergencies.write";

    /// <summary>Answer what residents ask in one's grids.</summary>
    public const string QuestionsAnswer = "questions.answer";
    public const string NoticesRead = "notices.read";
    public const string NoticesWrite = "notices.write";

    // Kernel
    public const string DirectoryRead = "directory.read";
    public const string UnitsWrite = "units.write";
    public const string PeopleRead = "people.read";
    public const string PeopleWrite = "people.write";
    public const string ApiKeysWrite = "api-keys.write";
    public const string FilesRead = "files.read";
    public const string FilesWrite = "files.write";
    public const string JobsRead = "jobs.read";
    public const string JobsWrite = "jobs.write";
    public const string OutboxManage = "outbox.manage";
    public const string AuditRead = "audit.read";
    public const string CalendarsRead = "calendars.read";
    public const string CalendarsWrite = "calendars.write";
    public const string Metrics = "metrics.read";

    /// <summary>All permissions.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        PictureRead,
        AlertsRead,
        AlertsAnswer,
        ZonesRead,
        ZonesWrite,
        RulesRead,
        RulesWrite,
        FeedsRead,
        FeedsWrite,
        CasesRead,
        CasesOpen,
        CasesAccept,
        CasesAssign,
        CasesVerify,
        CasesConclude,
        CasesSupervise,
        CasesHead,
        MeetingsWrite,
        WorkOrdersRead,
        WorkOrdersHandle,
        GridsRead,
        GridsWrite,
        GridWorkersRead,
        GridWorkersWrite,
        PatrolsWrite,
        PatrolsWalk,
        FormsRead,
        FormsFill,
        FormsWrite,
        FormsPublish,
        SubmissionsRead,
        SubmissionsExport,
        SubmissionsUnmask,
        SubmissionsConsent,
        EmergenciesWrite,
        QuestionsAnswer,
        NoticesRead,
        NoticesWrite,
        DirectoryRead,
        UnitsWrite,
        PeopleRead,
        PeopleWrite,
        ApiKeysWrite,
        FilesRead,
        FilesWrite,
        JobsRead,
        JobsWrite,
        OutboxManage,
        AuditRead,
        CalendarsRead,
        CalendarsWrite,
        Metrics,
    ];
}
