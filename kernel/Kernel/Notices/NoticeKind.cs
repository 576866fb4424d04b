using Fourfold.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Notices;

/// <summary>Which permission one needs to be told of changes of a kind. A kind that is not registered is told to nobody.</summary>
internal sealed record NoticeKind(string Kind, string Permission);

/// <summary>How modules make their changes known to screens.</summary>
public static class NoticeKinds
{
    /// <summary>Lets holders of a permission hear of a kind of change, such as <c>zone</c>.</summary>
    public static IServiceCollection TellOf(this IServiceCollection services, string kind, string permission) =>
        services.AddSingleton(new NoticeKind(kind, permission));

    internal static IServiceCollection TellOfTheFrame(this IServiceCollection services) =>
        services
            .TellOf("alert", Permission.AlertsRead)
            .TellOf("case", Permission.CasesRead)
            .TellOf("work-order", Permission.WorkOrdersRead)
            .TellOf("zone", Permission.ZonesRead)
            .TellOf("rule", Permission.RulesRead)
            .TellOf("feed", Permission.FeedsRead)
            .TellOf("sensor", Permission.PictureRead)
            .TellOf("job", Permission.JobsRead);
}
