using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Fourfold.Server.Pages;

/// <summary>Serves the built web entries: the console at <c>/</c>, the field app at <c>/field/</c>. They hold no data, so anyone may load them.</summary>
internal static class Pages
{
    private static readonly (string Path, string Folder)[] Entries = [("/field", "field"), ("", "console")];

    // Paths that are never pages, so that a wrong one answers 404 and not the console.
    private static readonly string[] Reserved =
    [
        "/api",
        "/live",
        "/health",
        "/metrics",
        "/openapi",
        "/start",
        "/feeds",
        "/ogc",
    ];

    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // Pages only; answers of the API, which hold secrets, are not compressed.
            compression.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "image/svg+xml",
                "application/manifest+json",
                "application/geo+json",
            ];
        });

    /// <summary>Answers requests for files and, for the rest of an entry's addresses, its start page.</summary>
    public static void UsePages(this IApplicationBuilder app, string? web)
    {
        if (web is null)
            return;
        app.UseWhen(
            http => !Reserved.Any(r => http.Request.Path.StartsWithSegments(r, StringComparison.OrdinalIgnoreCase)),
            pages =>
            {
                pages.UseResponseCompression();
                foreach (var (path, folder) in Entries)
                    Serve(pages, path, Path.Combine(Path.GetFullPath(web), folder, "dist"));
            }
        );
    }

    private static void Serve(IApplicationBuilder app, string path, string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var files = new PhysicalFileProvider(folder);
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = files,
                RequestPath = path,
                ContentTypeProvider = Types(),
                OnPrepareResponse = response => Cache(response.Context),
            }
        );
        app.Use(
            async (http, next) =>
            {
                if (!IsPage(http, path))
                {
                    await next(http);
                    return;
                }
                http.Response.ContentType = "text/html; charset=utf-8";
                Cache(http);
                await http.Response.SendFileAsync(files.GetFileInfo("index.html"), http.RequestAborted);
            }
        );
    }

    private static bool IsPage(HttpContext http, string path) =>
        HttpMethods.IsGet(http.Request.Method)
        && http.Request.Path.StartsWithSegments(path)
        && !Path.HasExtension(http.Request.Path)
        && http.GetEndpoint() is null;

    // The bundler puts a hash of the content into the names below /assets/; all else must be asked for again.
    private static void Cache(HttpContext http)
    {
        var hashed = http.Request.Path.Value?.Contains("/assets/", StringComparison.Ordinal) == true;
        http.Response.Headers[HeaderNames.CacheControl] = hashed ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private static FileExtensionContentTypeProvider Types()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        types.Mappings[".geojson"] = "application/geo+json";
        types.Mappings[".mjs"] = "text/javascript";
        return types;
    }
}
