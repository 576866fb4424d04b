namespace Fourfold.Kernel.Notices;

/// <summary>Something changed that a screen may show. A hint to fetch; the fact is in the rows.</summary>
/// <param name="Kind">What kind of thing: <c>alert</c>, <c>case</c>, <c>work-order</c>, <c>zone</c>, <c>rule</c>, <c>feed</c>, <c>job</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Revision">Its revision after the change.</param>
/// <param name="Action">What happened to it, such as <c>raised</c>.</param>
/// <param name="AreaPath">Only actors whose scope holds this path are told; empty for everyone.</param>
public sealed record Change(string Kind, string Id, int Revision, string Action, string AreaPath);

/// <summary>Where committed changes are announced.</summary>
public interface INoticeBoard
{
    /// <summary>Announces a change; never blocks and never fails.</summary>
    void Publish(Change change);
}
