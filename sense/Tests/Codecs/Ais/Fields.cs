using Fourfold.Codecs.Ais.Applications;
using Fourfold.Codecs.Ais.Output;
using Fourfold.Codecs.Text;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>An application's fields as text, to be compared.</summary>
internal static class Fields
{
    public static string Print<T>(T application)
        where T : struct, IAisApplication, allows ref struct
    {
        var json = new byte[AisJson.MaxBytes];
        var line = new JsonLine(json);
        line.BeginObject();
        var visitor = new JsonFieldVisitor(line, isMember: true);
        visitor.Application(T.Name);
        application.Visit(ref visitor);
        return System.Text.Encoding.UTF8.GetString(json, 0, visitor.Finish().Length);
    }
}
