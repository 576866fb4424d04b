using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Commands;
using Fourfold.Coordinate.Deadlines;
using Fourfold.Coordinate.Leading;
using Fourfold.Coordinate.Outcomes;
using Fourfold.Coordinate.Seeding;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Coordinate.WorkOrders.Commands;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Files.Uploads;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Outbox;
using Fourfold.Kernel.Retention;
using Fourfold.Kernel.Seeding;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Coordinate;

/// <summary>综治中心: cases, work orders, outcomes.</summary>
public static class CoordinateModule
{
    /// <summary>Registers the module's services.</summary>
    public static IServiceCollection AddCoordinate(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<CoordinateDb>("coordinate");
        services.TakeUploads("work-order-media", UploadPurposes.Pictures, UploadPurposes.Videos, UploadPurposes.Sounds);
        services.Configure<CoordinateOptions>(configuration.GetSection("Coordinate"));
        services.AddScoped<Deadlines.Deadlines>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseViewer>();
        services.AddScoped<CaseDrafts>();
        services.AddScoped<CaseOpening>();
        services.AddScoped<CaseList>();
        services.AddSingleton<KnownCounts>();
        services.AddScoped<ICaseFigures, CaseCounts>();
        services.AddScoped<ILedgerSource, CaseLedger>();
        services.AddScoped<ICases, CaseVisibility>();
        services.AddScoped<MoveReader>();
        services.AddScoped<CaseFiles>();
        services.AddScoped<WorkOrderDesk>();
        services.AddScoped<WorkOrderDrafts>();
        services.AddScoped<IProvinceSeed, ProvinceCases>();
        services.RunEvery<DeadlineSweeper>(DeadlineSweeper.Name, SweepPeriod(configuration));
        services.Handle<AlertEnded, NoteEndedAlert, CoordinateDb>();
        services.Keep(Keep.For<CoordinateDb, CaseRequester>(CaseRequester.Kept, r => r.RecordedAt));
        services.Command<ReportCase.Payload, ReportCase, CoordinateDb>();
        services.Command<TransitionCase.TransitionCaseRequest, MoveCase, CoordinateDb>();
        services.Keep(Keep.For<CoordinateDb, MeetingPick>(MeetingPick.Kept, p => p.PickedAt));
        services.Command<PutOnMeeting.Payload, PutOnMeeting, CoordinateDb>();
        services.Command<PutOnMeeting.Payload, TakeOffMeeting, CoordinateDb>();
        services.Command<AddToCase.Payload, AddToCase, CoordinateDb>();
        services.Command<NoPayload, AcceptWorkOrder, CoordinateDb>();
        services.Command<PlacePayload, SetOut, CoordinateDb>();
        services.Command<PlacePayload, Arrive, CoordinateDb>();
        services.Command<ReportWorkOrder.Payload, ReportWorkOrder, CoordinateDb>();
        services.Command<ReturnWorkOrder.Payload, ReturnWorkOrder, CoordinateDb>();
        services.Command<NoteWorkOrder.Payload, NoteWorkOrder, CoordinateDb>();
        return services;
    }

    /// <summary>Maps the module's endpoints below <c>/api/v1</c>.</summary>
    public static void MapCoordinate(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Cases").Idempotently<CoordinateDb>();
        OpenCase.Map(cases);
        ListCases.Map(cases);
        ListReported.Map(cases);
        ReadRisks.Map(cases);
        ReadMeeting.Map(cases);
        GetCase.Map(cases);
        GetTimeline.Map(cases);
        JoinAlert.Map(cases);
        TransitionCase.Map(cases);
        NoteCase.Map(cases);
        SetOutcome.Map(cases);
        IssueWorkOrder.Map(cases);
        var orders = api.MapGroup("/work-orders").WithTags("Work orders").Idempotently<CoordinateDb>();
        ListWorkOrders.Map(orders);
        ListSeizedKinds.Map(orders);
        GetWorkOrder.Map(orders);
        CancelWorkOrder.Map(orders);
        ListOutcomeReasons.Map(api);
    }

    private static TimeSpan SweepPeriod(IConfiguration configuration) =>
        TimeSpan.FromSeconds((configuration.GetSection("Coordinate").Get<CoordinateOptions>() ?? new()).SweepSeconds);
}
