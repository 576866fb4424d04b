namespace Fourfold.Tracking;

/// <summary>The newest word of one feed about a track.</summary>
/// <param name="FeedNumber">The feed.</param>
/// <param name="SensorNumber">The radar or camera behind it; 0 for self-reports.</param>
/// <param name="Kind">What it measured.</param>
/// <param name="ObservedAt">When, UTC.</param>
public readonly record struct Contribution(
    int FeedNumber,
    int SensorNumber,
    ObservationKind Kind,
    DateTimeOffset ObservedAt
);

/// <summary>
/// The feeds and sensors a track rests on, at most <see cref="Maximum"/>; a further one replaces that longest silent.
/// </summary>
public record struct Contributions
{
    /// <summary>How many are kept.</summary>
    public const int Maximum = 6;

    private Contribution first;
    private Contribution second;
    private Contribution third;
    private Contribution fourth;
    private Contribution fifth;
    private Contribution sixth;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them, 0 … <see cref="Count"/> − 1, in the order they first spoke.</summary>
    public readonly Contribution this[int index] =>
        index switch
        {
            0 => first,
            1 => second,
            2 => third,
            3 => fourth,
            4 => fifth,
            5 => sixth,
            _ => throw new ArgumentOutOfRangeException(nameof(index)),
        };

    /// <summary>True when a feed is among them.</summary>
    public readonly bool Includes(int feedNumber)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].FeedNumber == feedNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a feed brought what the thing's own transponder said.</summary>
    public readonly bool IncludesTransponder(int feedNumber)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].FeedNumber == feedNumber && this[i].Kind < ObservationKind.RadarPlot)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes a word; an older one of the same feed and sensor never replaces a newer.</summary>
    internal void Note(in Contribution word)
    {
        var oldest = 0;
        for (var i = 0; i < Count; i++)
        {
            var known = this[i];
            if (known.FeedNumber == word.FeedNumber && known.SensorNumber == word.SensorNumber)
            {
                if (word.ObservedAt >= known.ObservedAt)
                {
                    Set(i, word);
                }

                return;
            }

            oldest = known.ObservedAt < this[oldest].ObservedAt ? i : oldest;
        }

        Set(Count < Maximum ? Count++ : oldest, word);
    }

    /// <summary>Notes all words of others.</summary>
    internal void NoteAll(in Contributions others)
    {
        for (var i = 0; i < others.Count; i++)
        {
            Note(others[i]);
        }
    }

    private void Set(int index, in Contribution word)
    {
        switch (index)
        {
            case 0:
                first = word;
                break;
            case 1:
                second = word;
                break;
            case 2:
                third = word;
                break;
            case 3:
                fourth = word;
                break;
            case 4:
                fifth = word;
                break;
            default:
                sixth = word;
                break;
        }
    }
}
