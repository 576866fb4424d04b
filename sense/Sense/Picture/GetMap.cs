using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Fourfold.Sense.Picture;

/// <summary>The embedded outline of the land and the three rings, GeoJSON, cached by browsers.</summary>
internal static class GetMap
{
    private static readonly EntityTagHeaderValue LandTag = TagOf(MapData.Land);
    private static readonly EntityTagHeaderValue RingsTag = TagOf(MapData.Rings);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/map/land", (HttpContext http) => Send(http, MapData.Land, LandTag))
            .WithName("GetLand")
            .WithTags("Map")
            .Needs(Permission.DirectoryRead);
        api.MapGet("/map/rings", (HttpContext http) => Send(http, MapData.Rings, RingsTag))
            .WithName("GetRings")
            .WithTags("Map")
            .Needs(Permission.DirectoryRead);
    }

    private static FileContentHttpResult Send(HttpContext http, ReadOnlyMemory<byte> json, EntityTagHeaderValue tag)
    {
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Bytes(json, "application/geo+json", entityTag: tag);
    }

    private static EntityTagHeaderValue TagOf(ReadOnlyMemory<byte> bytes) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span)[..8])}\"");
}
