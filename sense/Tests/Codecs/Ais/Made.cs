using Fourfold.Codecs.Ais;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>Makes up the values that message fields share; about every fourth is not available.</summary>
internal readonly struct Made(Random random)
{
    public uint Mmsi => (uint)random.Next(1 << 30);

    public int Station => random.Next(1 << 30);

    public bool Flag => random.Next(2) == 0;

    public int Below(int limit) => random.Next(limit);

    public int? Maybe(int from, int to) => random.Next(4) == 0 ? null : random.Next(from, to);

    public double? Tenths(int limit) => Maybe(0, limit) / 10.0;

    public AisPosition? Fine => Position(1);

    /// <summary>In whole tenths of a minute.</summary>
    public AisPosition? Coarse => Position(1000);

    public AisTimestamp? Timestamp => new AisTimestamp((byte)random.Next(64));

    public AisDimensions? Dimensions =>
        random.Next(4) == 0
            ? null
            : new AisDimensions(random.Next(1, 512), random.Next(512), random.Next(64), random.Next(64));

    public CommunicationState? State(bool isItdma) => new CommunicationState(random.Next(1 << 19), isItdma);

    public PositionFixType FixType => (PositionFixType)random.Next(16);

    public NavigationStatus Status => (NavigationStatus)random.Next(16);

    /// <summary>Text that comes back the same: without @ and without spaces at its end.</summary>
    public string? Text(int most)
    {
        var length = random.Next(most + 1);
        if (length == 0)
        {
            return null;
        }
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            var one = (char)random.Next(' ', '_' + 1);
            text[i] = one == '@' || (one == ' ' && i == length - 1) ? 'X' : one;
        }
        return new string(text);
    }

    private AisPosition? Position(int unit) =>
        random.Next(4) == 0
            ? null
            : new AisPosition(
                random.Next(-108_000_000 / unit, 108_000_000 / unit + 1) * unit,
                random.Next(-54_000_000 / unit, 54_000_000 / unit + 1) * unit
            );
}
