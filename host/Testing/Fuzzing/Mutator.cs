namespace Fourfold.Testing.Fuzzing;

/// <summary>Changes inputs: bits, bytes, pieces cut, doubled, swapped, spliced with others, words of the format put in.</summary>
public sealed class Mutator(Random chance)
{
    /// <summary>Longest input it makes, bytes.</summary>
    public const int MaxBytes = 6000;

    private const int MostChanges = 6;

    /// <summary>A changed copy.</summary>
    /// <param name="input">What it begins from.</param>
    /// <param name="other">Another input, to splice with.</param>
    /// <param name="dictionary">Words of the format; not empty.</param>
    public byte[] Change(byte[] input, byte[] other, IReadOnlyList<byte[]> dictionary)
    {
        var bytes = new List<byte>(input);
        for (var left = chance.Next(1, MostChanges + 1); left > 0; left--)
        {
            Once(bytes, other, dictionary);
        }
        if (bytes.Count > MaxBytes)
        {
            bytes.RemoveRange(MaxBytes, bytes.Count - MaxBytes);
        }
        return [.. bytes];
    }

    private void Once(List<byte> bytes, byte[] other, IReadOnlyList<byte[]> dictionary)
    {
        var at = chance.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, chance.Next(1, 40));
        switch (chance.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << chance.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)chance.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(chance.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5 when other.Length > 0:
                var from = chance.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + chance.Next(1, 200))]);
                break;
            case 6 when at < bytes.Count:
                // Digits are counts, numbers and totals: neighbours and extremes break more than chance does.
                bytes[at] = (byte)"0129AFZw"[chance.Next(8)];
                break;
            case 7:
                bytes.InsertRange(at, Enumerable.Repeat((byte)chance.Next(256), chance.Next(1, 100)));
                break;
            default:
                bytes.InsertRange(at, dictionary[chance.Next(dictionary.Count)]);
                break;
        }
    }
}
