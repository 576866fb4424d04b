namespace Fourfold.Codecs.Navigation.Encoding;

/// <summary>Writes radar and navigation sentences with their checksum, ended by CR LF.</summary>
public static class NavigationEncoder
{
    /// <summary>Bytes that hold any sentence written here, a text of 60 characters with every one escaped included.</summary>
    public const int MaxBytes = 320;

    /// <summary>Longest name or text, characters.</summary>
    public const int MaxTextCharacters = 60;

    /// <summary>Writes a parametric sentence, <c>$</c>.</summary>
    /// <param name="fields">The sentence.</param>
    /// <param name="talker">Two letters: <c>RA</c> radar, <c>GP</c> GPS, <c>HE</c> gyro, <c>II</c> integrated system.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> long.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short, the talker not two letters or a text too long.</exception>
    public static int Encode<TFields>(in TFields fields, string talker, Span<byte> destination)
        where TFields : INavigationFields => Encode('$', in fields, talker, destination);

    /// <summary>The same, as a string. Allocates.</summary>
    public static string Encode<TFields>(in TFields fields, string talker)
        where TFields : INavigationFields
    {
        Span<byte> line = stackalloc byte[MaxBytes];
        return System.Text.Encoding.ASCII.GetString(line[..Encode(in fields, talker, line)]);
    }

    /// <summary>Writes targets as TTD sentences, <c>!</c>, four targets each.</summary>
    /// <param name="targets">At most 1,020; only what protocol 0 holds is written.</param>
    /// <param name="sequence">What the sentences have in common, 0–9.</param>
    /// <param name="talker">Two letters, as above.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> for each four targets.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">Too many targets, or the destination is too short.</exception>
    public static int Encode(ReadOnlySpan<PackedTarget> targets, int sequence, string talker, Span<byte> destination)
    {
        var total = (targets.Length + PackedTargetsFields.MaxTargets - 1) / PackedTargetsFields.MaxTargets;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(total, 255, nameof(targets));
        var length = 0;
        for (var part = 1; part <= total; part++)
        {
            var from = (part - 1) * PackedTargetsFields.MaxTargets;
            var some = targets[from..Math.Min(from + PackedTargetsFields.MaxTargets, targets.Length)];
            var fields = new PackedTargetsFields(some, total, part, sequence);
            var writer = Begin('!', talker, destination[length..]);
            fields.Write(ref writer);
            writer.End();
            length += writer.Length;
        }
        return length;
    }

    private static int Encode<TFields>(char start, in TFields fields, string talker, Span<byte> destination)
        where TFields : INavigationFields
    {
        var writer = Begin(start, talker, destination);
        fields.Write(ref writer);
        writer.End();
        return writer.Length;
    }

    private static SentenceWriter Begin(char start, string talker, Span<byte> destination)
    {
        if (destination.Length < MaxBytes)
        {
            throw new ArgumentException($"{MaxBytes} bytes are needed", nameof(destination));
        }
        if (talker.Length != 2 || !char.IsAsciiLetterUpper(talker[0]) || !char.IsAsciiLetterOrDigit(talker[1]))
        {
            throw new ArgumentException("a talker is two capital letters", nameof(talker));
        }
        var writer = new SentenceWriter(destination);
        writer.Begin(start, talker);
        return writer;
    }

    internal static void CheckText(string? text, string name)
    {
        if (text?.Length > MaxTextCharacters)
        {
            throw new ArgumentException($"at most {MaxTextCharacters} characters", name);
        }
    }
}
