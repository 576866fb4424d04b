using Fourfold.Codecs.RemoteId;

namespace Fourfold.Testing.Fuzzing;

/// <summary>
/// Remote ID in the frames of each carrier, and payloads by themselves. Holds for any octets: nothing throws; a message that
/// was read is written and read back the same; a payload that was found is found again in every carrier.
/// </summary>
public sealed class RemoteIdFuzzTarget : IFuzzTarget
{
    private delegate bool Finder(ReadOnlySpan<byte> bytes, out RemoteIdFrame frame, out RemoteIdFault fault);
    private delegate int Writer(byte counter, ReadOnlySpan<byte> payload, Span<byte> destination);

    private static readonly (Finder Find, Writer Write)[] Carriers =
    [
        (RemoteIdFrame.TryBluetooth, RemoteIdFrame.WriteBluetooth),
        (RemoteIdFrame.TryBeacon, RemoteIdFrame.WriteBeacon),
        (RemoteIdFrame.TryNan, RemoteIdFrame.WriteNan),
    ];

    public string Name => "remote-id";

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. new[]
        {
            // A message of each type, the carriers' beginnings, a pack's.
            "02123132330000000000000000000000000000000000000000",
            "1222" + "2D1402" + "00C2EB0B40F6DC41" + "980898083408" + "3A43" + "10270100",
            "22100011800000000102030405060708090A0B0C0D0E0F1011",
            "221102030405060708090A0B0C0D0E0F101112131415161718",
            "3200737572766579000000000000000000000000000000000000"[..50],
            "4205" + "00C2EB0B40F6DC41" + "0100" + "0A" + "98083408" + "12" + "9808" + "01020304" + "00",
            "52004F5031323300000000000000000000000000000000000000"[..50],
            "1E16FAFF0D07",
            "020106",
            "DD1EFA0BBC0D07",
            "0409506F9A13",
            "0325008869199D9209010010",
            "1A07",
            "0E0400010002",
            "F21901",
            "F21909",
            "F219",
            "00",
            "FF",
        }.Select(Convert.FromHexString),
    ];

    public void Try(ReadOnlySpan<byte> input, Random chance, Footprint path)
    {
        Payload(input, path, 0);
        for (var i = 0; i < Carriers.Length; i++)
        {
            var isFound = Carriers[i].Find(input, out var frame, out var fault);
            path.Step(1 + i, (int)fault);
            if (isFound != (fault is RemoteIdFault.None))
            {
                throw new FuzzFindingException($"carrier {i}: found is {isFound}, and the fault {fault}");
            }
            if (isFound)
            {
                Payload(frame.Payload, path, 1 + i);
                Again(frame);
            }
        }
    }

    /// <summary>Makes the first structure or element as long as the input, and a lone message's head one of the types.</summary>
    public byte[] Repair(byte[] input)
    {
        if (input.Length < 4)
        {
            return input;
        }
        var bytes = input.ToArray();
        switch (bytes[0])
        {
            case 0xDD:
                bytes[1] = (byte)Math.Min(255, bytes.Length - 2);
                break;
            case 0x04 when bytes.Length > 9:
                (bytes[7], bytes[8]) = ((byte)(bytes.Length - 9), (byte)((bytes.Length - 9) >> 8));
                break;
            default:
                bytes[0] = (byte)Math.Min(255, bytes.Length - 1);
                break;
        }
        return bytes;
    }

    private static void Again(RemoteIdFrame frame)
    {
        if (frame.Payload.Length > RemoteIdMessage.MaxPayloadOctets)
        {
            return;
        }
        Span<byte> room = stackalloc byte[RemoteIdMessage.MaxPayloadOctets + RemoteIdFrame.MaxOverhead];
        foreach (var (find, write) in Carriers)
        {
            var length = write(frame.Counter, frame.Payload, room);
            if (
                !find(room[..length], out var back, out var fault)
                || back.Counter != frame.Counter
                || !back.Payload.SequenceEqual(frame.Payload)
            )
            {
                throw new FuzzFindingException($"{Convert.ToHexString(frame.Payload)} comes back with {fault}");
            }
        }
    }

    private static void Payload(ReadOnlySpan<byte> payload, Footprint path, int carrier)
    {
        var messages = RemoteIdMessages.Of(payload);
        path.Step(10 + carrier, (int)messages.Fault);
        foreach (var message in messages)
        {
            path.Step(20, (int)message.Type);
            Message(message.Bytes, path);
        }
    }

    private static void Message(ReadOnlySpan<byte> bytes, Footprint path)
    {
        Span<byte> back = stackalloc byte[RemoteIdMessage.Octets];
        if (BasicId.TryRead(bytes, out var basic))
        {
            path.Step(30, (int)basic.IdType * 2 + (basic.Id.Length > 0 ? 1 : 0));
            basic.Write(back);
            Same(basic, BasicId.TryRead(back, out var again), again);
        }
        if (LocationVector.TryRead(bytes, out var location))
        {
            path.Step(31, Kinds(location));
            location.Write(back);
            Same(location, LocationVector.TryRead(back, out var again), again);
        }
        if (SelfId.TryRead(bytes, out var self))
        {
            path.Step(32, self.Text.Length > 0 ? 1 : 0);
            self.Write(back);
            Same(self, SelfId.TryRead(back, out var again), again);
        }
        if (SystemReport.TryRead(bytes, out var report))
        {
            path.Step(
                33,
                (report.OperatorPosition is null ? 0 : 1) + (report.Time is null ? 0 : 2) + (int)report.Place * 4
            );
            report.Write(back);
            Same(report, SystemReport.TryRead(back, out var again), again);
        }
        if (OperatorId.TryRead(bytes, out var owner))
        {
            path.Step(34, owner.Id.Length > 0 ? 1 : 0);
            owner.Write(back);
            Same(owner, OperatorId.TryRead(back, out var again), again);
        }
        if (AuthenticationPage.TryRead(bytes, out var page))
        {
            path.Step(35, page.Page);
            page.Write(back);
            var isRead = AuthenticationPage.TryRead(back, out var again);
            Same(Told(page), isRead, Told(again));
            Same(Convert.ToHexString(page.Data), isRead, Convert.ToHexString(again.Data));
        }
    }

    private static (byte, byte, byte?, byte?, DateTimeOffset?) Told(AuthenticationPage page) =>
        (page.Kind, page.Page, page.LastPage, page.Length, page.Time);

    private static int Kinds(LocationVector location)
    {
        object?[] parts =
        [
            location.TrackDegrees,
            location.SpeedMetresPerSecond,
            location.ClimbMetresPerSecond,
            location.Position,
            location.GeodeticAltitudeMetres,
            location.SecondsOfHour,
        ];
        return parts.Aggregate(0, (kinds, part) => 2 * kinds + (part is null ? 0 : 1));
    }

    private static void Same<T>(T read, bool isReadBack, T back)
        where T : IEquatable<T>
    {
        if (!isReadBack || !read.Equals(back))
        {
            throw new FuzzFindingException($"{read} comes back as {back}");
        }
    }
}
