using System.Text;
using CsCheck;
using Fourfold.Kernel.Files;
using Fourfold.Kernel.Files.Video;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

public sealed class VideoTests
{
    [Theory]
    [InlineData("isom", "video/mp4")]
    [InlineData("mp42", "video/mp4")]
    [InlineData("qt  ", "video/quicktime")]
    [InlineData("3gp5", "video/3gpp")]
    [InlineData("heic", null)]
    [InlineData("avif", null)]
    [InlineData("M4A ", "video/mp4")] // Sound alone, which its tracks tell.
    public void A_box_tells_by_its_brand_what_it_is(string brand, string? type) =>
        Assert.Equal(type, FileCheck.TypeOf(Videos.Mp4(brand).AsSpan(0, FileCheck.HeadBytes)));

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Positions_and_measurements_are_taken_out_of_a_box_and_the_pictures_stay(bool wide, bool movieFirst)
    {
        var video = Videos.Mp4(wide: wide, movieFirst: movieFirst);
        Assert.Contains(Videos.Secret, Encoding.Latin1.GetString(video), StringComparison.Ordinal);
        var cleaned = Clean(video, out var fault);
        Assert.Equal(VideoFault.None, fault);
        var text = Encoding.Latin1.GetString(cleaned);
        Assert.DoesNotContain(Videos.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("location", text, StringComparison.Ordinal);
        Assert.Equal((video.Length, 2), (cleaned.Length, Videos.FramesIn(cleaned)));
        Assert.Equal(cleaned, Clean(cleaned, out fault));
        Assert.Equal(VideoFault.None, fault);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tags_and_attachments_are_taken_out_of_a_webm_and_the_pictures_stay(bool unknownSizes)
    {
        var video = Videos.WebM(unknownSizes: unknownSizes);
        Assert.Equal("video/webm", FileCheck.TypeOf(video.AsSpan(0, FileCheck.HeadBytes)));
        var cleaned = Clean(video, out var fault);
        Assert.Equal(VideoFault.None, fault);
        Assert.DoesNotContain(Videos.Secret, Encoding.Latin1.GetString(cleaned), StringComparison.Ordinal);
        Assert.Equal((video.Length, 1), (cleaned.Length, Videos.FramesIn(cleaned)));
        Assert.Equal(cleaned, Clean(cleaned, out fault));
        Assert.Equal(VideoFault.None, fault);
    }

    [Theory]
    [InlineData(0x11)]
    [InlineData(0x21)]
    public void A_webm_with_another_kind_of_track_is_refused(int trackType)
    {
        _ = Clean(Videos.WebM(trackType), out var fault);
        Assert.Equal(VideoFault.OtherTrack, fault);
    }

    [Fact]
    public void A_video_cut_short_anywhere_is_damaged_or_has_lost_only_what_is_dropped_anyway()
    {
        var box = Videos.Mp4();
        for (var length = 16; length < box.Length; length++)
        {
            _ = Clean(box[..length], out var fault);
            Assert.NotEqual(VideoFault.None, fault);
        }
        var webm = Videos.WebM();
        for (var length = 64; length < webm.Length - Videos.Secret.Length; length++)
        {
            _ = Clean(webm[..length], out var fault);
            Assert.NotEqual(VideoFault.None, fault);
        }
    }

    [Fact]
    public void Any_bytes_give_an_answer_and_keep_their_length() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Int[0, int.MaxValue], Gen.Byte)
            .Sample(
                (kind, at, value, second, other) =>
                {
                    var bytes = kind switch
                    {
                        0 => Videos.Mp4(),
                        1 => Videos.Mp4(wide: true, movieFirst: true),
                        2 => Videos.WebM(),
                        _ => Videos.WebM(unknownSizes: true),
                    };
                    bytes[at % bytes.Length] = value;
                    bytes[second % bytes.Length] = other;
                    return Clean(bytes, out _, kind < 2).Length == bytes.Length;
                },
                iter: 20_000
            );

    [Fact]
    public void Every_sample_of_a_box_lies_in_its_data()
    {
        // The first chunk is said to begin in the header: whoever plays it would be shown something else.
        var video = Videos.Mp4();
        var table = video.AsSpan().IndexOf("stco"u8);
        video.AsSpan(table + 12, 4).Clear();
        _ = Clean(video, out var fault);
        Assert.Equal(VideoFault.Damaged, fault);
    }

    private static byte[] Clean(byte[] video, out VideoFault fault, bool? box = null)
    {
        var file = new MemoryStream();
        file.Write(video);
        fault = box ?? !WebM.Begins(video) ? Mp4.Clean(file) : WebM.Clean(file);
        return file.ToArray();
    }
}
