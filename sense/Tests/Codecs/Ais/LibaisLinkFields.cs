using Fourfold.Codecs.Ais;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>The same for binary messages, texts and commands.</summary>
internal static class LibaisLinkFields
{
    public static void Compare(AisBits bits, LibaisMessage theirs)
    {
        if (AddressedBinaryMessage.TryRead(bits, out var addressed))
        {
            theirs.Number("seq", addressed.Sequence);
            theirs.Number("mmsi_dest", addressed.Destination);
            // libais inverts the bit: 0 is "not sent again" (M.1371-5, Table 54).
            theirs.Flag("retransmit", !addressed.IsRetransmitted);
            theirs.Number("dac", addressed.AreaCode);
            theirs.Number("fi", addressed.FunctionId);
            LibaisApplications.Compare(bits, theirs);
        }
        else if (BroadcastBinaryMessage.TryRead(bits, out var broadcast))
        {
            theirs.Number("dac", broadcast.AreaCode);
            theirs.Number("fi", broadcast.FunctionId);
            LibaisApplications.Compare(bits, theirs);
        }
        else if (SlotBinaryMessage.TryRead(bits, out var slots))
        {
            theirs.Number("dest_mmsi", slots.Destination);
            if (slots.IsStructured && slots.FunctionId is null)
            {
                // The message ends within its application identifier; libais reads on behind the end.
                theirs.Ignore("dac", "fi");
            }
            theirs.Number("dac", slots.AreaCode);
            theirs.Number("fi", slots.FunctionId);
            if (slots.Type == 26 && slots.Communication is null)
            {
                // Too short for header and state: libais takes bits of the header for the state.
                theirs.Ignore("sync_state", "slot_increment", "slots_to_allocate", "keep_flag");
            }
            LibaisFields.Compare(slots.Communication, theirs);
        }
        else if (AcknowledgeMessage.TryRead(bits, out var acknowledge))
        {
            var index = 0;
            foreach (var one in theirs.Take("acks")?.EnumerateArray() ?? default)
            {
                if (
                    one[0].GetInt32() != acknowledge.Destination(index)
                    || one[1].GetInt32() != acknowledge.Sequence(index)
                )
                {
                    theirs.Differ($"acks[{index}]", one, $"{acknowledge.Destination(index)}");
                }
                index++;
            }
        }
        else if (UtcInquiry.TryRead(bits, out var inquiry))
        {
            theirs.Number("dest_mmsi", inquiry.Destination);
        }
        else if (SafetyMessage.TryRead(bits, out var safety))
        {
            theirs.Number("seq_num", safety.Sequence);
            theirs.Number("dest_mmsi", safety.Destination);
            theirs.Flag("retransmitted", safety.IsRetransmitted);
            theirs.Text("text", safety.Text.ToStringOrNull());
        }
        else if (GnssBroadcast.TryRead(bits, out var gnss))
        {
            theirs.Position("x", "y", gnss.Position);
        }
        else
        {
            Commands(bits, theirs);
        }
    }

    private static void Commands(AisBits bits, LibaisMessage theirs)
    {
        if (InterrogationMessage.TryRead(bits, out var asks))
        {
            theirs.Number("mmsi_1", asks.FirstStation);
            theirs.Number("msg_1_1", asks.FirstType, type => type > 0);
            theirs.Number("slot_offset_1_1", asks.FirstSlotOffset);
            // Of a message that ends before them libais prints 0.
            theirs.Number("dest_msg_1_2", asks.SecondType, type => type > 0);
            if (asks.SecondSlotOffset is null && asks.SecondType is not null)
            {
                // The message ends within the offset; libais reads on behind the end.
                theirs.Ignore("slot_offset_1_2");
            }
            theirs.Number("slot_offset_1_2", asks.SecondSlotOffset ?? 0);
            theirs.Number("mmsi_2", asks.SecondStation, mmsi => mmsi > 0);
            theirs.Number("msg_2", asks.SecondStationType, type => type > 0);
            theirs.Number("slot_offset_2", asks.SecondStationSlotOffset ?? 0);
        }
        else if (AssignmentCommand.TryRead(bits, out var assignment))
        {
            theirs.Number("dest_mmsi_a", assignment.FirstStation);
            theirs.Number("offset_a", assignment.FirstOffset);
            theirs.Number("inc_a", assignment.FirstIncrement);
            theirs.Number("dest_mmsi_b", assignment.SecondStation);
            theirs.Number("offset_b", assignment.SecondOffset);
            theirs.Number("inc_b", assignment.SecondIncrement);
        }
        else if (DataLinkManagement.TryRead(bits, out var slots))
        {
            Reservations(slots, theirs);
        }
        else if (ChannelManagement.TryRead(bits, out var channels))
        {
            Channels(channels, theirs);
        }
        else if (GroupAssignment.TryRead(bits, out var group))
        {
            theirs.Position("x1", "y1", group.NorthEast);
            theirs.Position("x2", "y2", group.SouthWest);
            theirs.Number("station_type", group.StationType);
            theirs.Number("type_and_cargo", group.ShipType);
            theirs.Number("txrx_mode", group.TransmitReceiveMode);
            theirs.Number("interval_raw", group.IntervalCode);
            theirs.Number("quiet", group.QuietMinutes);
        }
    }

    private static void Reservations(DataLinkManagement slots, LibaisMessage theirs)
    {
        var index = 0;
        foreach (var one in theirs.Take("reservations")?.EnumerateArray() ?? default)
        {
            var ours = slots.Reservation(index++);
            // One without slots reserves none: ours is null.
            var expected =
                one.GetProperty("num_slots").GetInt32() == 0
                    ? (SlotReservation?)null
                    : new SlotReservation(Of("offset"), Of("num_slots"), Of("timeout"), Of("incr"));
            if (ours != expected)
            {
                theirs.Differ("reservations", one, ours?.ToString());
            }

            int Of(string name) => one.GetProperty(name).GetInt32();
        }
    }

    private static void Channels(ChannelManagement channels, LibaisMessage theirs)
    {
        theirs.Number("chan_a", channels.ChannelA);
        theirs.Number("chan_b", channels.ChannelB);
        theirs.Number("txrx_mode", channels.TransmitReceiveMode);
        theirs.Flag("power_low", channels.IsLowPower);
        theirs.Position("x1", "y1", channels.NorthEast);
        theirs.Position("x2", "y2", channels.SouthWest);
        theirs.Number("dest_mmsi_1", channels.FirstStation);
        theirs.Number("dest_mmsi_2", channels.SecondStation);
        theirs.Flag("chan_a_bandwidth", channels.IsNarrowA);
        theirs.Flag("chan_b_bandwidth", channels.IsNarrowB);
        theirs.Number("zone_size", channels.TransitionalZoneMiles - 1);
    }
}
