using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Reads every field of every message of every type through its view.</summary>
internal struct EveryField(byte[] room) : IAisSink
{
    private Tally _tally;

    public readonly long Sum => _tally.Sum;

    public long Messages { get; private set; }

    public long Dropped { get; private set; }

    public void Message(in AisMessage message)
    {
        Messages++;
        var bits = message.Bits;
        switch (message.Type)
        {
            case 1 or 2 or 3:
                ReportFields.Position(bits, ref _tally);
                break;
            case 4 or 11:
                ReportFields.BaseStation(bits, ref _tally);
                break;
            case 5:
                ReportFields.StaticVoyage(bits, room, ref _tally);
                break;
            case 18:
                ReportFields.ClassB(bits, ref _tally);
                break;
            case 21:
                ReportFields.Aid(bits, room, ref _tally);
                break;
            case 24:
                ReportFields.StaticReport(bits, room, ref _tally);
                break;
            default:
                LinkFields.Read(message.Type, bits, room, ref _tally);
                break;
        }
    }

    public readonly void Sentence(in NmeaSentence sentence) { }

    void IAisSink.Dropped(in NmeaDrop drop) => Dropped++;
}

/// <summary>Reads who, where, how fast and which way, and nothing else.</summary>
internal struct Positions : IAisSink
{
    private Tally _tally;

    public readonly long Sum => _tally.Sum;

    public long Messages { get; private set; }

    public void Message(in AisMessage message)
    {
        Messages++;
        var bits = message.Bits;
        if (PositionReport.TryRead(bits, out var report))
        {
            _tally.Add(Tally.Of(report.Mmsi));
            _tally.Add(Tally.Of(report.Position));
            _tally.Add(Tally.Of(report.SpeedKnots));
            _tally.Add(Tally.Of(report.CourseDegrees));
        }
        else if (ClassBPositionReport.TryRead(bits, out var classB))
        {
            _tally.Add(Tally.Of(classB.Mmsi));
            _tally.Add(Tally.Of(classB.Position));
            _tally.Add(Tally.Of(classB.SpeedKnots));
            _tally.Add(Tally.Of(classB.CourseDegrees));
        }
    }

    public readonly void Sentence(in NmeaSentence sentence) { }

    public readonly void Dropped(in NmeaDrop drop) { }
}
