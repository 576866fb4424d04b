using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>TTD: up to four targets of a radar in one sentence, packed in six-bit characters.</summary>
/// <remarks>
/// IEC 61162-1, TTD: <c>!RATTD,total,number,sequence,data,fill</c>, both counts hexadecimal. Structures do not cross
/// sentences. Protocol 0 has 90 bits a target; protocol 1 has 42, its closest approach.
/// </remarks>
public readonly ref struct TrackedTargetData
{
    /// <summary>Most targets one sentence has room for: its 82 characters hold ten of the short structure.</summary>
    public const int MaxTargets = 10;

    private const int MaxCharacters = 82;
    private const int BufferBytes = MaxCharacters * 3 / 4 + SixBit.Slack;

    private readonly SentenceFields _fields;

    private TrackedTargetData(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out TrackedTargetData data)
    {
        var isRead = SentenceFields.TryRead(in sentence, "TTD"u8, out var fields);
        data = new TrackedTargetData(fields);
        return isRead;
    }

    /// <summary>Sentences of this picture, 1–255.</summary>
    public int? Total => _fields.Hexadecimal(1) is >= 1 and <= 255 and var total ? total : null;

    /// <summary>Which of them this is, from 1.</summary>
    public int? Part => _fields.Hexadecimal(2) is >= 1 and <= 255 and var part ? part : null;

    /// <summary>What the sentences of one picture have in common, 0–9.</summary>
    public int? Sequence => _fields.Whole(3, 9);

    /// <summary>Reads the targets, as many as there are and fit.</summary>
    /// <param name="destination">At best <see cref="MaxTargets"/> long.</param>
    /// <returns>How many were read; 0 when the data holds a character that is not of the six-bit armour.</returns>
    public int CopyTargets(Span<PackedTarget> destination)
    {
        var characters = _fields.Raw(4);
        var fill = _fields.Whole(5, 5) ?? 0;
        Span<byte> room = stackalloc byte[BufferBytes];
        if (characters.Length > MaxCharacters || !SixBit.TryUnpack(characters, characters.Length, room))
        {
            return 0;
        }
        var bits = new AisBits(room, Math.Max(0, characters.Length * 6 - fill));
        var count = 0;
        for (var at = 0; count < destination.Length && PackedTarget.TryRead(bits, at, out var target, out var width); )
        {
            destination[count++] = target;
            at += width;
        }
        return count;
    }
}
