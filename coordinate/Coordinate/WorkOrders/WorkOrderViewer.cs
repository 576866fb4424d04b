using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>Makes what a person is shown of work orders.</summary>
internal static class WorkOrderViewer
{
    /// <summary>Everybody a work order names.</summary>
    public static IEnumerable<PersonId?> People(WorkOrder of) =>
        [of.AcceptedBy, of.Report?.By, .. of.History.Select(e => e.Person)];

    /// <summary>With its history.</summary>
    public static WorkOrderView Whole(
        WorkOrder of,
        Act act,
        IReadOnlyDictionary<PersonId, string> names,
        WorkOrderCase behind
    ) => Item(of, act, names, behind) with { History = [.. of.History.Select(e => StepOf(e, names))] };

    /// <summary>Without its history, for lists.</summary>
    public static WorkOrderView Item(
        WorkOrder of,
        Act act,
        IReadOnlyDictionary<PersonId, string> names,
        WorkOrderCase behind
    ) =>
        new()
        {
            Id = of.Id,
            Number = of.Number,
            Revision = of.Revision,
            CaseId = of.CaseId,
            CaseNumber = of.CaseNumber,
            CaseClass = behind.Class,
            State = of.State,
            Title = of.Title,
            Instruction = of.Instruction,
            Unit = new UnitRef(of.Unit, of.UnitName),
            Post = of.Post is { } post ? new PostRef(post, of.PostName ?? "") : null,
            Position = of.Position,
            Level = of.Level,
            IssuedAt = of.IssuedAt,
            DueAt = of.DueAt,
            Overdue = of.Overdue,
            AcceptedBy = CaseViewer.Person(of.AcceptedBy, names),
            Allowed = [.. of.Allowed(act)],
            Routing = of.Routing,
            Alert = behind.Alert is { } alert
                ? new WorkOrderAlert(alert.Id, alert.Level, alert.Reasons, alert.Subject, alert.TrackId)
                : null,
            Report = of.Report is { } report ? ReportOf(report, names) : null,
            History = [],
            Simulated = of.Simulated,
        };

    private static ReportView ReportOf(WorkOrderReport report, IReadOnlyDictionary<PersonId, string> names) =>
        new(
            report.Result,
            report.Reason,
            report.Note,
            report.Position,
            report.Photos,
            report.Seized,
            CaseViewer.Person(report.By, names),
            report.At,
            report.ReceivedAt
        );

    private static WorkOrderStepView StepOf(WorkOrderEntry entry, IReadOnlyDictionary<PersonId, string> names) =>
        new(
            entry.What,
            entry.State,
            CaseViewer.Person(entry.Person, names),
            entry.UnitName,
            entry.DeviceAt ?? entry.ReceivedAt,
            entry.DeviceAt,
            entry.ReceivedAt,
            entry.RecordedAt,
            entry.Reason,
            entry.Text,
            entry.Position,
            entry.Photos,
            entry.Videos ?? [],
            entry.Sounds ?? []
        );
}
