namespace Fourfold.Forms;

/// <summary>What an item of a form is; in JSON by the camelCase name.</summary>
public enum FormItemType
{
    /// <summary>Items shown together; their answers lie beside the group, not inside it.</summary>
    Group,

    /// <summary>Items asked several times; the answer is an array of objects.</summary>
    Repeat,

    /// <summary>A text to read; has no answer.</summary>
    Note,

    /// <summary>JSON string, at most <see cref="FormItem.MaxLength"/> characters.</summary>
    Text,

    /// <summary>JSON integer, ± 2^31.</summary>
    Integer,

    /// <summary>JSON number.</summary>
    Decimal,

    /// <summary>JSON boolean.</summary>
    Boolean,

    /// <summary><c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary><c>HH:MM</c>, 24 hours.</summary>
    Time,

    /// <summary>RFC 3339 with an offset.</summary>
    DateTime,

    /// <summary>The code of one choice.</summary>
    Choice,

    /// <summary>An array of different codes of choices.</summary>
    MultiChoice,

    /// <summary>The name of an attached picture.</summary>
    Photo,

    /// <summary>The name of an attached film.</summary>
    Video,

    /// <summary><c>{latitude, longitude, altitudeMetres?, accuracyMetres?}</c>, degrees, WGS 84.</summary>
    Position,
}
