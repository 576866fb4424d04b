using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// Text of an application: upper-case ASCII as six bits a character can say it, without spaces at its end. A value;
/// allocates nothing.
/// </summary>
/// <remarks>ITU-R M.1371-5, Annex 8, Table 47. Longer text than any message holds is cut.</remarks>
public readonly struct ApplicationText : IEquatable<ApplicationText>
{
    /// <summary>Longest text, characters.</summary>
    public const int MaxCharacters = 168;

    private readonly Characters _ascii;
    private readonly byte _length;

    /// <summary>
    /// Text of any characters: letters become upper case, what has no six-bit form a space; <c>@</c> ends it.
    /// </summary>
    public ApplicationText(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var character in text[..Math.Min(text.Length, MaxCharacters)])
        {
            var upper = char.ToUpperInvariant(character);
            if (upper == '@')
            {
                break;
            }
            _ascii[length++] = upper is >= ' ' and <= '_' ? (byte)upper : (byte)' ';
        }
        while (length > 0 && _ascii[length - 1] == (byte)' ')
        {
            _ascii[--length] = 0;
        }
        _length = (byte)length;
    }

    internal ApplicationText(AisText text)
    {
        Span<byte> ascii = _ascii;
        _length = (byte)text.CopyTo(ascii);
        // The copy may have left bytes behind the end, which a comparison must not see.
        ascii[_length..].Clear();
    }

    /// <summary>Characters; 0 when the field is absent or says nothing.</summary>
    public int Length => _length;

    /// <summary>The characters as ASCII.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Ascii => ((ReadOnlySpan<byte>)_ascii)[.._length];

    /// <summary>Text of any characters, as the constructor takes it.</summary>
    public static implicit operator ApplicationText(string? text) => new(text.AsSpan());

    /// <summary>The same characters.</summary>
    public static bool operator ==(ApplicationText left, ApplicationText right) => left.Equals(right);

    /// <summary>Other characters.</summary>
    public static bool operator !=(ApplicationText left, ApplicationText right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ApplicationText other) => Ascii.SequenceEqual(other.Ascii);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ApplicationText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Ascii);
        return hash.ToHashCode();
    }

    /// <summary>The text, empty when absent. Allocates.</summary>
    public override string ToString() => System.Text.Encoding.ASCII.GetString(Ascii);

    [InlineArray(MaxCharacters)]
    private struct Characters
    {
        private byte _first;
    }
}
