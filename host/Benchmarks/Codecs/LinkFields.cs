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
                to.Add(bits.Length);
                break;
        }
    }

    private static void Addressed(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = AddressedBinaryMessage.TryRead(bits, out var message);
        to.Add(message.Mmsi + message.Repeat);
        to.Add(message.Sequence);
        to.Add(message.Destination);
        to.Add(message.IsRetransmitted);
        to.Add(message.AreaCode);
        to.Add(message.FunctionId);
        to.Add(message.Data.CopyTo(room));
    }

    private static void Acknowledge(AisBits bits, ref Tally to)
    {
        _ = AcknowledgeMessage.TryRead(bits, out var message);
        to.Add(message.Mmsi + message.Repeat);
        for (var i = 0; i < message.Count; i++)
        {
            to.Add(message.Destination(i));
            to.Add(message.Sequence(i));
        }
    }

    private static void Broadcast(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = BroadcastBinaryMessage.TryRead(bits, out var message);
        to.Add(message.Mmsi + message.Repeat);
        to.Add(message.AreaCode);
        to.Add(message.FunctionId);
        to.Add(message.Data.CopyTo(room));
    }

    private static void SarAircraft(AisBits bits, ref Tally to)
    {
        _ = SarAircraftReport.TryRead(bits, out var report);
        to.Add(report.Mmsi + report.Repeat);
        to.Add(report.AltitudeMetres);
        to.Add(report.SpeedKnots);
        to.Add(report.IsAccurate);
        to.Add(report.Position);
        to.Add(report.CourseDegrees);
        to.Add(report.Timestamp);
        to.Add(report.IsBarometric);
        to.Add(report.IsTerminalReady);
        to.Add(report.IsAssigned);
        to.Add(report.IsRaim);
        to.Add(report.Communication);
    }

    private static void Words(AisBits bits, Span<byte> room, ref Tally to)
    {
        if (UtcInquiry.TryRead(bits, out var inquiry))
        {
            to.Add(inquiry.Mmsi + inquiry.Repeat);
            to.Add(inquiry.Destination);
        }
        else if (SafetyMessage.TryRead(bits, out var safety))
        {
            to.Add(safety.Mmsi + safety.Repeat);
            to.Add(safety.Sequence);
            to.Add(safety.Destination);
            to.Add(safety.IsRetransmitted);
            to.Add(safety.Text, room);
        }
    }

    private static void Interrogation(AisBits bits, ref Tally to)
    {
        _ = InterrogationMessage.TryRead(bits, out var message);
        to.Add(message.Mmsi + message.Repeat);
        to.Add(message.FirstStation);
        to.Add(message.FirstType);
        to.Add(message.FirstSlotOffset);
        to.Add(message.SecondType);
        to.Add(message.SecondSlotOffset);
        to.Add(message.SecondStation);
        to.Add(message.SecondStationType);
        to.Add(message.SecondStationSlotOffset);
    }

    private static void Assignment(AisBits bits, ref Tally to)
    {
        _ = AssignmentCommand.TryRead(bits, out var command);
        to.Add(command.Mmsi + command.Repeat);
        to.Add(command.FirstStation);
        to.Add(command.FirstOffset);
        to.Add(command.FirstIncrement);
        to.Add(command.SecondStation);
        to.Add(command.SecondOffset);
        to.Add(command.SecondIncrement);
    }

    private static void Gnss(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = GnssBroadcast.TryRead(bits, out var message);
        to.Add(message.Mmsi + message.Repeat);
        to.Add(message.Position);
        to.Add(message.CorrectionType);
        to.Add(message.ReferenceStation);
        to.Add(message.ZCount);
        to.Add(message.WordCount);
        to.Add(message.Health);
        to.Add(message.Words.CopyTo(room));
    }

    private static void ExtendedClassB(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = ExtendedClassBReport.TryRead(bits, out var report);
        to.Add(report.Mmsi + report.Repeat);
        to.Add(report.SpeedKnots);
        to.Add(report.IsAccurate);
        to.Add(report.Position);
        to.Add(report.CourseDegrees);
        to.Add(report.HeadingDegrees);
        to.Add(report.Timestamp);
        to.Add(report.Name, room);
        to.Add(report.ShipType);
        to.Add(report.Dimensions);
        to.Add(report.FixType);
        to.Add(report.IsRaim);
        to.Add(report.IsTerminalReady);
        to.Add(report.IsAssigned);
    }

    private static void Slots(AisBits bits, ref Tally to)
    {
        _ = DataLinkManagement.TryRead(bits, out var message);
        to.Add(message.Mmsi + message.Repeat);
        for (var i = 0; i < DataLinkManagement.MaxCount; i++)
        {
            if (message.Reservation(i) is { } slots)
            {
                to.Add(slots.Offset + slots.Slots + slots.TimeoutMinutes + slots.Increment);
            }
        }
    }

    private static void Management(AisBits bits, ref Tally to)
    {
        if (ChannelManagement.TryRead(bits, out var channels))
        {
            to.Add(channels.Mmsi + channels.Repeat);
            to.Add(channels.ChannelA);
            to.Add(channels.ChannelB);
            to.Add(channels.TransmitReceiveMode);
            to.Add(channels.IsLowPower);
            to.Add(channels.IsAddressed);
            to.Add(channels.NorthEast);
            to.Add(channels.SouthWest);
            to.Add(channels.FirstStation);
            to.Add(channels.SecondStation);
            to.Add(channels.IsNarrowA);
            to.Add(channels.IsNarrowB);
            to.Add(channels.TransitionalZoneMiles);
        }
        else if (GroupAssignment.TryRead(bits, out var group))
        {
            to.Add(group.Mmsi + group.Repeat);
            to.Add(group.NorthEast);
            to.Add(group.SouthWest);
            to.Add(group.StationType);
            to.Add(group.ShipType);
            to.Add(group.TransmitReceiveMode);
            to.Add(group.IntervalCode);
            to.Add(group.QuietMinutes);
        }
    }

    private static void SlotBinary(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = SlotBinaryMessage.TryRead(bits, out var message);
        to.Add(message.Mmsi + message.Repeat);
        to.Add(message.Destination);
        to.Add(message.AreaCode);
        to.Add(message.FunctionId);
        to.Add(message.Communication);
        to.Add(message.Data.CopyTo(room));
    }

    private static void LongRange(AisBits bits, ref Tally to)
    {
        _ = LongRangeReport.TryRead(bits, out var report);
        to.Add(report.Mmsi + report.Repeat);
        to.Add(report.IsAccurate);
        to.Add(report.IsRaim);
        to.Add(report.Status);
        to.Add(report.Position);
        to.Add(report.SpeedKnots);
        to.Add(report.CourseDegrees);
        to.Add(report.IsDelayed);
    }
}
