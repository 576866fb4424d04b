namespace Fourfold.Codecs.Csv;

/// <summary>Receives what an <see cref="AisCsvReader"/> finds, in the order of the lines. What is passed lives only during the call.</summary>
public interface IAisCsvSink
{
    /// <summary>A row whose MMSI and time are right.</summary>
    void Row(in AisCsvRow row);

    /// <summary>A line that was refused, and why.</summary>
    void Dropped(in CsvDrop drop);
}
