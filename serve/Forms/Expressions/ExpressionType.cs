namespace Fourfold.Forms.Expressions;

/// <summary>What an expression yields.</summary>
internal enum ExpressionType
{
    /// <summary>A part is at fault; told once, where it is.</summary>
    Unknown,
    Text,
    Number,
    Boolean,
    Date,
    Time,
    DateTime,

    /// <summary>Several codes: for <c>selected</c> and <c>count-selected</c>.</summary>
    Codes,

    /// <summary>Rounds of a repeat: for <c>count</c>.</summary>
    Rounds,

    /// <summary>A picture, film or position: may only be asked whether it is there.</summary>
    Opaque,
}
