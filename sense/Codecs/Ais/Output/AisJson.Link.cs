using Fourfold.Codecs.Ais.Applications;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Output;

public static partial class AisJson
{
    private static void LinkFields(ref JsonLine line, AisBits bits)
    {
        if (AddressedBinaryMessage.TryRead(bits, out var addressed))
        {
            line.Maybe("destination_mmsi"u8, addressed.Destination);
            line.Maybe("sequence"u8, addressed.Sequence);
            line.Maybe("retransmitted"u8, addressed.IsRetransmitted);
            Application(ref line, bits, addressed.AreaCode, addressed.FunctionId, addressed.Data);
        }
        else if (BroadcastBinaryMessage.TryRead(bits, out var broadcast))
        {
            Application(ref line, bits, broadcast.AreaCode, broadcast.FunctionId, broadcast.Data);
        }
        else if (SlotBinaryMessage.TryRead(bits, out var slots))
        {
            line.Maybe("destination_mmsi"u8, slots.Destination);
            Application(ref line, bits, slots.AreaCode, slots.FunctionId, slots.Data);
            var to = line.Members();
            Radio(ref to, slots.Communication);
            line.Accept(in to);
        }
        else if (AcknowledgeMessage.TryRead(bits, out var acknowledge))
        {
            Acknowledge(ref line, acknowledge);
        }
        else if (UtcInquiry.TryRead(bits, out var inquiry))
        {
            line.Maybe("destination_mmsi"u8, inquiry.Destination);
        }
        else if (SafetyMessage.TryRead(bits, out var safety))
        {
            line.Maybe("destination_mmsi"u8, safety.Destination);
            line.Maybe("sequence"u8, safety.Sequence);
            line.Maybe("retransmitted"u8, safety.IsRetransmitted);
            NamedText(ref line, "text"u8, safety.Text);
        }
        else if (GnssBroadcast.TryRead(bits, out var gnss))
        {
            var to = line.Members();
            Place(ref to, gnss.Position, null);
            to.Maybe("correction_type"u8, gnss.CorrectionType);
            to.Maybe("reference_station"u8, gnss.ReferenceStation);
            to.Maybe("z_count"u8, gnss.ZCount);
            to.Maybe("health"u8, gnss.Health);
            line.Accept(in to);
            Data(ref line, gnss.Data);
        }
        else
        {
            Commands(ref line, bits);
        }
    }

    private static void NamedText(ref JsonLine line, ReadOnlySpan<byte> name, AisText text)
    {
        if (!text.IsEmpty)
        {
            line.AnyText(name, text);
        }
    }

    private static void Commands(ref JsonLine line, AisBits bits)
    {
        if (InterrogationMessage.TryRead(bits, out var asks))
        {
            line.Maybe("first_mmsi"u8, asks.FirstStation);
            line.Maybe("first_type"u8, asks.FirstType);
            line.Maybe("first_slot_offset"u8, asks.FirstSlotOffset);
            line.Maybe("second_type"u8, asks.SecondType);
            line.Maybe("second_slot_offset"u8, asks.SecondSlotOffset);
            line.Maybe("second_mmsi"u8, asks.SecondStation);
            line.Maybe("second_mmsi_type"u8, asks.SecondStationType);
            line.Maybe("second_mmsi_slot_offset"u8, asks.SecondStationSlotOffset);
        }
        else if (AssignmentCommand.TryRead(bits, out var assigns))
        {
            line.Maybe("first_mmsi"u8, assigns.FirstStation);
            line.Maybe("first_offset"u8, assigns.FirstOffset);
            line.Maybe("first_increment"u8, assigns.FirstIncrement);
            line.Maybe("second_mmsi"u8, assigns.SecondStation);
            line.Maybe("second_offset"u8, assigns.SecondOffset);
            line.Maybe("second_increment"u8, assigns.SecondIncrement);
        }
        else if (DataLinkManagement.TryRead(bits, out var reserves))
        {
            Reservations(ref line, reserves);
        }
        else if (ChannelManagement.TryRead(bits, out var channels))
        {
            Channels(ref line, channels);
        }
        else if (GroupAssignment.TryRead(bits, out var group))
        {
            Corners(ref line, group.NorthEast, group.SouthWest);
            line.Maybe("station_type"u8, group.StationType);
            line.Maybe("ship_type"u8, group.ShipType);
            line.Maybe("transmit_receive"u8, group.TransmitReceiveMode);
            line.Maybe("interval_code"u8, group.IntervalCode);
            line.Maybe("quiet_minutes"u8, group.QuietMinutes);
        }
        else
        {
            Data(ref line, new AisBinaryData(bits, AisMessage.MinBits, bits.Length));
        }
    }

    // The application's fields when it is known, its bits when not.
    private static void Application(ref JsonLine line, AisBits bits, int? area, int? function, AisBinaryData data)
    {
        line.Maybe("dac"u8, area);
        line.Maybe("fi"u8, function);
        var fields = new JsonFieldVisitor(line, isMember: true);
        if (AisApplication.Visit(bits, ref fields))
        {
            line = fields.Finish();
        }
        else
        {
            Data(ref line, data);
        }
    }

    private static void Data(ref JsonLine line, AisBinaryData data)
    {
        Span<byte> bytes = stackalloc byte[Nmea.NmeaLimits.MaxPayloadCharacters];
        var count = data.CopyTo(bytes);
        line.Number("data_bits"u8, count);
        line.Name("data"u8);
        line.Byte((byte)'"');
        line.Hex(bytes[..((count + 7) / 8)]);
        line.Byte((byte)'"');
    }

    private static void Acknowledge(ref JsonLine line, AcknowledgeMessage message)
    {
        line.BeginArray("acknowledged"u8);
        for (var i = 0; i < message.Count; i++)
        {
            line.BeginObject();
            line.Maybe("mmsi"u8, message.Destination(i));
            line.Maybe("sequence"u8, message.Sequence(i));
            line.EndObject();
        }
        line.EndArray();
    }

    private static void Reservations(ref JsonLine line, DataLinkManagement message)
    {
        line.BeginArray("reservations"u8);
        for (var i = 0; i < DataLinkManagement.MaxCount; i++)
        {
            if (message.Reservation(i) is { } reservation)
            {
                line.BeginObject();
                line.Number("offset"u8, reservation.Offset);
                line.Number("slots"u8, reservation.Slots);
                line.Number("timeout_minutes"u8, reservation.TimeoutMinutes);
                line.Number("increment"u8, reservation.Increment);
                line.EndObject();
            }
        }
        line.EndArray();
    }

    private static void Channels(ref JsonLine line, ChannelManagement message)
    {
        line.Maybe("channel_a"u8, message.ChannelA);
        line.Maybe("channel_b"u8, message.ChannelB);
        line.Maybe("transmit_receive"u8, message.TransmitReceiveMode);
        line.Maybe("low_power"u8, message.IsLowPower);
        Corners(ref line, message.NorthEast, message.SouthWest);
        line.Maybe("first_mmsi"u8, message.FirstStation);
        line.Maybe("second_mmsi"u8, message.SecondStation);
        line.Maybe("transitional_zone_miles"u8, message.TransitionalZoneMiles);
    }

    private static void Corners(ref JsonLine line, AisPosition? northEast, AisPosition? southWest)
    {
        line.Fixed("north_latitude"u8, northEast?.LatitudeDegrees, 6);
        line.Fixed("east_longitude"u8, northEast?.LongitudeDegrees, 6);
        line.Fixed("south_latitude"u8, southWest?.LatitudeDegrees, 6);
        line.Fixed("west_longitude"u8, southWest?.LongitudeDegrees, 6);
    }
}
