using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;

namespace Fourfold.Codecs.Navigation.Encoding;

/// <summary>Fields of one TTD sentence, protocol 0.</summary>
internal readonly ref struct PackedTargetsFields(ReadOnlySpan<PackedTarget> targets, int total, int part, int sequence)
{
    /// <summary>Targets that one sentence of 82 characters has room for.</summary>
    public const int MaxTargets = 4;

    private readonly ReadOnlySpan<PackedTarget> _targets = targets;

    public void Write(ref SentenceWriter writer)
    {
        Span<byte> bytes = stackalloc byte[MaxTargets * PackedTarget.Bits / 8 + AisBits.Slack];
        bytes.Clear();
        var bits = new AisBitWriter(bytes[..^AisBits.Slack]);
        foreach (ref readonly var target in _targets)
        {
            Write(ref bits, in target);
        }
        var packed = new AisBits(bytes, bits.Length);
        Span<byte> characters = stackalloc byte[MaxTargets * PackedTarget.Bits / 6];
        var count = bits.Length / 6;
        for (var i = 0; i < count; i++)
        {
            characters[i] = SixBit.Characters[(int)packed.UInt(i * 6, 6)];
        }
        writer.Formatter("TTD");
        writer.Raw(Hexadecimal(total));
        writer.Raw(Hexadecimal(part));
        writer.Whole(sequence);
        writer.Raw(characters[..count]);
        writer.Whole(0);
    }

    private static ReadOnlySpan<byte> Hexadecimal(int value) =>
        System.Text.Encoding.ASCII.GetBytes(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));

    private static void Write(ref AisBitWriter bits, in PackedTarget target)
    {
        bits.UInt(2, 0);
        bits.Clamped(10, target.Number, 0, 1023);
        bits.Clamped(12, target.BearingDegrees * 10, PackedTarget.NoTenths, 3599);
        bits.Clamped(12, target.SpeedKnots * 10, PackedTarget.NoTenths, PackedTarget.NoTenths - 1);
        bits.Clamped(12, target.CourseDegrees * 10, PackedTarget.NoTenths, 3599);
        var noHeading = target.IsAis ? PackedTarget.NoHeading : PackedTarget.NoTenths;
        bits.Clamped(12, target.IsAis ? target.HeadingDegrees * 10 : null, noHeading, 3599);
        bits.Clamped(3, target.Status, 0, 7);
        bits.Flag(target.IsTest);
        bits.Clamped(14, target.DistanceNauticalMiles * 100, PackedTarget.NoDistance, PackedTarget.NoDistance - 1);
        bits.Flag(target.IsRelative);
        bits.Flag(target.IsThroughWater);
        bits.UInt(2, 0);
        bits.Clamped(8, target.Correlation, 0, 255);
    }
}
