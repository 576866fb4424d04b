namespace Fourfold.Kernel.Privacy;

/// <summary>Marks a column that tells of a person. The model writes it into the column's comment, in both stores.</summary>
/// <param name="sensitivity">How much harm it does in the wrong hands.</param>
/// <param name="purpose">What it is kept for: one short phrase.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(Sensitivity sensitivity, string purpose) : Attribute
{
    /// <summary>How much harm it does in the wrong hands.</summary>
    public Sensitivity Sensitivity { get; } = sensitivity;

    /// <summary>What it is kept for.</summary>
    public string Purpose { get; } = purpose;
}

/// <summary>How much harm a column does in the wrong hands.</summary>
public enum Sensitivity
{
    /// <summary>Known at work anyway: the name of an officer on duty.</summary>
    Internal,

    /// <summary>Tells who somebody is or how to reach them.</summary>
    Personal,

    /// <summary>Identity numbers, health, whereabouts, disputes: encrypted under the row's key.</summary>
    Sensitive,
}

/// <summary>A row with <see cref="PersonalAttribute"/> columns; a test holds every such row to this.</summary>
public interface IHoldsPersonalData
{
    /// <summary>Name of the key its sensitive columns are encrypted under; null while there is none in it.</summary>
    string? KeyId { get; }
}

/// <summary>An answer that tells of persons. Where a refusal carries one as its present state, that look is written down too.</summary>
public interface IShowsPersonalData
{
    /// <summary>Kind of the thing, as in the audit: <c>case</c>.</summary>
    string SubjectKind { get; }

    /// <summary>Its id.</summary>
    string SubjectId { get; }
}
