using System.Text.Json;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Kernel.Commands;

/// <summary>Takes in what was done offline: in order, each by itself, nothing twice.</summary>
internal static class SendCommands
{
    /// <summary>Commands in one request.</summary>
    public const int MaxCommands = 100;
    private const int MaxBytes = 1 << 20;
    private const int MaxDepth = 16;

    public sealed record CommandsRequest(IReadOnlyList<CommandEnvelope> Commands);

    public sealed record CommandsResponse(IReadOnlyList<CommandResult> Results);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/commands", Handle)
            .WithName("SendCommands")
            .WithTags("Commands")
            .Accepts<CommandsRequest>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsSignIn(); // Each kind of command names its own permission.

    private static async Task<Ok<CommandsResponse>> Handle(
        HttpContext http,
        CommandRunner runner,
        Actor actor,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var receivedAt = clock.GetUtcNow();
        using var body = await Read(http, ct);
        if (
            body.RootElement.ValueKind is not JsonValueKind.Object
            || !body.RootElement.TryGetProperty("commands", out var commands)
            || commands.ValueKind is not JsonValueKind.Array
        )
            throw Refused.Invalid("command.list-missing", "commands");
        if (commands.GetArrayLength() > MaxCommands)
            throw Refused.Invalid("command.too-many", "commands").With("most", MaxCommands);
        var results = new List<CommandResult>(commands.GetArrayLength());
        foreach (var item in commands.EnumerateArray())
            results.Add(await runner.Run(item, actor, receivedAt, ct));
        return TypedResults.Ok(new CommandsResponse(results));
    }

    // Read by hand: binding the whole list would let one malformed command spoil the others.
    private static async Task<JsonDocument> Read(HttpContext http, CancellationToken ct)
    {
        try
        {
            return await JsonDocument.ParseAsync(
                http.Request.Body,
                new JsonDocumentOptions { MaxDepth = MaxDepth },
                ct
            );
        }
        catch (JsonException)
        {
            throw new Refused("request.malformed", StatusCodes.Status400BadRequest);
        }
    }
}
