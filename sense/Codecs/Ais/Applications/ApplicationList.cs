namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// Groups of fields that repeat in a message: read from its bits when asked for, or given by the caller to be written.
/// </summary>
public readonly ref struct ApplicationList<T>
    where T : struct, IFieldGroup
{
    private readonly ReadOnlySpan<T> _given;
    private readonly AisBits _bits;
    private readonly int _offset;
    private readonly int _stride;
    private readonly T _template;

    /// <summary>A list to be written.</summary>
    public ApplicationList(ReadOnlySpan<T> groups)
    {
        _given = groups;
        Count = groups.Length;
    }

    internal ApplicationList(AisBits bits, int offset, int stride, int count, scoped in T template)
    {
        _bits = bits;
        _offset = offset;
        _stride = stride;
        _template = template;
        Count = count;
    }

    /// <summary>Number of groups.</summary>
    public int Count { get; }

    /// <summary>One of them. Cost: reads its fields.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            if (_stride == 0)
            {
                return _given[index];
            }
            var group = _template;
            var at = _offset + index * _stride;
            var reader = new FieldReader(_bits, at, at + _stride);
            group.Visit(ref reader);
            return group;
        }
    }

    /// <summary>A list of an array to be written.</summary>
    public static implicit operator ApplicationList<T>(T[] groups) => new(groups);
}
