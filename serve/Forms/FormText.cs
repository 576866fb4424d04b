namespace Fourfold.Forms;

/// <summary>A text for people in both languages.</summary>
public sealed record FormText(string Zh, string En);
