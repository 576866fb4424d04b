using Fourfold.Contracts;
using Fourfold.Kernel.Files.Sealed;
using Fourfold.Kernel.Files.Uploads;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Retention;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Files;

/// <summary>The kernel's part that takes files in, keeps them and gives them out.</summary>
internal static class FilesPart
{
    // As long as receipts: whoever sends the beginning of an upload again after that has lost more than an answer.
    private static readonly TimeSpan EndedUploads = TimeSpan.FromDays(30);

    public static void AddFilesPart(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FileOptions>(configuration.GetSection("Files"));
        services.AddSingleton<ContentFolder>();
        services.AddSingleton<FileSealer>();
        services.AddSingleton<FileDirectory>();
        services.AddSingleton<IFiles>(provider => provider.GetRequiredService<FileDirectory>());
        services.AddSingleton<ISealedFiles>(provider => provider.GetRequiredService<FileDirectory>());
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<UploadLimits>();
        services.AddScoped<UploadDesk>();
        services.AddScoped<ReceiveBytes>();
        services.AddScoped<FinishUpload>();
        services.AddScoped<IFileIntake, TakeFile>();
        services.RunEvery<SweepFiles>("file-sweep", TimeSpan.FromHours(24));
        services.RunEvery<SweepUploads>("upload-sweep", TimeSpan.FromHours(1));
        services.Keep(Keep.For<KernelDb, UploadRow>(EndedUploads, u => u.EndedAt));
        // Nobody can see what is sealed for nothing, nor does anything else end its time.
        services.Keep(
            Keep.For<KernelDb, FileRow>(EndedUploads, f => f.StoredAt, f => f.SealedFor == FileSealer.Nowhere)
        );
    }

    public static void MapFilesPart(this IEndpointRouteBuilder api)
    {
        BeginUpload.Map(api);
        ContinueUpload.Map(api);
        AskUpload.Map(api);
        EndUpload.Map(api);
        ReadFile.Map(api);
    }
}
