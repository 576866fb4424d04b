using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Idempotency;

/// <summary>Lets a POST be sent twice: with an <c>Idempotency-Key</c> the change and its answer are committed together, and a repetition gets that answer.</summary>
public static class Idempotent
{
    /// <summary>Name of the request header; its value is a UUID.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Applies to every POST of the group whose changes go through <typeparamref name="TDb"/>.</summary>
    public static RouteGroupBuilder Idempotently<TDb>(this RouteGroupBuilder group)
        where TDb : ModuleDb => group.AddEndpointFilter(Filter<TDb>);

    private static async ValueTask<object?> Filter<TDb>(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
        where TDb : ModuleDb
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Headers.TryGetValue(Header, out var header))
            return await next(context);
        if (!Guid.TryParse(header, out var key))
            throw Refused.Invalid("request.idempotency-key-malformed", Header);

        var db = http.RequestServices.GetRequiredService<TDb>();
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var hash = HashOf(http.Request, context.Arguments, json);
        object? result = null;
        var seen = await Receipts.Once(
            db,
            key,
            hash,
            async () =>
            {
                result = await next(context);
                var (status, value) = Unwrap(result);
                return (status, value is null ? null : JsonSerializer.Serialize(value, json));
            },
            http.RequestAborted
        );
        return seen is null ? result : Replay(seen, hash);
    }

    private static IResult Replay(Receipt seen, string hash)
    {
        if (!string.Equals(seen.RequestHash, hash, StringComparison.Ordinal))
            throw new Refused("request.idempotency-key-reused", 422);
        return seen.Body is null
            ? Results.StatusCode(seen.Status)
            : Results.Text(seen.Body, "application/json", Encoding.UTF8, seen.Status);
    }

    private static (int Status, object? Value) Unwrap(object? result)
    {
        if (result is INestedHttpResult nested)
            result = nested.Result;
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        return result is IResult ? (status, (result as IValueHttpResult)?.Value) : (status, result);
    }

    // The bound request body is among the arguments as a record named Request.
    private static string HashOf(HttpRequest request, IList<object?> arguments, JsonSerializerOptions json)
    {
        var text = new StringBuilder(request.Method).Append(' ').Append(request.Path).Append(request.QueryString);
        foreach (var argument in arguments)
            if (argument is not null && argument.GetType().Name.EndsWith("Request", StringComparison.Ordinal))
                text.Append('\n').Append(JsonSerializer.Serialize(argument, argument.GetType(), json));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
