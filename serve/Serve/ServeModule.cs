using Fourfold.Contracts;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Files.Uploads;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Identity.AppPasswords;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Notices;
using Fourfold.Kernel.Seeding;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Deletion;
using Fourfold.Serve.Emergencies;
using Fourfold.Serve.Exchange;
using Fourfold.Serve.Forms;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Ledgers;
using Fourfold.Serve.Notices;
using Fourfold.Serve.OpenRosa;
using Fourfold.Serve.Overview;
using Fourfold.Serve.Patrols;
using Fourfold.Serve.Planning;
using Fourfold.Serve.Residents;
using Fourfold.Serve.Sealing;
using Fourfold.Serve.Seeding;
using Fourfold.Serve.Submissions;
using Fourfold.Serve.Submissions.Export;
using Fourfold.Serve.Unmasking;
using Fourfold.Serve.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Serve;

/// <summary>网格化服务管理: grids and their workers.</summary>
public static class ServeModule
{
    /// <summary>Registers the module's services.</summary>
    public static IServiceCollection AddServe(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ServeDb>("serve");
        services.Configure<ServeOptions>(configuration.GetSection("Serve"));
        services.AddGrids();
        services.AddWorkers();
        services.AddPatrols();
        services.AddLedgers();
        services.AddExchange();
        services.AddForms();
        services.AddSubmissions();
        services.AddResidents(configuration.GetSection("Serve").Get<ServeOptions>() ?? new());
        services.AddNotices();
        return services;
    }

    /// <summary>Maps the module's endpoints below <c>/api/v1</c>.</summary>
    public static void MapServe(this IEndpointRouteBuilder api)
    {
        var grids = api.MapGroup("/grids").WithTags("Grids").Idempotently<ServeDb>();
        grids.MapGrids();
        api.MapPatrols(grids);
        CountUnstaffed.Map(grids);
        // A file is not received within a transaction, nor is the job begun in one that it waits for: each step may be sent twice.
        api.MapGroup("/grids").WithTags("Grids").MapExchange();
        var workers = api.MapGroup("/grid-workers").WithTags("Grid workers").Idempotently<ServeDb>();
        ListWorkers.Map(workers, grids);
        AssignWorker.Map(workers, grids);
        TakeLeave.Map(workers);
        ListLeaves.Map(workers);
        ListCandidates.Map(grids);
        api.MapForms();
        api.MapResidents(grids);
        api.MapNotices();
        api.MapLedgers();
    }

    /// <summary>Maps the module's pages that stand outside the API.</summary>
    public static void MapServeRoot(this IEndpointRouteBuilder root) => ResidentPages.Map(root);

    private static void MapForms(this IEndpointRouteBuilder api)
    {
        var forms = api.MapGroup("/forms").WithTags("Forms").Idempotently<ServeDb>();
        ListForms.Map(forms);
        DraftForm.Map(forms);
        CheckForm.Map(forms);
        PublishForm.Map(forms);
        var submissions = api.MapGroup("/submissions").WithTags("Submissions").Idempotently<ServeDb>();
        var filled = api.MapGroup("/forms").WithTags("Submissions");
        SubmitForm.Map(filled, submissions);
        ListSubmissions.Map(filled, submissions);
        MatchSubmissions.Map(filled);
        ExportSubmissions.Map(filled);
        ListDeletions.Map(filled);
        var requests = api.MapGroup("/unmask-requests").WithTags("Submissions").Idempotently<ServeDb>();
        AskUnmask.Map(submissions, requests);
        ReadValues.Map(submissions);
        ReadSealedMedia.Map(submissions);
        // Described by its own protocol, not by ours.
        var openRosa = api.MapGroup("/openrosa").ForOpenRosa().ExcludeFromDescription();
        ListXForms.Map(openRosa);
        ReceiveInstance.Map(openRosa);
        DeclareEmergency.Map(api.MapGroup("/emergencies").WithTags("Emergencies").Idempotently<ServeDb>());
    }

    private static void AddGrids(this IServiceCollection services)
    {
        services.AddScoped<GridDesk>();
        services.AddSingleton<KnownEdges>();
        services.AddScoped<IGrids, GridDirectory>();
        services.AddScoped<IProvinceSeed, ProvinceGrids>();
        services.AddScoped<IDemonstrationSeed, DemonstrationGrid>();
        services.TellOf("grid", Permission.GridsRead);
    }

    private static void AddWorkers(this IServiceCollection services)
    {
        services.AddScoped<WorkerDesk>();
        services.AddScoped<HandOver>();
        services.AddSingleton<StandIns>();
        services.AddSingleton<IStandIns>(provider => provider.GetRequiredService<StandIns>());
    }

    private static void AddExchange(this IServiceCollection services)
    {
        services.AddSingleton<ImportFolder>();
        services.OfferJob<ApplyImport, ApplyImport.Argument>(ApplyImport.Kind);
    }

    private static void AddForms(this IServiceCollection services)
    {
        services.AddScoped<FormDesk>();
        services.AddScoped<EmergencyDesk>();
        services.RunEvery<ReadyDrafts>("ready-forms", TimeSpan.FromHours(24));
        services.AddScoped<IDemonstrationSeed, DemonstrationForms>();
        services.TellOf("form", Permission.FormsRead);
        services.TellOf("emergency", Permission.FormsRead);
    }

    private static void AddSubmissions(this IServiceCollection services)
    {
        services.AddSingleton<IKeyRing, KeyFile>();
        services.AddSingleton<IFileKeys, FileKeys>();
        services.AddSingleton<FormJudge>();
        services.AddSingleton<MatchLimiter>();
        services.AddSingleton<PublishedVersions>();
        services.AddSingleton<SubmissionTools>();
        services.AddScoped<SubmissionDesk>();
        services.AddScoped<SubmissionViewer>();
        services.AddScoped<UnmaskViewer>();
        services.AddScoped<SealedValues>();
        services.RunEvery<DeleteAnswers>("form-retention", TimeSpan.FromHours(1));
        services.AddSingleton<XFormShelf>();
        services.AddScoped<ReceiveInstance.Intake>();
        services.TakeUploads(SubmitForm.MediaPurpose, UploadPurposes.Pictures, UploadPurposes.Videos);
        services.TakeSealedUploads(SubmitForm.SealedPurpose, UploadPurposes.Pictures, UploadPurposes.Videos);
        services.TellOf("submission", Permission.SubmissionsRead);
        services.TellOf("unmask-request", Permission.SubmissionsConsent);
    }

    private static void MapExchange(this IEndpointRouteBuilder grids)
    {
        ExportGrids.Map(grids);
        ImportGrids.Map(grids);
    }

    private static void MapGrids(this IEndpointRouteBuilder grids)
    {
        PlanGrids.Map(grids);
        Grids.MapGrids.Map(grids);
        CheckBoundary.Map(grids);
        ListGrids.Map(grids);
        DrawGrid.Map(grids);
        ChangeGrid.Map(grids);
        RedrawGrid.Map(grids);
        CloseGrid.Map(grids);
        SplitGrid.Map(grids);
        MergeGrids.Map(grids);
    }
}
