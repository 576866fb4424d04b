using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Asterix.Specification;

/// <summary>A data item of a category, or a subfield of one: its form, fields and parts. Immutable.</summary>
public sealed class AsterixItem
{
    internal AsterixItem(string name, string title, AsterixForm form)
    {
        Name = name;
        Title = title;
        Form = form;
        Json = new JsonName(name);
    }

    /// <summary>Number in the category, such as <c>040</c>; of a subfield, its short name.</summary>
    public string Name { get; }

    /// <summary>What the standard calls it.</summary>
    public string Title { get; }

    /// <summary>How it is laid out.</summary>
    public AsterixForm Form { get; }

    /// <summary>Octets: of a fixed item, of an element, of all parts of an extended item together; else 0.</summary>
    public int Octets { get; internal init; }

    /// <summary>Fields of a fixed item, of an element, or of all parts of an extended item; in order, spare bits left out.</summary>
    public IReadOnlyList<AsterixField> Fields => FieldArray;

    /// <summary>Subfields of a compound item by presence bit; null where the bit is spare.</summary>
    public IReadOnlyList<AsterixItem?> Parts => PartArray;

    /// <summary>What is inside an explicit item when that is known, else null.</summary>
    public AsterixItem? Content { get; internal init; }

    /// <summary>A field or null.</summary>
    public AsterixField? Field(string name)
    {
        // A predicate would be an allocation for every field of every record.
        foreach (var field in FieldArray)
        {
            if (field.Name == name)
            {
                return field;
            }
        }
        return null;
    }

    /// <summary>A subfield or null.</summary>
    public AsterixItem? Part(string name)
    {
        foreach (var part in PartArray)
        {
            if (part?.Name == name)
            {
                return part;
            }
        }
        return null;
    }

    /// <summary>True when the presence bits of a compound item are one octet of eight, without FX.</summary>
    internal bool IsOneOctetOfPresence { get; init; }

    internal AsterixField[] FieldArray { get; init; } = [];
    internal AsterixItem?[] PartArray { get; init; } = [];
    internal JsonName Json { get; }

    /// <summary>Octets of each part of an extended item.</summary>
    internal byte[] ExtentOctets { get; init; } = [];
}
