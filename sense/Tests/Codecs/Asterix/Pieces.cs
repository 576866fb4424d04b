namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>Cuts bytes into pieces.</summary>
internal static class Pieces
{
    /// <summary>Pieces of these lengths, again and again.</summary>
    public static List<byte[]> Of(byte[] bytes, int[] steps)
    {
        var pieces = new List<byte[]>();
        for (var (at, i) = (0, 0); at < bytes.Length; i++)
        {
            var length = Math.Min(steps[i % steps.Length], bytes.Length - at);
            pieces.Add(bytes[at..(at + length)]);
            at += length;
        }
        return pieces;
    }
}
