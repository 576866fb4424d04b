namespace Fourfold.Forms.Expressions;

/// <summary>An expression as a tree. <c>Column</c> is its place in the text, from 1.</summary>
internal abstract record Expression(int Column)
{
    /// <summary>All nodes of the tree, this one first.</summary>
    public IEnumerable<Expression> All() => Parts().SelectMany(part => part.All()).Prepend(this);

    /// <summary>The trees right below.</summary>
    public virtual IEnumerable<Expression> Parts() => [];

    /// <summary>Codes of the fields it refers to.</summary>
    public IEnumerable<string> References() => All().OfType<Reference>().Select(r => r.Name);
}

/// <summary><c>'text'</c>.</summary>
internal sealed record TextLiteral(int Column, string Value) : Expression(Column);

/// <summary><c>1.5</c>.</summary>
internal sealed record NumberLiteral(int Column, double Value) : Expression(Column);

/// <summary><c>true()</c> or <c>false()</c>.</summary>
internal sealed record BooleanLiteral(int Column, bool Value) : Expression(Column);

/// <summary><c>${name}</c>: the answer of a field.</summary>
internal sealed record Reference(int Column, string Name) : Expression(Column);

/// <summary><c>.</c>: the answer a constraint is about.</summary>
internal sealed record Self(int Column) : Expression(Column);

/// <summary>A bare name: an attribute of the choice that a filter looks at.</summary>
internal sealed record ChoiceAttribute(int Column, string Name) : Expression(Column);

/// <summary><c>name(…)</c>.</summary>
internal sealed record Call(int Column, string Name, IReadOnlyList<Expression> Arguments) : Expression(Column)
{
    public override IEnumerable<Expression> Parts() => Arguments;
}

/// <summary>Two sides: <c>or and = != &lt; &lt;= &gt; &gt;= + - * div mod</c>.</summary>
internal sealed record Binary(int Column, string Operator, Expression Left, Expression Right) : Expression(Column)
{
    public override IEnumerable<Expression> Parts() => [Left, Right];
}

/// <summary><c>-x</c>.</summary>
internal sealed record Negation(int Column, Expression Of) : Expression(Column)
{
    public override IEnumerable<Expression> Parts() => [Of];
}
