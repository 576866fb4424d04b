using System.Text;
using System.Text.Json;

namespace Fourfold.Cli.Track;

/// <summary>A file of sensors: an object a line as in a scenario, or one document, an array or an object.</summary>
internal static class SensorFile
{
    private const int MostBytes = 16 << 20;

    /// <summary>Its objects as lines of their own, with the line of the file that each begins at; lines as they are when it is no JSON.</summary>
    /// <exception cref="InvalidDataException">It is larger than any list of sensors.</exception>
    public static IEnumerable<(byte[] Row, long Line)> Read(Stream bytes)
    {
        var content = Whole(bytes);
        return TryReadObjects(content, out var objects) ? objects : Lines(content);
    }

    private static byte[] Whole(Stream bytes)
    {
        var content = new MemoryStream();
        var piece = new byte[1 << 16];
        while (bytes.Read(piece) is > 0 and var count)
        {
            content.Write(piece, 0, count);
            if (content.Length > MostBytes)
                throw new InvalidDataException("too large for a file of sensors");
        }

        return content.ToArray();
    }

    private static bool TryReadObjects(byte[] content, out List<(byte[], long)> objects)
    {
        objects = [];
        try
        {
            var json = new Utf8JsonReader(content, new JsonReaderOptions { AllowMultipleValues = true });
            while (json.Read())
            {
                if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
                    continue;
                var from = (int)json.TokenStartIndex;
                json.Skip();
                var line = content.AsSpan(0, from).Count((byte)'\n') + 1;
                objects.Add((content[from..(int)json.BytesConsumed], line));
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<(byte[], long)> Lines(byte[] content) =>
        Encoding.Latin1.GetString(content).Split('\n').Select((line, i) => (Encoding.Latin1.GetBytes(line), i + 1L));
}
