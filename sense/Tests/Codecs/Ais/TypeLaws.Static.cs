using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;

namespace Fourfold.Sense.Tests.Codecs.Ais;

public sealed partial class TypeLaws
{
    private static bool Aid(Random random)
    {
        var made = new Made(random);
        var name = made.Text(34);
        var fields = new AidToNavigationReportFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            AidType = made.Maybe(1, 32),
            Name = name,
            IsAccurate = made.Flag,
            Position = made.Fine,
            Dimensions = made.Dimensions,
            FixType = made.FixType,
            Timestamp = made.Timestamp,
            IsOffPosition = made.Flag,
            StatusBits = made.Below(256),
            IsRaim = made.Flag,
            IsVirtual = made.Flag,
            IsAssigned = made.Flag,
        };
        return fields
            == Back(
                fields,
                bits =>
                    AidToNavigationReport.TryRead(bits, out var read)
                        ? new AidToNavigationReportFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            AidType = read.AidType,
                            Name = read.Name,
                            IsAccurate = read.IsAccurate == true,
                            Position = read.Position,
                            Dimensions = read.Dimensions,
                            FixType = read.FixType.GetValueOrDefault(),
                            Timestamp = read.Timestamp,
                            IsOffPosition = read.IsOffPosition == true,
                            StatusBits = read.StatusBits.GetValueOrDefault(),
                            IsRaim = read.IsRaim == true,
                            IsVirtual = read.IsVirtual == true,
                            IsAssigned = read.IsAssigned == true,
                        }
                        : default
            );
    }

    private static bool SlotAid(Random random)
    {
        var made = new Made(random);
        var fields = new SingleSlotAidReportFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            Timestamp = made.Timestamp,
            Position = made.Fine,
            RestrictedUse = made.Below(4),
            StationType = (AidStationType)made.Below(8),
            AidType = made.Maybe(1, 128),
            ResourceNumber = made.Below(1 << 17),
            DimensionsType = made.Below(16),
            DimensionA = made.Below(512),
            DimensionB = made.Below(2048),
            HasAdditionalData = made.Flag,
            ChartedStatus = made.Below(2),
            OnStation = made.Below(16),
            StatusBits = made.Below(256),
            IsAuthenticated = made.Flag,
        };
        return fields
            == Back(
                fields,
                bits =>
                    SingleSlotAidReport.TryRead(bits, out var read)
                        ? new SingleSlotAidReportFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            Timestamp = read.Timestamp,
                            Position = read.Position,
                            RestrictedUse = read.RestrictedUse.GetValueOrDefault(),
                            StationType = read.StationType.GetValueOrDefault(),
                            AidType = read.AidType,
                            ResourceNumber = read.ResourceNumber.GetValueOrDefault(),
                            DimensionsType = read.DimensionsType.GetValueOrDefault(),
                            DimensionA = read.DimensionA.GetValueOrDefault(),
                            DimensionB = read.DimensionB.GetValueOrDefault(),
                            HasAdditionalData = read.HasAdditionalData == true,
                            ChartedStatus = read.ChartedStatus.GetValueOrDefault(),
                            OnStation = read.OnStation.GetValueOrDefault(),
                            StatusBits = read.StatusBits.GetValueOrDefault(),
                            IsAuthenticated = read.IsAuthenticated == true,
                        }
                        : default,
                expectedBits: 168
            );
    }

    private static bool StaticPartA(Random random)
    {
        var made = new Made(random);
        var fields = new StaticDataPartAFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            Name = made.Text(20),
        };
        return fields
            == Back(
                fields,
                bits =>
                    StaticDataReport.TryRead(bits, out var read) && read.Part == 0
                        ? new StaticDataPartAFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            Name = read.Name.ToStringOrNull(),
                        }
                        : default,
                160
            );
    }

    private static bool StaticPartB(Random random)
    {
        var made = new Made(random);
        var isCraft = made.Flag;
        var fields = new StaticDataPartBFields
        {
            Repeat = made.Below(4),
            Mmsi = isCraft ? 980_000_000u + (uint)made.Below(10_000_000) : (uint)made.Below(980_000_000),
            ShipType = made.Maybe(1, 256),
            VendorId = made.Text(3),
            Model = made.Below(16),
            SerialNumber = made.Below(1 << 20),
            CallSign = made.Text(7),
            Dimensions = isCraft ? null : made.Dimensions,
            MothershipMmsi = isCraft ? made.Below((1 << 30) - 1) + 1 : null,
            FixType = made.FixType,
        };
        return fields
            == Back(
                fields,
                bits =>
                    StaticDataReport.TryRead(bits, out var read) && read.Part == 1
                        ? new StaticDataPartBFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            ShipType = read.ShipType,
                            VendorId = read.VendorId.ToStringOrNull(),
                            Model = read.Model.GetValueOrDefault(),
                            SerialNumber = read.SerialNumber.GetValueOrDefault(),
                            CallSign = read.CallSign.ToStringOrNull(),
                            Dimensions = read.Dimensions,
                            MothershipMmsi = read.MothershipMmsi,
                            FixType = read.FixType.GetValueOrDefault(),
                        }
                        : default,
                168
            );
    }

    private static bool LongRange(Random random)
    {
        var made = new Made(random);
        var fields = new LongRangeReportFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            IsAccurate = made.Flag,
            IsRaim = made.Flag,
            Status = made.Status,
            Position = made.Coarse,
            SpeedKnots = made.Maybe(0, 63),
            CourseDegrees = made.Maybe(0, 360),
            IsDelayed = made.Flag,
        };
        return fields
            == Back(
                fields,
                bits =>
                    LongRangeReport.TryRead(bits, out var read)
                        ? new LongRangeReportFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            IsAccurate = read.IsAccurate == true,
                            IsRaim = read.IsRaim == true,
                            Status = read.Status.GetValueOrDefault(),
                            Position = read.Position,
                            SpeedKnots = read.SpeedKnots,
                            CourseDegrees = read.CourseDegrees,
                            IsDelayed = read.IsDelayed == true,
                        }
                        : default,
                96
            );
    }

    private static bool Safety(Random random)
    {
        var made = new Made(random);
        var isAddressed = made.Flag;
        var fields = new SafetyMessageFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            Destination = isAddressed ? made.Station : null,
            Sequence = isAddressed ? made.Below(4) : 0,
            IsRetransmitted = isAddressed && made.Flag,
            Text = made.Text(isAddressed ? 156 : 161),
        };
        return fields
            == Back(
                fields,
                bits =>
                    SafetyMessage.TryRead(bits, out var read)
                        ? new SafetyMessageFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            Destination = read.Destination,
                            Sequence = read.Sequence.GetValueOrDefault(),
                            IsRetransmitted = read.IsRetransmitted == true,
                            Text = read.Text.ToStringOrNull(),
                        }
                        : default
            );
    }
}
