using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Applications;
using Fourfold.Codecs.Ais.Encoding;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

public sealed partial class TypeLaws
{
    private static bool Acknowledge(Random random)
    {
        var made = new Made(random);
        var count = made.Below(4) + 1;
        var all = Enumerable.Range(0, 4).Select(_ => new Acknowledgement(made.Station, made.Below(4))).ToArray();
        var fields = new AcknowledgeMessageFields
        {
            Type = made.Flag ? 7 : 13,
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            First = all[0],
            Second = count > 1 ? all[1] : null,
            Third = count > 2 ? all[2] : null,
            Fourth = count > 3 ? all[3] : null,
        };
        return fields
            == Back(
                fields,
                bits =>
                {
                    if (!AcknowledgeMessage.TryRead(bits, out var read) || read.Count != count)
                    {
                        return default;
                    }
                    var acknowledged = new Acknowledgement?[4];
                    for (var i = 0; i < read.Count; i++)
                    {
                        acknowledged[i] = new Acknowledgement(read.Destination(i) ?? -1, read.Sequence(i) ?? -1);
                    }
                    return new AcknowledgeMessageFields
                    {
                        Type = read.Type,
                        Repeat = read.Repeat,
                        Mmsi = read.Mmsi,
                        First = acknowledged[0].GetValueOrDefault(),
                        Second = acknowledged[1],
                        Third = acknowledged[2],
                        Fourth = acknowledged[3],
                    };
                },
                40 + 32 * count
            );
    }

    private static bool Inquiry(Random random)
    {
        var made = new Made(random);
        var fields = new UtcInquiryFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            Destination = made.Station,
        };
        return fields
            == Back(
                fields,
                bits =>
                    UtcInquiry.TryRead(bits, out var read)
                        ? new UtcInquiryFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            Destination = read.Destination.GetValueOrDefault(),
                        }
                        : default,
                72
            );
    }

    private static bool Interrogation(Random random)
    {
        var made = new Made(random);
        var asks = made.Below(3);
        var fields = new InterrogationFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            FirstStation = made.Station,
            FirstType = made.Below(63) + 1,
            FirstSlotOffset = made.Below(4096),
            SecondType = asks > 0 ? made.Below(63) + 1 : null,
            SecondSlotOffset = asks > 0 ? made.Below(4096) : 0,
            SecondStation = asks > 1 ? made.Below((1 << 30) - 1) + 1 : null,
            SecondStationType = asks > 1 ? made.Below(63) + 1 : null,
            SecondStationSlotOffset = asks > 1 ? made.Below(4096) : 0,
        };
        return fields
            == Back(
                fields,
                bits =>
                    InterrogationMessage.TryRead(bits, out var read)
                        ? new InterrogationFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            FirstStation = read.FirstStation.GetValueOrDefault(),
                            FirstType = read.FirstType.GetValueOrDefault(),
                            FirstSlotOffset = read.FirstSlotOffset.GetValueOrDefault(),
                            SecondType = read.SecondType,
                            SecondSlotOffset = read.SecondSlotOffset.GetValueOrDefault(),
                            SecondStation = read.SecondStation,
                            SecondStationType = read.SecondStationType,
                            SecondStationSlotOffset = read.SecondStationSlotOffset.GetValueOrDefault(),
                        }
                        : default,
                asks switch
                {
                    0 => 88,
                    1 => 110,
                    _ => 160,
                }
            );
    }

    private static bool Assignment(Random random)
    {
        var made = new Made(random);
        var isForTwo = made.Flag;
        var fields = new AssignmentFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            FirstStation = made.Station,
            FirstOffset = made.Below(4096),
            FirstIncrement = made.Below(1024),
            SecondStation = isForTwo ? made.Station : null,
            SecondOffset = isForTwo ? made.Below(4096) : 0,
            SecondIncrement = isForTwo ? made.Below(1024) : 0,
        };
        return fields
            == Back(
                fields,
                bits =>
                    AssignmentCommand.TryRead(bits, out var read)
                        ? new AssignmentFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            FirstStation = read.FirstStation.GetValueOrDefault(),
                            FirstOffset = read.FirstOffset.GetValueOrDefault(),
                            FirstIncrement = read.FirstIncrement.GetValueOrDefault(),
                            SecondStation = read.SecondStation,
                            SecondOffset = read.SecondOffset.GetValueOrDefault(),
                            SecondIncrement = read.SecondIncrement.GetValueOrDefault(),
                        }
                        : default,
                isForTwo ? 144 : 96
            );
    }

    private static bool DataLink(Random random)
    {
        var made = new Made(random);
        var count = made.Below(4) + 1;
        var all = Enumerable
            .Range(0, 4)
            .Select(_ => new SlotReservation(made.Below(4096), made.Below(15) + 1, made.Below(8), made.Below(2048)))
            .ToArray();
        var fields = new DataLinkManagementFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            First = all[0],
            Second = count > 1 ? all[1] : null,
            Third = count > 2 ? all[2] : null,
            Fourth = count > 3 ? all[3] : null,
        };
        return fields
            == Back(
                fields,
                bits =>
                    DataLinkManagement.TryRead(bits, out var read)
                        ? new DataLinkManagementFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            First = read.Reservation(0).GetValueOrDefault(),
                            Second = read.Reservation(1),
                            Third = read.Reservation(2),
                            Fourth = read.Reservation(3),
                        }
                        : default
            );
    }

    private static bool Channels(Random random)
    {
        var made = new Made(random);
        var isAddressed = made.Flag;
        var fields = new ChannelManagementFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            ChannelA = made.Below(4096),
            ChannelB = made.Below(4096),
            TransmitReceiveMode = made.Below(16),
            IsLowPower = made.Flag,
            NorthEast = isAddressed ? null : made.Coarse,
            SouthWest = isAddressed ? null : made.Coarse,
            FirstStation = isAddressed ? made.Station : null,
            SecondStation = isAddressed ? made.Station : 0,
            IsNarrowA = made.Flag,
            IsNarrowB = made.Flag,
            TransitionalZoneMiles = made.Below(8) + 1,
        };
        return fields
            == Back(
                fields,
                bits =>
                    ChannelManagement.TryRead(bits, out var read)
                        ? new ChannelManagementFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            ChannelA = read.ChannelA.GetValueOrDefault(),
                            ChannelB = read.ChannelB.GetValueOrDefault(),
                            TransmitReceiveMode = read.TransmitReceiveMode.GetValueOrDefault(),
                            IsLowPower = read.IsLowPower == true,
                            NorthEast = read.NorthEast,
                            SouthWest = read.SouthWest,
                            FirstStation = read.FirstStation,
                            SecondStation = read.SecondStation.GetValueOrDefault(),
                            IsNarrowA = read.IsNarrowA == true,
                            IsNarrowB = read.IsNarrowB == true,
                            TransitionalZoneMiles = read.TransitionalZoneMiles.GetValueOrDefault(),
                        }
                        : default,
                168
            );
    }

    private static bool Group(Random random)
    {
        var made = new Made(random);
        var fields = new GroupAssignmentFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            NorthEast = made.Coarse,
            SouthWest = made.Coarse,
            StationType = made.Below(16),
            ShipType = made.Below(256),
            TransmitReceiveMode = made.Below(4),
            IntervalCode = made.Below(16),
            QuietMinutes = made.Below(16),
        };
        return fields
            == Back(
                fields,
                bits =>
                    GroupAssignment.TryRead(bits, out var read)
                        ? new GroupAssignmentFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            NorthEast = read.NorthEast,
                            SouthWest = read.SouthWest,
                            StationType = read.StationType.GetValueOrDefault(),
                            ShipType = read.ShipType.GetValueOrDefault(),
                            TransmitReceiveMode = read.TransmitReceiveMode.GetValueOrDefault(),
                            IntervalCode = read.IntervalCode.GetValueOrDefault(),
                            QuietMinutes = read.QuietMinutes.GetValueOrDefault(),
                        }
                        : default,
                160
            );
    }

    private static bool Gnss(Random random)
    {
        var made = new Made(random);
        var words = new byte[made.Below(30) * 3];
        random.NextBytes(words);
        var fields = new GnssBroadcastFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            Position = made.Coarse,
            CorrectionType = made.Below(64),
            ReferenceStation = made.Below(1024),
            ZCount = made.Below(8192),
            Sequence = made.Below(8),
            Health = made.Below(8),
            Words = words,
        };
        return fields
            == Back(
                fields,
                bits =>
                {
                    if (!GnssBroadcast.TryRead(bits, out var read) || read.WordCount != words.Length / 3)
                    {
                        return default;
                    }
                    var sent = new byte[words.Length];
                    Assert.Equal(words.Length * 8, read.Words.CopyTo(sent));
                    Assert.Equal(words, sent);
                    return new GnssBroadcastFields
                    {
                        Repeat = read.Repeat,
                        Mmsi = read.Mmsi,
                        Position = read.Position,
                        CorrectionType = read.CorrectionType.GetValueOrDefault(),
                        ReferenceStation = read.ReferenceStation.GetValueOrDefault(),
                        ZCount = read.ZCount.GetValueOrDefault(),
                        Sequence = read.Sequence.GetValueOrDefault(),
                        Health = read.Health.GetValueOrDefault(),
                        Words = words,
                    };
                },
                120 + words.Length * 8
            );
    }

    private static bool Binary(Random random)
    {
        var made = new Made(random);
        var type = new[] { 6, 8, 25, 26 }[made.Below(4)];
        var data = new byte[made.Below(100) + 1];
        random.NextBytes(data);
        var bitsSent = made.Below(data.Length * 8 + 1);
        var fields = new BinaryMessageFields
        {
            Type = type,
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            Destination = type == 6 || (type != 8 && made.Flag) ? made.Station : null,
            Sequence = type == 6 ? made.Below(4) : 0,
            IsRetransmitted = type == 6 && made.Flag,
            Communication = type == 26 ? made.State(made.Flag) : null,
            Application = type is 6 or 8 || made.Flag ? new AisApplicationId(made.Below(1024), made.Below(64)) : null,
            Data = data,
            DataBits = bitsSent,
        };
        return fields == Back(fields, bits => Read(bits, data));
    }

    private static BinaryMessageFields Read(AisBits bits, byte[] expected)
    {
        var known = AisApplication.TryGet(bits, out var id, out var data);
        _ = SlotBinaryMessage.TryRead(bits, out var slots);
        _ = AddressedBinaryMessage.TryRead(bits, out var addressed);
        var type = (int)bits.UInt(0, 6);
        var content = type is 25 or 26 ? slots.Data : data;
        var sent = new byte[expected.Length];
        var length = content.CopyTo(sent);
        for (var i = 0; i < length; i++)
        {
            Assert.Equal((expected[i / 8] >> (7 - i % 8)) & 1, (sent[i / 8] >> (7 - i % 8)) & 1);
        }
        return new BinaryMessageFields
        {
            Type = type,
            Repeat = (int)bits.UInt(6, 2),
            Mmsi = bits.UInt(8, 30),
            Destination =
                type == 6 ? addressed.Destination
                : type == 8 ? null
                : slots.Destination,
            Sequence = type == 6 ? addressed.Sequence.GetValueOrDefault() : 0,
            IsRetransmitted = type == 6 && addressed.IsRetransmitted == true,
            Communication = type == 26 ? slots.Communication : null,
            Application = known ? id : null,
            Data = expected,
            DataBits = length,
        };
    }
}
