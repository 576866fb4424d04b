namespace Fourfold.Codecs.Nmea;

/// <summary>The fragments of one message that have come so far. Made once and used again.</summary>
internal sealed class PendingMessage
{
    public const int MaxStationBytes = 48;

    private const int MaxFragments = 9;

    private readonly byte[] _arrived = new byte[NmeaLimits.MaxPayloadCharacters + Ais.SixBit.Slack];
    private readonly byte[] _ordered = new byte[NmeaLimits.MaxPayloadCharacters + Ais.SixBit.Slack];
    private readonly byte[] _station = new byte[MaxStationBytes];
    private readonly (int Start, int Length)[] _parts = new (int, int)[MaxFragments + 1];
    private FragmentKey _key;
    private Place _place;
    private int _stationLength;
    private int _groupId;
    private int _used;
    private int _have;
    private long _firstIndex;
    private long _firstMs;
    private long _end;
    private long _timeUnixMs;
    private bool _isInOrder;

    public long Offset { get; private set; }
    public long Line { get; private set; }
    public int FillBits { get; private set; }
    public bool ChecksumValid { get; private set; }
    public char Channel => _key.Channel;
    public bool IsWhole => _have == (1 << _key.Total) - 1;

    /// <summary>Characters of all fragments.</summary>
    public int Length => _used;

    /// <summary>The beginning of what has come, in the order it came.</summary>
    public ReadOnlySpan<byte> Sample => _arrived.AsSpan(0, Math.Min(_used, NmeaLimits.MaxSampleBytes));

    public bool Has(int number) => (_have & (1 << (number - 1))) != 0;

    public ReadOnlySpan<byte> Payload(int number) => _arrived.AsSpan(_parts[number].Start, _parts[number].Length);

    public void Begin(in Fragment part, long index, long nowUnixMs)
    {
        (_key, _firstIndex, _firstMs) = (part.Key, index, nowUnixMs);
        (_stationLength, _groupId, _used, _have, FillBits) = (0, -1, 0, 0, 0);
        (Offset, _end, Line) = (part.Offset, part.End, part.Line);
        (_timeUnixMs, ChecksumValid, _isInOrder) = (TagFields.Absent, true, true);
    }

    public FragmentFit Fit(in Fragment part)
    {
        if (part.Key != _key || (part.GroupId >= 0 && _groupId >= 0 && part.GroupId != _groupId))
        {
            return FragmentFit.No;
        }
        var station = _station.AsSpan(0, _stationLength);
        if (part.Station.IsEmpty != station.IsEmpty)
        {
            return part.GroupId >= 0 && _groupId >= 0 ? FragmentFit.Named : FragmentFit.Possible;
        }
        return part.Station.SequenceEqual(station) ? FragmentFit.Named : FragmentFit.No;
    }

    /// <summary>False when the message becomes longer than any may be.</summary>
    public bool TryAdd(in Fragment part)
    {
        if (_used + part.Payload.Length > NmeaLimits.MaxPayloadCharacters)
        {
            return false;
        }
        part.Payload.CopyTo(_arrived.AsSpan(_used));
        _parts[part.Number] = (_used, part.Payload.Length);
        _used += part.Payload.Length;
        _isInOrder &= _have == (1 << (part.Number - 1)) - 1;
        _have |= 1 << (part.Number - 1);
        if (!part.Station.IsEmpty)
        {
            part.Station.CopyTo(_station);
            _stationLength = part.Station.Length;
        }
        _groupId = Math.Max(_groupId, part.GroupId);
        _end = Math.Max(_end, part.End);
        Line = part.Line;
        ChecksumValid &= part.ChecksumValid;
        // Only the last fragment's fill bits count; some receivers write them on every one.
        FillBits = part.Number == _key.Total ? part.FillBits : FillBits;
        if (part.TimeUnixMs != TagFields.Absent && (_timeUnixMs == TagFields.Absent || part.TimeUnixMs < _timeUnixMs))
        {
            _timeUnixMs = part.TimeUnixMs;
        }
        return true;
    }

    public bool IsExpired(long index, long nowUnixMs)
    {
        var window =
            !Has(1) ? NmeaLimits.ReorderWindowSentences
            : _stationLength > 0 || _groupId >= 0 ? NmeaLimits.TaggedFragmentWindowSentences
            : NmeaLimits.FragmentWindowSentences;
        return index - _firstIndex > window || nowUnixMs - _firstMs > NmeaLimits.FragmentWindowMilliseconds;
    }

    /// <summary>The payload in its order, <see cref="Length"/> characters and the buffer behind them.</summary>
    public ReadOnlySpan<byte> Join()
    {
        if (_isInOrder)
        {
            return _arrived;
        }
        var at = 0;
        for (var number = 1; number <= _key.Total; number++)
        {
            var payload = Payload(number);
            payload.CopyTo(_ordered.AsSpan(at));
            at += payload.Length;
        }
        return _ordered;
    }

    /// <summary>Where the whole message was; valid until the next message is put together.</summary>
    public ref readonly Place Place()
    {
        _place.Offset = Offset;
        _place.Length = (int)Math.Min(_end - Offset, int.MaxValue);
        _place.Line = Line;
        _place.TimeUnixMs = _timeUnixMs;
        _place.OwnStation = _station;
        _place.OwnStationLength = _stationLength;
        return ref _place;
    }
}
