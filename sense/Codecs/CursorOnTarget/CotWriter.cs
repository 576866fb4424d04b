using System.Globalization;
using System.Text;
using System.Xml;

namespace Fourfold.Codecs.CursorOnTarget;

/// <summary>Writes events as XML that other programs read, and <see cref="CotXml"/> reads back the same.</summary>
public static class CotWriter
{
    private const string Unknown = "9999999.0";
    private const double LargestNumber = 1e15;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Writes one event without a declaration or line end, in UTF-8. Times are cut to milliseconds, numbers to 15 digits.</summary>
    /// <remarks>Characters that XML cannot hold become U+FFFD; line ends in attributes are kept as references.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The point is beyond ±90 or ±180 degrees, or a number beyond ±10¹⁵.</exception>
    public static byte[] Write(CotEvent written)
    {
        if (!(Math.Abs(written.Point.LatitudeDegrees) <= 90 && Math.Abs(written.Point.LongitudeDegrees) <= 180))
        {
            throw new ArgumentOutOfRangeException(
                nameof(written),
                written.Point,
                "a position beyond the poles or the date line"
            );
        }
        var xml = new StringBuilder(512);
        xml.Append("<event version=\"2.0\"");
        Attribute(xml, "uid", written.Uid);
        Attribute(xml, "type", written.Type);
        Attribute(xml, "how", written.How);
        Attribute(xml, "access", written.Access);
        Attribute(xml, "time", Time(written.Time));
        Attribute(xml, "start", Time(written.Start));
        Attribute(xml, "stale", Time(written.Stale));
        xml.Append("><point");
        Attribute(xml, "lat", Number(written.Point.LatitudeDegrees));
        Attribute(xml, "lon", Number(written.Point.LongitudeDegrees));
        Attribute(xml, "hae", Number(written.Point.HeightMetres) ?? Unknown);
        Attribute(xml, "ce", Number(written.Point.CircularErrorMetres) ?? Unknown);
        Attribute(xml, "le", Number(written.Point.LinearErrorMetres) ?? Unknown);
        xml.Append("/><detail>");
        Detail(xml, written);
        xml.Append("</detail></event>");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    private static void Detail(StringBuilder xml, CotEvent written)
    {
        if (written.Callsign is not null)
        {
            xml.Append("<contact");
            Attribute(xml, "callsign", written.Callsign);
            xml.Append("/>");
        }
        if (written.CourseDegrees is not null || written.SpeedMetresPerSecond is not null)
        {
            xml.Append("<track");
            Attribute(xml, "course", Number(written.CourseDegrees));
            Attribute(xml, "speed", Number(written.SpeedMetresPerSecond));
            xml.Append("/>");
        }
        if (written.Remarks is { Length: > 0 } remarks)
        {
            xml.Append("<remarks>");
            Escape(xml, remarks);
            xml.Append("</remarks>");
        }
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    // xs:decimal has no exponent.
    private static string? Number(double? value)
    {
        if (value is not { } known)
        {
            return null;
        }
        return Math.Abs(known) <= LargestNumber
            ? ((decimal)known).ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentOutOfRangeException(nameof(value), known, "beyond what an event holds");
    }

    private static void Attribute(StringBuilder xml, string name, string? value)
    {
        if (value is null)
        {
            return;
        }
        xml.Append(' ').Append(name).Append("=\"");
        Escape(xml, value);
        xml.Append('"');
    }

    private static void Escape(StringBuilder xml, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '&':
                    xml.Append("&amp;");
                    break;
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;
                case '"':
                    xml.Append("&quot;");
                    break;
                case '\t' or '\n' or '\r':
                    xml.Append(CultureInfo.InvariantCulture, $"&#{(int)text[i]};");
                    break;
                case var high when i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], high):
                    xml.Append(high).Append(text[++i]);
                    break;
                case var letter:
                    xml.Append(XmlConvert.IsXmlChar(letter) ? letter : '\uFFFD');
                    break;
            }
        }
    }
}
