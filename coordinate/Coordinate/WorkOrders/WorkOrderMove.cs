using Fourfold.Contracts;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>A step of a work order with all that is said with it; files are already checked.</summary>
internal sealed record WorkOrderMove(string Name)
{
    public GeoPoint? Position { get; init; }
    public string? Reason { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<FileId> Photos { get; init; } = [];

    /// <summary>Those of <see cref="Photos"/> that are videos.</summary>
    public IReadOnlyList<FileId> Videos { get; init; } = [];

    /// <summary>Those of <see cref="Photos"/> that are spoken words.</summary>
    public IReadOnlyList<FileId> Sounds { get; init; } = [];
    public WorkOrderReport? Report { get; init; }

    /// <summary>Codes and numbers of it for the case's timeline.</summary>
    public Dictionary<string, object?> Say(WorkOrder order)
    {
        var said = new Dictionary<string, object?>(StringComparer.Ordinal) { ["number"] = order.Number };
        if (Reason is not null)
            said["reason"] = Reason;
        if (Position is { } place)
            said["position"] = place;
        if (Report is { } report)
        {
            said["result"] = report.Result;
            said["reason"] = report.Reason;
            said["seized"] = report
                .Seized.Select(s => new
                {
                    s.Kind,
                    s.Number,
                    s.Unit,
                })
                .ToArray();
        }
        if (Photos.Count > Sounds.Count)
            said["photos"] = Photos.Count - Sounds.Count;
        if (Sounds.Count > 0)
            said["sounds"] = Sounds.Count;
        return said;
    }
}
