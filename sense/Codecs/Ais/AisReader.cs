using System.Runtime.CompilerServices;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Ais;

/// <summary>Turns the bytes of one source into AIS messages: sentences, tag blocks, fragments, six-bit armour.</summary>
/// <remarks>
/// Not thread-safe: one reader a source. Never throws on input and allocates nothing for it. Fragments are joined by
/// station, talker, sequence number, channel and total, or by the tag block's group; nothing is joined across readers.
/// A struct sink is called without indirection: <c>reader.Push(bytes, now, ref sink)</c>.
/// </remarks>
public sealed partial class AisReader
{
    private const int MaxBits = NmeaLimits.MaxPayloadCharacters * 6;

    private readonly NmeaReader _nmea;
    private readonly FragmentAssembler _fragments = new();
    private readonly byte[] _bits = new byte[NmeaLimits.MaxPayloadCharacters * 3 / 4 + SixBit.Slack];

    /// <summary>A reader at offset 0, line 1.</summary>
    /// <param name="checksums">What happens to a sentence whose checksum is missing or wrong.</param>
    public AisReader(ChecksumPolicy checksums = ChecksumPolicy.Reject) => _nmea = new NmeaReader(checksums);

    /// <summary>What was dropped so far, by cause.</summary>
    public NmeaFaultCounts Faults => _nmea.Faults;

    /// <summary>Bytes pushed so far.</summary>
    public long Offset => _nmea.Offset;

    /// <summary>Sentences of any kind found so far.</summary>
    public long Sentences => _nmea.Sentences;

    /// <summary>Messages passed on so far.</summary>
    public long Messages { get; private set; }

    /// <summary>Reads the next bytes of the source. How they are split changes nothing.</summary>
    /// <param name="chunk">Any bytes.</param>
    /// <param name="nowUnixMs">The caller's clock, milliseconds; bounds how long fragments wait. A recording may pass 0 always.</param>
    /// <param name="sink">Receives messages, other sentences and drops during the call.</param>
    public void Push<TSink>(ReadOnlySpan<byte> chunk, long nowUnixMs, ref TSink sink)
        where TSink : IAisSink
    {
        var adapter = new Adapter<TSink>(this, nowUnixMs, ref sink);
        _nmea.Push(chunk, ref adapter);
    }

    /// <summary>The same for a sink that is an object.</summary>
    public void Push(ReadOnlySpan<byte> chunk, long nowUnixMs, IAisSink sink) => Push(chunk, nowUnixMs, ref sink);

    /// <summary>Reads what is left as a line: at the end of a stream, of a datagram, or when a connection was lost.</summary>
    /// <remarks>Fragments go on waiting; <see cref="EndOfSource{TSink}"/> gives them up.</remarks>
    public void Flush<TSink>(long nowUnixMs, ref TSink sink)
        where TSink : IAisSink
    {
        var adapter = new Adapter<TSink>(this, nowUnixMs, ref sink);
        _nmea.Flush(ref adapter);
    }

    /// <summary>The same for a sink that is an object.</summary>
    public void Flush(long nowUnixMs, IAisSink sink) => Flush(nowUnixMs, ref sink);

    /// <summary>Flushes, and counts fragments that still wait as expired.</summary>
    public void EndOfSource<TSink>(long nowUnixMs, ref TSink sink)
        where TSink : IAisSink
    {
        Flush(nowUnixMs, ref sink);
        var adapter = new Adapter<TSink>(this, nowUnixMs, ref sink);
        _fragments.GiveUpAll(ref adapter);
    }

    /// <summary>The same for a sink that is an object.</summary>
    public void EndOfSource(long nowUnixMs, IAisSink sink) => EndOfSource(nowUnixMs, ref sink);

    private void Read<TSink>(in NmeaSentence sentence, ref Adapter<TSink> adapter)
        where TSink : IAisSink
    {
        if (!VdmSentence.IsVdm(sentence))
        {
            adapter.Sink.Sentence(in sentence);
            return;
        }
        if (VdmSentence.TryReadSingle(in sentence, out var length, out var fillBits))
        {
            var raw = sentence.Padded;
            var payload = raw[VdmSentence.SinglePayloadAt..];
            var talker = (ushort)((raw[1] << 8) | raw[2]);
            var channel = (char)raw[VdmSentence.ChannelAt];
            var carrier = new AisCarrier(raw[5] == 'O', channel, 1, sentence.ChecksumValid, talker);
            Decode(payload, length, fillBits, in sentence.Place, carrier, in sentence, ref adapter);
        }
        else
        {
            ReadAny(in sentence, ref adapter);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadAny<TSink>(in NmeaSentence sentence, ref Adapter<TSink> adapter)
        where TSink : IAisSink
    {
        var fault = VdmSentence.TryRead(in sentence, out var vdm);
        if (fault is not NmeaFault.None)
        {
            adapter.Drop(fault, in sentence);
        }
        else if (vdm.Total == 1)
        {
            var carrier = new AisCarrier(vdm.IsOwnShip, vdm.Channel, 1, sentence.ChecksumValid, vdm.Talker);
            var payload = sentence.Padded[vdm.PayloadStart..];
            Decode(payload, vdm.PayloadLength, vdm.FillBits, in sentence.Place, carrier, in sentence, ref adapter);
        }
        else if (_fragments.Add(in sentence, in vdm, _nmea.Sentences, adapter.NowUnixMs, ref adapter) is { } whole)
        {
            var carrier = new AisCarrier(vdm.IsOwnShip, whole.Channel, vdm.Total, whole.ChecksumValid, vdm.Talker);
            ref readonly var place = ref whole.Place();
            Decode(whole.Join(), whole.Length, whole.FillBits, in place, carrier, in sentence, ref adapter);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Decode<TSink>(
        ReadOnlySpan<byte> padded,
        int characters,
        int fillBits,
        ref readonly Place place,
        AisCarrier carrier,
        in NmeaSentence sentence,
        ref Adapter<TSink> adapter
    )
        where TSink : IAisSink
    {
        var length = characters * 6 - fillBits;
        if (
            (uint)(length - AisMessage.MinBits) > MaxBits - AisMessage.MinBits
            || !SixBit.TryUnpack(padded, characters, _bits)
            || _bits[0] is < 1 << 2 or >= 29 << 2
        )
        {
            adapter.Drop(WhatIsWrong(padded, characters, length), in sentence);
            return;
        }
        Messages++;
        adapter.Sink.Message(
            new AisMessage(new AisBits(_bits, length), carrier, sentence.Text, in sentence.TagFields, in place)
        );
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private NmeaFault WhatIsWrong(ReadOnlySpan<byte> padded, int characters, int length)
    {
        if (length > MaxBits)
        {
            return NmeaFault.PayloadTooLong;
        }
        if (!SixBit.TryUnpack(padded, characters, _bits))
        {
            return NmeaFault.PayloadCharacterInvalid;
        }
        return length < AisMessage.MinBits ? NmeaFault.PayloadTooShort : NmeaFault.TypeUnknown;
    }

    /// <summary>Stands between the sentence reader and the caller's sink for the time of one call.</summary>
    private ref struct Adapter<TSink> : INmeaSink, IFragmentDrops
        where TSink : IAisSink
    {
        private readonly AisReader _reader;
        private readonly ref TSink _sink;

        public Adapter(AisReader reader, long nowUnixMs, ref TSink sink)
        {
            _reader = reader;
            NowUnixMs = nowUnixMs;
            _sink = ref sink;
        }

        public long NowUnixMs { get; }

        public readonly ref TSink Sink => ref _sink;

        public void Sentence(in NmeaSentence sentence) => _reader.Read(in sentence, ref this);

        public readonly void Dropped(in NmeaDrop drop) => _sink.Dropped(in drop);

        public readonly void Drop(NmeaFault fault, in NmeaSentence sentence)
        {
            var sample = sentence.Raw[..Math.Min(sentence.Raw.Length, NmeaLimits.MaxSampleBytes)];
            Drop(fault, sentence.Origin.Offset, sentence.Origin.Line, sample);
        }

        public readonly void Drop(NmeaFault fault, long offset, long line, scoped ReadOnlySpan<byte> sample)
        {
            _reader.Faults.Count(fault);
            _sink.Dropped(new NmeaDrop(fault, offset, line, sample));
        }
    }
}
