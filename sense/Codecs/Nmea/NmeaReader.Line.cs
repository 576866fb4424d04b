using System.Buffers;
using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Nmea;

public sealed partial class NmeaReader
{
    private const byte Quote = (byte)'\\';

    private static readonly SearchValues<byte> Starts = SearchValues.Create("!$\\"u8);
    private static readonly SearchValues<byte> SentenceEnds = SearchValues.Create("*!$\\"u8);

    private readonly byte[] _heldTags = new byte[NmeaLimits.MaxLineBytes];
    private readonly byte[] _heldStation = new byte[PendingMessage.MaxStationBytes];
    private TagFields _tags;
    private Place _place;
    private int _heldLength;
    private long _heldTime = TagFields.Absent;
    private int _heldTimeChecksum;

    /// <summary>Reads one line without its end; <paramref name="padded"/> goes on behind it by <see cref="Padding"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadLine<TSink>(ReadOnlySpan<byte> padded, long offset, ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        var length = padded.Length - Padding;
        if (length <= 0)
        {
            return;
        }
        if (_heldLength == 0 && _heldTime == TagFields.Absent)
        {
            var start = 0;
            if (padded[0] == Quote)
            {
                start = TryReadTags(padded[..length]);
            }
            else if (_tags.IsPresent)
            {
                _tags.Clear();
            }
            if (start >= 0 && TryReadWhole(padded, start, length, offset, ref sink))
            {
                return;
            }
        }
        ScanLine(padded, length, offset, ref sink);
    }

    /// <summary>The common line: one sentence from here to the line's end, closed by a right checksum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadWhole<TSink>(ReadOnlySpan<byte> padded, int start, int length, long offset, ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        if (length - start < 8 || padded[length - 3] != (byte)'*' || (padded[start] is not ((byte)'!' or (byte)'$')))
        {
            return false;
        }
        var bodyLength = length - 3 - (start + 1);
        if (
            Checksum.OfPadded(padded[(start + 1)..], bodyLength)
                != Checksum.Parse(padded[length - 2], padded[length - 1])
            || (padded[start] == (byte)'$' && IsTimeLine(padded.Slice(start + 1, bodyLength)))
        )
        {
            return false;
        }
        _place.Offset = offset;
        _place.Length = length;
        _place.Line = _line;
        _place.TimeUnixMs = _tags.TimeUnixMs;
        _place.Station = _tags.Source;
        _place.OwnStation = null;
        Sentences++;
        sink.Sentence(
            new NmeaSentence(
                padded[start..],
                length - start,
                bodyLength,
                checksumValid: true,
                padded,
                in _tags,
                in _place
            )
        );
        return true;
    }

    // The common tag block: it opens the line, its checksum is right and a sentence follows. −1 when not so.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TryReadTags(ReadOnlySpan<byte> line)
    {
        var end = line[1..].IndexOf(Quote) + 1;
        if (end < 5 || end + 1 >= line.Length || line[end - 3] != (byte)'*' || line[end + 1] == Quote)
        {
            return -1;
        }
        if (Checksum.Of(line[1..(end - 3)]) != Checksum.Parse(line[end - 2], line[end - 1]))
        {
            return -1;
        }
        _tags.Clear();
        return _tags.Read(line, 1, end - 3) ? end + 1 : -1;
    }

    /// <summary>Any line: finds what is in it, and says what is wrong with it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ScanLine<TSink>(ReadOnlySpan<byte> padded, int length, long offset, ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        var line = padded[..length];
        var content = line.Trim(" \t\0"u8);
        if (content.IsEmpty || content[0] == (byte)'#')
        {
            return;
        }
        var scan = new LineScan(line, offset, _heldLength > 0);
        _heldLength = 0;
        if (!scan.HeldTags)
        {
            _tags.Clear();
        }
        int start;
        while ((start = scan.NextStart()) >= 0)
        {
            if (line[start] == Quote)
            {
                ReadTagBlock(ref scan, start, ref sink);
            }
            else
            {
                ReadSentence(padded, ref scan, start, ref sink);
            }
        }
        if (!scan.FoundAny)
        {
            Drop(NmeaFault.NoSentence, line, offset, ref sink);
        }
        if (scan.TagsAwaitSentence && !scan.HeldTags)
        {
            line.CopyTo(_heldTags);
            _heldLength = length;
        }
    }

    private void ReadTagBlock<TSink>(ref LineScan scan, int start, ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        var rest = scan.Line[(start + 1)..];
        var end = rest.IndexOf(Quote);
        if (end < 0)
        {
            scan.At = start + 1;
            Drop(NmeaFault.TagBlockUnterminated, scan.Line[start..], scan.Offset + start, ref sink);
            return;
        }
        var block = rest[..end];
        if (block.IndexOfAny((byte)'!', (byte)'$') >= 0)
        {
            // The backslash closed a block whose beginning is lost: what follows is a sentence.
            scan.At = start + 1;
            Drop(NmeaFault.TagBlockMalformed, scan.Line[start..], scan.Offset + start, ref sink);
            return;
        }
        scan.At = start + end + 2;
        if (!scan.TagsAwaitSentence || scan.HeldTags)
        {
            _tags.Clear();
            scan.BeginTags(start);
        }
        var fault = CheckTagBlock(block);
        if (fault is NmeaFault.None || (fault is NmeaFault.TagBlockChecksumWrong && _policy != ChecksumPolicy.Reject))
        {
            var fields = block.Length - 3;
            fault = _tags.Read(scan.Line, start + 1, start + 1 + fields) ? fault : NmeaFault.TagBlockMalformed;
        }
        if (
            fault is not NmeaFault.None
            && !(fault is NmeaFault.TagBlockChecksumWrong && _policy == ChecksumPolicy.Ignore)
        )
        {
            Drop(fault, scan.Line[start..scan.At], scan.Offset + start, ref sink);
        }
    }

    private static NmeaFault CheckTagBlock(ReadOnlySpan<byte> block)
    {
        if (block.Length < 3 || block[^3] != (byte)'*' || Checksum.Parse(block[^2], block[^1]) is var sum && sum < 0)
        {
            return NmeaFault.TagBlockMalformed;
        }
        return Checksum.Of(block[..^3]) == sum ? NmeaFault.None : NmeaFault.TagBlockChecksumWrong;
    }

    private void ReadSentence<TSink>(ReadOnlySpan<byte> padded, ref LineScan scan, int start, ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        var line = scan.Line;
        var length = line[(start + 1)..].IndexOfAny(SentenceEnds);
        var star = length < 0 ? line.Length : start + 1 + length;
        var closed = star < line.Length && line[star] == (byte)'*';
        var end = closed ? Math.Min(star + 3, line.Length) : star;
        scan.At = Math.Max(end, start + 1);
        var body = line[(start + 1)..star];
        var sum = end - star == 3 ? Checksum.Parse(line[star + 1], line[star + 2]) : -1;
        var valid = closed && sum == Checksum.Of(body);
        if (!valid && _policy != ChecksumPolicy.Ignore)
        {
            var fault =
                !closed ? NmeaFault.SentenceTruncated
                : sum < 0 ? NmeaFault.ChecksumMalformed
                : NmeaFault.ChecksumWrong;
            Drop(fault, line[start..end], scan.Offset + start, ref sink);
            if (_policy == ChecksumPolicy.Reject)
            {
                return;
            }
        }
        if (IsTimeLine(body) && valid)
        {
            (_heldTime, _heldTimeChecksum) = TimeLine.Read(body);
        }
        PassOn(padded, ref scan, start, end, star - start - 1, valid, sum, ref sink);
    }

    private void PassOn<TSink>(
        ReadOnlySpan<byte> padded,
        ref LineScan scan,
        int start,
        int end,
        int bodyLength,
        bool valid,
        int sum,
        ref TSink sink
    )
        where TSink : INmeaSink, allows ref struct
    {
        var isAis = scan.Line[start] == (byte)'!';
        var suffix = LineMarks.Suffix(scan.Line[end..]);
        var time = _tags.TimeUnixMs;
        time = time == TagFields.Absent ? suffix.TimeUnixMs : time;
        time = time == TagFields.Absent ? LineMarks.PrefixTime(scan.Line) : time;
        if (isAis)
        {
            time = time == TagFields.Absent && _heldTimeChecksum == sum ? _heldTime : time;
            _heldTime = TagFields.Absent;
        }
        var from = scan.HeldTags || !scan.TagsAwaitSentence ? start : scan.TagStart;
        var to = end + suffix.Length;
        _place.Offset = scan.Offset + from;
        _place.Length = to - from;
        _place.Line = _line;
        _place.TimeUnixMs = time;
        SetStation(suffix);
        ReadOnlySpan<byte> text = scan.HeldTags ? _heldTags : padded;
        scan.TagsAwaitSentence = false;
        Sentences++;
        sink.Sentence(new NmeaSentence(padded[start..], end - start, bodyLength, valid, text, in _tags, in _place));
    }

    private void SetStation(in LineSuffix suffix)
    {
        _place.Station = _tags.Source;
        _place.OwnStation = null;
        if (_tags.Source.IsEmpty && !suffix.Station.IsEmpty)
        {
            _place.OwnStation = _heldStation;
            _place.OwnStationLength = Math.Min(suffix.Station.Length, _heldStation.Length);
            suffix.Station[.._place.OwnStationLength].CopyTo(_heldStation);
        }
    }

    private static bool IsTimeLine(ReadOnlySpan<byte> body) => body.StartsWith("PGHP,1,"u8);

    /// <summary>Where a scan of one line stands.</summary>
    private ref struct LineScan(ReadOnlySpan<byte> line, long offset, bool heldTags)
    {
        public readonly ReadOnlySpan<byte> Line = line;
        public readonly long Offset = offset;
        public int At;
        public int TagStart;
        public bool FoundAny;

        /// <summary>The tag blocks in force stood on the line before.</summary>
        public bool HeldTags = heldTags;

        /// <summary>Tag blocks of this line were read, and no sentence after them yet.</summary>
        public bool TagsAwaitSentence;

        public int NextStart()
        {
            var found = Line[At..].IndexOfAny(Starts);
            FoundAny |= found >= 0;
            return found < 0 ? -1 : At + found;
        }

        public void BeginTags(int start)
        {
            (TagStart, TagsAwaitSentence, HeldTags) = (start, true, false);
        }
    }
}
