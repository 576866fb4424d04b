using System.Collections;

namespace Fourfold.Forms.Expressions.Patterns;

/// <summary>A part of a pattern; <see cref="At"/> is where it stands in the text, from 0.</summary>
internal abstract record PatternNode(int At)
{
    /// <summary>Whether it may match nothing at all.</summary>
    public abstract bool MayBeEmpty { get; }

    /// <summary>The characters a match of it may begin with.</summary>
    public abstract CharacterSet First { get; }
}

/// <summary>One character of a set.</summary>
internal sealed record OneOf(int At, CharacterSet Set) : PatternNode(At)
{
    public override bool MayBeEmpty => false;

    public override CharacterSet First => Set;
}

/// <summary>One after the other.</summary>
internal sealed record InTurn(int At, IReadOnlyList<PatternNode> Parts) : PatternNode(At)
{
    public override bool MayBeEmpty { get; } = Parts.All(part => part.MayBeEmpty);

    public override CharacterSet First { get; } =
        CharacterSet.Of(Parts.Take(Parts.TakeWhile(part => part.MayBeEmpty).Count() + 1).Select(part => part.First));
}

/// <summary>One of several.</summary>
internal sealed record Either(int At, IReadOnlyList<PatternNode> Branches) : PatternNode(At)
{
    public override bool MayBeEmpty { get; } = Branches.Any(branch => branch.MayBeEmpty);

    public override CharacterSet First { get; } = CharacterSet.Of(Branches.Select(branch => branch.First));
}

/// <summary>The same again: at least <see cref="Min"/> times, at most <see cref="Max"/>; null is without end.</summary>
internal sealed record Repeated(int At, PatternNode Body, int Min, int? Max) : PatternNode(At)
{
    public override bool MayBeEmpty => Min == 0 || Body.MayBeEmpty;

    public override CharacterSet First => Body.First;
}

/// <summary>A set of UTF-16 code units, which is what an answer is matched by.</summary>
internal sealed class CharacterSet
{
    private readonly BitArray members;

    private CharacterSet(BitArray members) => this.members = members;

    public static CharacterSet Empty { get; } = new(new BitArray(char.MaxValue + 1));

    /// <summary>Digits, as JavaScript and Java read <c>\d</c>.</summary>
    public static CharacterSet Digits { get; } = Where(char.IsAsciiDigit);

    /// <summary>As JavaScript and Java read <c>\w</c>.</summary>
    public static CharacterSet Word { get; } = Where(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>All that one of the programs reads as <c>\s</c>.</summary>
    public static CharacterSet Space { get; } = Where(c => char.IsWhiteSpace(c) || c == '\uFEFF');

    /// <summary>What a point stands for; the ends of lines too, since one program takes them.</summary>
    public static CharacterSet Any { get; } = Where(_ => true);

    public static CharacterSet Of(char only) => Between(only, only);

    public static CharacterSet Between(char from, char to)
    {
        var members = new BitArray(char.MaxValue + 1);
        for (int c = from; c <= to; c++)
            members[c] = true;
        return new CharacterSet(members);
    }

    public static CharacterSet Of(IEnumerable<CharacterSet> sets) =>
        sets.Aggregate(Empty, (all, next) => all.With(next));

    public bool Has(char c) => members[c];

    public CharacterSet With(CharacterSet other) => new(new BitArray(members).Or(other.members));

    public CharacterSet Others() => new(new BitArray(members).Not());

    public bool Meets(CharacterSet other) => new BitArray(members).And(other.members).HasAnySet();

    private static CharacterSet Where(Predicate<char> isMember)
    {
        var members = new BitArray(char.MaxValue + 1);
        for (var i = 0; i <= char.MaxValue; i++)
            members[i] = isMember((char)i);
        return new CharacterSet(members);
    }
}
