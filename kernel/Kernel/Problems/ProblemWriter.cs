using System.Data.Common;
using Fourfold.Kernel.Audit;
using Fourfold.Kernel.Identity;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Problems;

/// <summary>Turns whatever rises out of an endpoint into problem+json with a stable code.</summary>
internal sealed partial class ProblemWriter(Looks looks, ILogger<ProblemWriter> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = 499;
            return true;
        }

        if (exception is Refused refused)
            await looks.WriteDown(refused, http.RequestServices.GetRequiredService<ActorHolder>().Actor, ct);
        var problem = Describe(exception);
        if (problem.Status >= 500 && exception is not Refused)
            Faulted(log, exception, http.Request.Path);
        await Write(http, problem, ct);
        return true;
    }

    /// <summary>Writes a problem; also used where nothing was thrown (401, 403, 404).</summary>
    internal static async Task Write(HttpContext http, ProblemDetails problem, CancellationToken ct)
    {
        problem.Extensions["correlationId"] = http.TraceIdentifier;
        http.Response.StatusCode = problem.Status ?? 500;
        await http.Response.WriteAsJsonAsync(
            problem,
            options: null,
            contentType: "application/problem+json",
            cancellationToken: ct
        );
    }

    internal static ProblemDetails Of(string code, int status)
    {
        var problem = new ProblemDetails { Title = code, Status = status };
        problem.Extensions["code"] = code;
        return problem;
    }

    internal static ProblemDetails Describe(Exception exception)
    {
        switch (exception)
        {
            case Refused refused:
                var problem = Of(refused.Code, refused.Status);
                if (refused.Parameters.Count > 0)
                    problem.Extensions["parameters"] = refused.Parameters;
                if (refused.Parameters.TryGetValue("field", out var field))
                    problem.Extensions["errors"] = new[]
                    {
                        new
                        {
                            field,
                            code = refused.Code,
                            parameters = refused.Parameters,
                        },
                    };
                if (refused.Current is not null)
                    problem.Extensions["current"] = refused.Current;
                return problem;
            case BadHttpRequestException bad:
                var malformed = Of("request.malformed", bad.StatusCode);
                malformed.Detail = bad.InnerException?.Message ?? bad.Message;
                return malformed;
            case var fault when IsUnstorable(fault):
                return Of("request.malformed", StatusCodes.Status400BadRequest);
            case DbUpdateConcurrencyException:
                return Of("revision.stale", StatusCodes.Status409Conflict);
            case var fault when IsStoreBusy(fault):
                return Of("store.busy", StatusCodes.Status503ServiceUnavailable);
            default:
                return Of("fault.unexpected", StatusCodes.Status500InternalServerError);
        }
    }

    // Nothing was done, and the same may succeed later: no connection became free, or the store was away.
    private static bool IsStoreBusy(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
            if (fault is DbException { IsTransient: true })
                return true;
        return false;
    }

    // U+0000 in a text, which PostgreSQL neither keeps nor looks for: its codes for a sign outside what it can hold.
    private static bool IsUnstorable(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
            if (fault is DbException { SqlState: "22021" or "22P05" })
                return true;
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected fault at {Path}")]
    private static partial void Faulted(ILogger log, Exception exception, string path);
}
