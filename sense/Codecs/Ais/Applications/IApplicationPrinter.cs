namespace Fourfold.Codecs.Ais.Applications;

/// <summary>A visitor that is told the application's name before its fields.</summary>
internal interface IApplicationPrinter : IFieldVisitor
{
    void Application(ReadOnlySpan<byte> name);
}
