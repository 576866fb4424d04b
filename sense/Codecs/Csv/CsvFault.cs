namespace Fourfold.Codecs.Csv;

/// <summary>Why a line of a table did not become a row.</summary>
/// <remarks>The values are dense from 0 and index <see cref="AisCsvReader.this[CsvFault]"/>.</remarks>
public enum CsvFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The first line does not name MMSI, time, latitude and longitude: nothing of the file can be read.</summary>
    HeaderUnknown,

    /// <summary>The line is longer than <see cref="AisCsvReader.MaxLineBytes"/>.</summary>
    LineTooLong,

    /// <summary>A quote is not closed before the line ends. Text of these tables never holds a line end.</summary>
    QuoteUnterminated,

    /// <summary>There are fewer cells than the required columns need, or more than the header has.</summary>
    CellCountWrong,

    /// <summary>The MMSI is not a number of at most nine digits.</summary>
    MmsiInvalid,

    /// <summary>The time is not a date and time of one of the known forms.</summary>
    TimeInvalid,

    /// <summary>Latitude or longitude is not a number, or out of range without meaning "not available".</summary>
    PositionInvalid,
}
