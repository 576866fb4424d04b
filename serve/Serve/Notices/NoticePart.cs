using Fourfold.Contracts;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Notices;
using Fourfold.Kernel.Retention;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Serve.Notices;

/// <summary>通知: a centre tells its workers.</summary>
internal static class NoticePart
{
    /// <summary>How long it is kept who had read what.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void AddNotices(this IServiceCollection services)
    {
        services.AddScoped<NoticeDesk>();
        services.TellOf("notice", Permission.NoticesRead);
        services.Keep(Keep.For<ServeDb, WorkerNotice>(Kept, n => n.Until));
    }

    public static void MapNotices(this IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Notices").Idempotently<ServeDb>();
        ReadNotices.Map(notices);
        SendNotice.Map(notices);
    }

    public static void Tables(ModelBuilder model)
    {
        WorkerNotice.Map(model.Entity<WorkerNotice>());
        NoticeRead.Map(model.Entity<NoticeRead>());
    }
}
