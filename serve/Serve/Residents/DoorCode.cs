using System.Globalization;
using System.Text;
using QRCoder;

namespace Fourfold.Serve.Residents;

/// <summary>An address as a code that phones read.</summary>
internal static class DoorCode
{
    private const int PixelsOfModule = 12;

    /// <summary>As SVG: one path, black on white, with the quiet zone of four modules.</summary>
    public static string Svg(string address, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var size = data.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        for (var x = 0; x < size; x++)
            if (data.ModuleMatrix[y][x])
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" shape-rendering="crispEdges"><title>{System.Net.WebUtility.HtmlEncode(label)}</title><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path d="{path}"/></svg>"""
        );
    }

    /// <summary>As PNG, for what prints no SVG.</summary>
    public static byte[] Png(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsOfModule);
    }
}
