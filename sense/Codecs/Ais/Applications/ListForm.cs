namespace Fourfold.Codecs.Ais.Applications;

/// <summary>How groups of fields follow each other.</summary>
/// <param name="ElementBits">Bits a group takes, its spare bits included.</param>
/// <param name="Most">Groups at most.</param>
/// <param name="TailBits">Bits that follow the last group; without a count the message's length gives their number.</param>
public readonly record struct ListForm(int ElementBits, int Most, int TailBits = 0);
