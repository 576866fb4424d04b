namespace Fourfold.Codecs.Ais;

/// <summary>How a message's sentences carried it.</summary>
/// <param name="IsOwnShip">True for VDO (what the receiver's own station sent), false for VDM.</param>
/// <param name="Channel">The channel field's character, usually <c>A</c>, <c>B</c>, <c>1</c> or <c>2</c>; NUL when empty.</param>
/// <param name="Fragments">Sentences it came in, 1–9.</param>
/// <param name="ChecksumValid">False when a checksum was missing or wrong and the policy let it pass.</param>
/// <param name="Talker">Both characters of the talker, the first in the high byte, e.g. <c>AI</c>, <c>BS</c>.</param>
public readonly record struct AisCarrier(
    bool IsOwnShip,
    char Channel,
    int Fragments,
    bool ChecksumValid,
    ushort Talker
);
