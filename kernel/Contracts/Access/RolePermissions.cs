using static Fourfold.Contracts.Permission;

namespace Fourfold.Contracts;

/// <summary>What each role may do, as in the design's section 6. Administrator, security officer and auditor see no content.</summary>
public static class RolePermissions
{
    private static readonly string[] Everyone = [DirectoryRead, CalendarsRead];

    private static readonly string[] Watch =
    [
        PictureRead,
        AlertsRead,
        AlertsAnswer,
        ZonesRead,
        ZonesWrite,
        RulesRead,
        FeedsRead,
        CasesRead,
        CasesOpen,
        CasesAccept,
        CasesAssign,
        CasesVerify,
        CasesConclude,
        WorkOrdersRead,
        FilesRead,
        FilesWrite,
        JobsRead,
        GridsRead,
    ];

    private static readonly string[] Handle =
    [
        WorkOrdersRead,
        WorkOrdersHandle,
        FilesRead,
        FilesWrite,
        GridsRead,
        FormsRead,
        FormsFill,
    ];

    private static readonly string[] Desk =
    [
        CasesRead,
        CasesOpen,
        CasesAccept,
        CasesAssign,
        CasesVerify,
        CasesConclude,
        WorkOrdersRead,
        FilesRead,
        FilesWrite,
        AlertsRead,
        GridsRead,
        GridWorkersRead,
        PatrolsWrite,
        MeetingsWrite,
        NoticesRead,
        NoticesWrite,
        FormsRead,
        FormsFill,
        FormsWrite,
        FormsPublish,
        SubmissionsRead,
        SubmissionsUnmask,
    ];

    private static readonly Dictionary<string, string[]> ByRole = new(StringComparer.Ordinal)
    {
        [Roles.DutyOfficer] = Watch,
        [Roles.ShiftLead] = [.. Watch, RulesWrite, CasesSupervise],
        [Roles.Analyst] = [PictureRead, AlertsRead, ZonesRead, ZonesWrite, RulesRead, RulesWrite, FeedsRead, CasesRead],
        [Roles.Responder] = Handle,
        [Roles.CentreClerk] = Desk,
        [Roles.CentreHead] =
        [
            .. Desk,
            CasesSupervise,
            CasesHead,
            PictureRead,
            ZonesRead,
            RulesRead,
            GridsWrite,
            GridWorkersWrite,
            SubmissionsExport,
            SubmissionsConsent,
            EmergenciesWrite,
        ],
        [Roles.Commissioner] =
        [
            CasesRead,
            WorkOrdersRead,
            AlertsRead,
            CasesSupervise,
            MeetingsWrite,
            GridsRead,
            GridWorkersRead,
            FormsRead,
            SubmissionsRead,
            SubmissionsConsent,
        ],
        [Roles.GridWorker] = [.. Handle, QuestionsAnswer, NoticesRead, PatrolsWalk],
        [Roles.GridLead] =
        [
            .. Handle,
            QuestionsAnswer,
            NoticesRead,
            CasesRead,
            MeetingsWrite,
            GridWorkersRead,
            GridWorkersWrite,
            PatrolsWrite,
            PatrolsWalk,
            SubmissionsRead,
        ],
        [Roles.HotlineAgent] = [CasesRead, CasesOpen, GridsRead],
        [Roles.Mediator] = [],
        [Roles.MediationManager] = [],
        [Roles.CourtDesk] = [],
        [Roles.Statistician] = [GridsRead],
        [Roles.Administrator] =
        [
            UnitsWrite,
            PeopleRead,
            PeopleWrite,
            FeedsRead,
            FeedsWrite,
            JobsRead,
            JobsWrite,
            OutboxManage,
            CalendarsWrite,
            Metrics,
        ],
        [Roles.SecurityOfficer] = [PeopleRead, ApiKeysWrite, Metrics],
        [Roles.Auditor] = [AuditRead],
    };

    /// <summary>The permissions of a role; an unknown role has none.</summary>
    public static IReadOnlySet<string> Of(string role) =>
        ByRole.TryGetValue(role, out var own)
            ? new HashSet<string>([.. Everyone, .. own], StringComparer.Ordinal)
            : new HashSet<string>(StringComparer.Ordinal);
}
