using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Outbox;
using Fourfold.Kernel.Retention;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Push;

/// <summary>News to phones while the app is closed.</summary>
internal static class PushPart
{
    /// <summary>A phone that was not opened for so long is somebody's old one.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromDays(60);

    public static void AddPushPart(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PushOptions>(configuration.GetSection("Push"));
        services.AddSingleton<VapidKey>();
        services.AddSingleton<PushDoor>();
        services.AddSingleton<PushPauses>();
        services.Handle<PushAsked, SpreadPush, KernelDb>();
        services.RunEvery<SendPushes>("push", TimeSpan.FromSeconds(1));
        services.Keep(Keep.For<KernelDb, PushSubscription>(Unseen, s => s.SeenAt));
    }

    public static void MapPushPart(this IEndpointRouteBuilder api) => KeepSubscriptions.Map(api);
}
