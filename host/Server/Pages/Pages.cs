using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Fourfold.Server.Pages;

/// <summary>
/// Serves the built web entries: the console at <c>/</c>, the field app at <c>/field/</c>. They hold no data, so anyone may
/// load them. Beside a file the build leaves <c>.br</c> and <c>.gz</c> of it, packed as tightly as a minute of nobody's
/// time allows; a browser that takes one is given it.
/// </summary>
internal static class Pages
{
    private static readonly (string Path, string Folder)[] Entries = [("/field", "field"), ("", "console")];

    // The tightest first.
    private static readonly (string Extension, string Name)[] Encodings = [(".br", "br"), (".gz", "gzip")];
    private static readonly FileExtensionContentTypeProvider Types = MakeTypes();

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
        "/my-grid",
    ];

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        return services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // See below: outlines of land only.
            compression.MimeTypes = ["application/geo+json"];
        });
    }

    /// <summary>Answers requests for files and, for the rest of an entry's addresses, its start page.</summary>
    public static void UsePages(this IApplicationBuilder app, string? web)
    {
        // Of the API only the outlines, the same for everybody, are compressed: length tells of secrets in the other answers.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api/v1/map"), map => map.UseResponseCompression());
        if (web is null)
            return;
        app.UseWhen(
            http => !Reserved.Any(r => http.Request.Path.StartsWithSegments(r, StringComparison.OrdinalIgnoreCase)),
            pages =>
            {
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
        app.Use(
            (http, next) =>
            {
                if (!IsRead(http) || http.GetEndpoint() is not null)
                    return next(http);
                // Without the slash the page would lie outside the scope that its worker and manifest name.
                if (path.Length > 0 && http.Request.Path == path)
                {
                    http.Response.Redirect(path + "/" + http.Request.QueryString);
                    return Task.CompletedTask;
                }
                if (http.Request.Path.StartsWithSegments(path, out var rest))
                    Choose(http, path, rest.Value ?? "", files);
                return next(http);
            }
        );
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = files,
                RequestPath = path,
                ContentTypeProvider = Types,
                OnPrepareResponse = response => Describe(response.Context),
            }
        );
    }

    private static bool IsRead(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    // An address without extension is a page of the entry, whose start page finds out which; then the packed one if there is one.
    private static void Choose(HttpContext http, string path, string asked, IFileProvider files)
    {
        var file = Path.HasExtension(asked) ? asked : "/index.html";
        if (!files.GetFileInfo(file).Exists)
            return;
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        var packed = Encodings.FirstOrDefault(e =>
            Takes(accepted, e.Name) && files.GetFileInfo(file + e.Extension).Exists
        );
        http.Request.Path = path + file + packed.Extension;
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0);

    private static void Describe(HttpContext http)
    {
        var (path, headers) = (http.Request.Path.Value ?? "", http.Response.Headers);
        // The bundler puts a hash of the content into the names below /assets/; all else must be asked for again.
        var hashed = path.Contains("/assets/", StringComparison.Ordinal);
        headers[HeaderNames.CacheControl] = hashed ? "public, max-age=31536000, immutable" : "no-cache";
        headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
        if (
            Encodings.FirstOrDefault(e => path.EndsWith(e.Extension, StringComparison.Ordinal)).Name is not { } encoding
        )
            return;
        headers[HeaderNames.ContentEncoding] = encoding;
        if (Types.TryGetContentType(Path.ChangeExtension(path, null), out var type))
            http.Response.ContentType = type;
    }

    private static FileExtensionContentTypeProvider MakeTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        types.Mappings[".geojson"] = "application/geo+json";
        types.Mappings[".mjs"] = "text/javascript";
        types.Mappings[".html"] = "text/html; charset=utf-8";
        // Named only so that they are served; what they hold is told by the name before it.
        types.Mappings[".br"] = types.Mappings[".gz"] = "application/octet-stream";
        return types;
    }
}
