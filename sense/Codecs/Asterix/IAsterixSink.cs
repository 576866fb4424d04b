namespace Fourfold.Codecs.Asterix;

/// <summary>Receives what an <see cref="AsterixReader"/> finds, in the order of the bytes. What is passed lives only during the call.</summary>
/// <remarks>No method has a default body: calling one on a struct would box it, once a record.</remarks>
public interface IAsterixSink
{
    /// <summary>A whole block.</summary>
    /// <returns>
    /// True to have its records read by the tables, false to pass it over: it is filtered, or the sink reads it itself.
    /// </returns>
    bool Block(in AsterixBlock block);

    /// <summary>A record of a block that <see cref="Block"/> asked for.</summary>
    void Record(in AsterixRecord record);

    /// <summary>What was refused, and why.</summary>
    void Dropped(in AsterixDrop drop);
}
