namespace Fourfold.Codecs.Navigation.Encoding;

/// <summary>Fields of TLL; units and ranges as in <see cref="TargetPosition"/>.</summary>
public readonly record struct TargetPositionFields : INavigationFields
{
    /// <summary>Number of the target, 0–1023.</summary>
    public int? Number { get; init; }

    /// <summary>Where it is.</summary>
    public NavigationPosition? Position { get; init; }

    /// <summary>Name, at most 60 characters.</summary>
    public string? Name { get; init; }

    /// <summary>UTC time of day.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>What the radar knows of it.</summary>
    public TargetStatus? Status { get; init; }

    /// <summary>Serves as a reference.</summary>
    public bool IsReference { get; init; }

    /// <inheritdoc/>
    public void Write(ref SentenceWriter writer)
    {
        NavigationEncoder.CheckText(Name, nameof(Name));
        writer.Formatter("TLL");
        writer.Whole(Number, 2);
        writer.Position(Position);
        writer.Text(Name);
        writer.Time(Time);
        writer.Letter((char?)Status);
        writer.Letter(IsReference ? 'R' : null);
    }
}
