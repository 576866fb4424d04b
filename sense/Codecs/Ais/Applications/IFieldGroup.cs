namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// Fields that follow each other in a message. One walk over them reads, writes, prints or makes them up.
/// </summary>
public interface IFieldGroup
{
    /// <summary>
    /// Hands each field to the visitor in the order it is sent, and keeps what the visitor gives back.
    /// </summary>
    /// <remarks>The layout of the standard is written down here once, for every use of it.</remarks>
    void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct;
}
