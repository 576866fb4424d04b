using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>Bytes that come through a pipe, in pieces that end anywhere.</summary>
public sealed class PipeTests
{
    private static readonly byte[] Lines = Encoding.ASCII.GetBytes(
        """
        !AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A
        !AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C
        !AIVDM,2,2,1,A,88888888880,2*25
        !AIVDM,2,1,2,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1F

        """
    );

    [Fact]
    public async Task A_pipe_is_read_to_its_end_and_what_waits_is_given_up()
    {
        var pipe = new Pipe();
        var sink = new Sink();
        var reader = new AisReader();
        var reading = reader.ReadToEnd(pipe.Reader, () => 0, sink, TestContext.Current.CancellationToken);
        foreach (var piece in Lines.Chunk(7))
            await pipe.Writer.WriteAsync(piece, TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();
        await reading;
        Assert.Equal(["1", "5", "FragmentExpired"], sink.Told);
        Assert.Equal(Lines.Length, reader.Offset);
    }

    [Fact]
    public void A_sequence_of_pieces_is_read_as_one()
    {
        var sink = new Sink();
        var reader = new AisReader();
        var sequence = Pieces(Lines.Chunk(11).ToArray());
        IAisSink asSink = sink;
        reader.Push(in sequence, 0, ref asSink);
        reader.EndOfSource(0, sink);
        Assert.Equal(["1", "5", "FragmentExpired"], sink.Told);
    }

    private static ReadOnlySequence<byte> Pieces(byte[][] pieces)
    {
        var first = new Piece(pieces[0], null);
        var last = pieces[1..].Aggregate(first, (before, bytes) => new Piece(bytes, before));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] bytes, Piece? before)
        {
            Memory = bytes;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }

    private sealed class Sink : IAisSink
    {
        public List<string> Told { get; } = [];

        public void Message(in AisMessage message) => Told.Add($"{message.Type}");

        public void Sentence(in NmeaSentence sentence) { }

        public void Dropped(in NmeaDrop drop) => Told.Add($"{drop.Fault}");
    }
}
