using System.Text;

namespace Fourfold.Codecs.Text;

/// <summary>A member's name as it is written, made once: comma, quotes, colon.</summary>
internal sealed class JsonName
{
    /// <summary>Bytes of a name that is copied in one go.</summary>
    public const int Short = 16;

    /// <param name="name">Printable ASCII without quotes and backslashes, at most 32 characters.</param>
    public JsonName(string name)
    {
        Length = name.Length + 4;
        Bytes = new byte[Math.Max(Short, Length)];
        Encoding.ASCII.GetBytes($",\"{name}\":").CopyTo(Bytes, 0);
    }

    /// <summary>The text, then zeros up to <see cref="Short"/> bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>Bytes of the text.</summary>
    public int Length { get; }
}
