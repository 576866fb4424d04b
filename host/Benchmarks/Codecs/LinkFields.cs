using Fourfold.Codecs.Ais;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Every field of the types that are seldom sent.</summary>
internal static class LinkFields
{
    public static void Read(int type, AisBits bits, Span<byte> room, ref Tally to)
    {
        switch (type)
        {
            case 6:
                Addressed(bits, room, ref to);
                break;
            case 7 or 13:
                Acknowledge(bits, ref to);
                break;
            case 8:
                Broadcast(bits, room, ref to);
                break;
            case 9:
                SarAircraft(bits, ref to);
                break;
            case 10 or 12 or 14:
                Words(bits, room, ref to);
                break;
            case 15:
                Interrogation(bits, ref to);
                break;
            case 16:
                Assignment(bits, ref to);
                break;
            case 17:
                Gnss(bits, room, ref to);
                break;
            case 19:
                ExtendedClassB(bits, room, ref to);
                break;
            case 20:
                Slots(bits, ref to);
                break;
            case 22 or 23:
                Management(bits, ref to);
                break;
            case 25 or 26:
                SlotBinary(bits, room, ref to);
                break;
            case 27:
                LongRange(bits, ref to);
                break;
            default:
                to.Add(Tally.Of(bits.Length));
                break;
        }
    }

    private static void Addressed(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = AddressedBinaryMessage.TryRead(bits, out var message);
        to.Add(Tally.Of(message.Mmsi + message.Repeat));
        to.Add(Tally.Of(message.Sequence));
        to.Add(Tally.Of(message.Destination));
        to.Add(Tally.Of(message.IsRetransmitted));
        to.Add(Tally.Of(message.AreaCode));
        to.Add(Tally.Of(message.FunctionId));
        to.Add(Tally.Of(message.Data.CopyTo(room)));
    }

    private static void Acknowledge(AisBits bits, ref Tally to)
    {
        _ = AcknowledgeMessage.TryRead(bits, out var message);
        to.Add(Tally.Of(message.Mmsi + message.Repeat));
        for (var i = 0; i < message.Count; i++)
        {
            to.Add(Tally.Of(message.Destination(i)));
            to.Add(Tally.Of(message.Sequence(i)));
        }
    }

    private static void Broadcast(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = BroadcastBinaryMessage.TryRead(bits, out var message);
        to.Add(Tally.Of(message.Mmsi + message.Repeat));
        to.Add(Tally.Of(message.AreaCode));
        to.Add(Tally.Of(message.FunctionId));
        to.Add(Tally.Of(message.Data.CopyTo(room)));
    }

    private static void SarAircraft(AisBits bits, ref Tally to)
    {
        _ = SarAircraftReport.TryRead(bits, out var report);
        to.Add(Tally.Of(report.Mmsi + report.Repeat));
        to.Add(Tally.Of(report.AltitudeMetres));
        to.Add(Tally.Of(report.SpeedKnots));
        to.Add(Tally.Of(report.IsAccurate));
        to.Add(Tally.Of(report.Position));
        to.Add(Tally.Of(report.CourseDegrees));
        to.Add(Tally.Of(report.Timestamp));
        to.Add(Tally.Of(report.IsBarometric));
        to.Add(Tally.Of(report.IsTerminalReady));
        to.Add(Tally.Of(report.IsAssigned));
        to.Add(Tally.Of(report.IsRaim));
        to.Add(Tally.Of(report.Communication));
    }

    private static void Words(AisBits bits, Span<byte> room, ref Tally to)
    {
        if (UtcInquiry.TryRead(bits, out var inquiry))
        {
            to.Add(Tally.Of(inquiry.Mmsi + inquiry.Repeat));
            to.Add(Tally.Of(inquiry.Destination));
        }
        else if (SafetyMessage.TryRead(bits, out var safety))
        {
            to.Add(Tally.Of(safety.Mmsi + safety.Repeat));
            to.Add(Tally.Of(safety.Sequence));
            to.Add(Tally.Of(safety.Destination));
            to.Add(Tally.Of(safety.IsRetransmitted));
            to.Add(Tally.Of(safety.Text, room));
        }
    }

    private static void Interrogation(AisBits bits, ref Tally to)
    {
        _ = InterrogationMessage.TryRead(bits, out var message);
        to.Add(Tally.Of(message.Mmsi + message.Repeat));
        to.Add(Tally.Of(message.FirstStation));
        to.Add(Tally.Of(message.FirstType));
        to.Add(Tally.Of(message.FirstSlotOffset));
        to.Add(Tally.Of(message.SecondType));
        to.Add(Tally.Of(message.SecondSlotOffset));
        to.Add(Tally.Of(message.SecondStation));
        to.Add(Tally.Of(message.SecondStationType));
        to.Add(Tally.Of(message.SecondStationSlotOffset));
    }

    private static void Assignment(AisBits bits, ref Tally to)
    {
        _ = AssignmentCommand.TryRead(bits, out var command);
        to.Add(Tally.Of(command.Mmsi + command.Repeat));
        to.Add(Tally.Of(command.FirstStation));
        to.Add(Tally.Of(command.FirstOffset));
        to.Add(Tally.Of(command.FirstIncrement));
        to.Add(Tally.Of(command.SecondStation));
        to.Add(Tally.Of(command.SecondOffset));
        to.Add(Tally.Of(command.SecondIncrement));
    }

    private static void Gnss(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = GnssBroadcast.TryRead(bits, out var message);
        to.Add(Tally.Of(message.Mmsi + message.Repeat));
        to.Add(Tally.Of(message.Position));
        to.Add(Tally.Of(message.CorrectionType));
        to.Add(Tally.Of(message.ReferenceStation));
        to.Add(Tally.Of(message.ZCount));
        to.Add(Tally.Of(message.WordCount));
        to.Add(Tally.Of(message.Health));
        to.Add(Tally.Of(message.Words.CopyTo(room)));
    }

    private static void ExtendedClassB(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = ExtendedClassBReport.TryRead(bits, out var report);
        to.Add(Tally.Of(report.Mmsi + report.Repeat));
        to.Add(Tally.Of(report.SpeedKnots));
        to.Add(Tally.Of(report.IsAccurate));
        to.Add(Tally.Of(report.Position));
        to.Add(Tally.Of(report.CourseDegrees));
        to.Add(Tally.Of(report.HeadingDegrees));
        to.Add(Tally.Of(report.Timestamp));
        to.Add(Tally.Of(report.Name, room));
        to.Add(Tally.Of(report.ShipType));
        to.Add(Tally.Of(report.Dimensions));
        to.Add(Tally.Of(report.FixType));
        to.Add(Tally.Of(report.IsRaim));
        to.Add(Tally.Of(report.IsTerminalReady));
        to.Add(Tally.Of(report.IsAssigned));
    }

    private static void Slots(AisBits bits, ref Tally to)
    {
        _ = DataLinkManagement.TryRead(bits, out var message);
        to.Add(Tally.Of(message.Mmsi + message.Repeat));
        for (var i = 0; i < DataLinkManagement.MaxCount; i++)
        {
            if (message.Reservation(i) is { } slots)
            {
                to.Add(Tally.Of(slots.Offset + slots.Slots + slots.TimeoutMinutes + slots.Increment));
            }
        }
    }

    private static void Management(AisBits bits, ref Tally to)
    {
        if (ChannelManagement.TryRead(bits, out var channels))
        {
            to.Add(Tally.Of(channels.Mmsi + channels.Repeat));
            to.Add(Tally.Of(channels.ChannelA));
            to.Add(Tally.Of(channels.ChannelB));
            to.Add(Tally.Of(channels.TransmitReceiveMode));
            to.Add(Tally.Of(channels.IsLowPower));
            to.Add(Tally.Of(channels.IsAddressed));
            to.Add(Tally.Of(channels.NorthEast));
            to.Add(Tally.Of(channels.SouthWest));
            to.Add(Tally.Of(channels.FirstStation));
            to.Add(Tally.Of(channels.SecondStation));
            to.Add(Tally.Of(channels.IsNarrowA));
            to.Add(Tally.Of(channels.IsNarrowB));
            to.Add(Tally.Of(channels.TransitionalZoneMiles));
        }
        else if (GroupAssignment.TryRead(bits, out var group))
        {
            to.Add(Tally.Of(group.Mmsi + group.Repeat));
            to.Add(Tally.Of(group.NorthEast));
            to.Add(Tally.Of(group.SouthWest));
            to.Add(Tally.Of(group.StationType));
            to.Add(Tally.Of(group.ShipType));
            to.Add(Tally.Of(group.TransmitReceiveMode));
            to.Add(Tally.Of(group.IntervalCode));
            to.Add(Tally.Of(group.QuietMinutes));
        }
    }

    private static void SlotBinary(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = SlotBinaryMessage.TryRead(bits, out var message);
        to.Add(Tally.Of(message.Mmsi + message.Repeat));
        to.Add(Tally.Of(message.Destination));
        to.Add(Tally.Of(message.AreaCode));
        to.Add(Tally.Of(message.FunctionId));
        to.Add(Tally.Of(message.Communication));
        to.Add(Tally.Of(message.Data.CopyTo(room)));
    }

    private static void LongRange(AisBits bits, ref Tally to)
    {
        _ = LongRangeReport.TryRead(bits, out var report);
        to.Add(Tally.Of(report.Mmsi + report.Repeat));
        to.Add(Tally.Of(report.IsAccurate));
        to.Add(Tally.Of(report.IsRaim));
        to.Add(Tally.Of(report.Status));
        to.Add(Tally.Of(report.Position));
        to.Add(Tally.Of(report.SpeedKnots));
        to.Add(Tally.Of(report.CourseDegrees));
        to.Add(Tally.Of(report.IsDelayed));
    }
}
