using System.Globalization;
using System.Xml;

namespace Fourfold.Codecs.CursorOnTarget;

/// <summary>Reads one event from XML. Document types, entities and outside references are refused.</summary>
public static class CotXml
{
    private const double Unknown = 9_999_999;
    private const int FractionDigits = 7;
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = CotLimits.MaxEventBytes,
        MaxCharactersFromEntities = 1024,
    };

    /// <summary>Reads an event. Detail elements other than contact, track and remarks are passed over.</summary>
    /// <param name="xml">One document, UTF-8 unless its declaration says otherwise; at most <see cref="CotLimits.MaxEventBytes"/>.</param>
    /// <param name="read">Receives the event.</param>
    /// <returns>None, or why there is none.</returns>
    public static CotFault TryRead(ReadOnlySpan<byte> xml, out CotEvent? read)
    {
        read = null;
        if (xml.Length > CotLimits.MaxEventBytes)
        {
            return CotFault.TooLong;
        }
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml.ToArray()), Settings);
            return Read(reader, out read);
        }
        catch (XmlException)
        {
            return CotFault.Malformed;
        }
        catch (ArgumentException)
        {
            // An encoding name that .NET does not have.
            return CotFault.Malformed;
        }
    }

    private static CotFault Read(XmlReader reader, out CotEvent? read)
    {
        read = null;
        if (reader.MoveToContent() is not XmlNodeType.Element || reader.LocalName != "event")
        {
            return CotFault.NotAnEvent;
        }
        if (!(Number(reader, "version") is >= 2 and < 3))
        {
            return CotFault.NotAnEvent;
        }
        var draft = new Draft(reader);
        while (reader.Read())
        {
            if (reader.Depth > CotLimits.MaxDepth)
            {
                return CotFault.Malformed;
            }
            draft.Node(reader);
        }
        read = draft.Finish();
        return read is null ? CotFault.ValueInvalid : CotFault.None;
    }

    private static string? Text(XmlReader reader, string name) => Cut(reader.GetAttribute(name));

    private static string? Cut(string? text) =>
        text is { Length: > CotLimits.MaxTextCharacters } ? text[..CotLimits.MaxTextCharacters] : text;

    private static double? Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    // Whole instants only: a free parser would fill in what is missing from today's date.
    private static DateTimeOffset? Time(XmlReader reader, string name) =>
        DateTimeOffset.TryParseExact(
            Shortened(reader.GetAttribute(name)),
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces,
            out var time
        )
            ? time
            : null;

    /// <summary>Fractions of a second beyond the seventh digit are cut; some senders have nine.</summary>
    private static string? Shortened(string? time)
    {
        var point = time?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (time is null || point < 0)
        {
            return time;
        }
        var end = point + 1;
        while (end < time.Length && char.IsAsciiDigit(time[end]))
        {
            end++;
        }
        return end - point - 1 > FractionDigits
            ? string.Concat(time.AsSpan(0, point + 1 + FractionDigits), time.AsSpan(end))
            : time;
    }

    /// <summary>What was read of an event so far.</summary>
    private sealed class Draft(XmlReader root)
    {
        private readonly string? _uid = Text(root, "uid");
        private readonly string? _type = Text(root, "type");
        private readonly string? _how = Text(root, "how");
        private readonly string? _access = Text(root, "access");
        private readonly DateTimeOffset? _time = Time(root, "time");
        private readonly DateTimeOffset? _start = Time(root, "start");
        private readonly DateTimeOffset? _stale = Time(root, "stale");
        private CotPoint? _point;
        private string? _callsign;
        private double? _course;
        private double? _speed;
        private string? _remarks;
        private bool _isInRemarks;

        public void Node(XmlReader reader)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Element(reader);
                    break;
                case XmlNodeType.EndElement when reader.Depth == 2:
                    _isInRemarks = false;
                    break;
                // Several of them, where a comment or a section stands between.
                case XmlNodeType.Text or XmlNodeType.CDATA when _isInRemarks && reader.Depth == 3:
                    _remarks = Cut(_remarks + reader.Value);
                    break;
            }
        }

        private void Element(XmlReader reader)
        {
            switch (reader.Depth, reader.LocalName)
            {
                case (1, "point"):
                    _point = Point(reader);
                    break;
                case (2, "contact"):
                    _callsign = Text(reader, "callsign");
                    break;
                case (2, "track"):
                    _course = Number(reader, "course");
                    _speed = Number(reader, "speed");
                    break;
                case (2, "remarks"):
                    (_remarks, _isInRemarks) = (null, !reader.IsEmptyElement);
                    break;
            }
        }

        public CotEvent? Finish()
        {
            if (_uid is not { Length: > 0 } uid || _type is not { Length: > 0 } type || _how is not { Length: > 0 } how)
            {
                return null;
            }
            if (_time is not { } time || _start is not { } start || _stale is not { } stale || _point is not { } point)
            {
                return null;
            }
            return new CotEvent
            {
                Uid = uid,
                Type = type,
                How = how,
                Access = _access,
                Time = time,
                Start = start,
                Stale = stale,
                Point = point,
                Callsign = _callsign,
                CourseDegrees = _course,
                SpeedMetresPerSecond = _speed,
                Remarks = _remarks,
            };
        }

        private static CotPoint? Point(XmlReader reader)
        {
            if (Number(reader, "lat") is not (>= -90 and <= 90 and var latitude))
            {
                return null;
            }
            if (Number(reader, "lon") is not (>= -180 and <= 180 and var longitude))
            {
                return null;
            }
            return new CotPoint(latitude, longitude, Known(reader, "hae"), Known(reader, "ce"), Known(reader, "le"));
        }

        private static double? Known(XmlReader reader, string name) =>
            Number(reader, name) is { } value && value < Unknown ? value : null;
    }
}
