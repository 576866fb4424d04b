using System.Text;
using CsCheck;
using Fourfold.Kernel.Files;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

public sealed class FileCheckTests
{
    private static readonly string[] Types = ["image/jpeg", "image/png", "image/webp"];

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public void Positions_and_comments_are_taken_out_and_the_picture_stays_one(string type)
    {
        var picture = Of(type);
        Assert.Contains(Pictures.Secret, Encoding.Latin1.GetString(picture), StringComparison.Ordinal);
        var cleaned = FileCheck.Of(picture);
        Assert.Equal(type, cleaned.MediaType);
        Assert.NotNull(cleaned.Content);
        Assert.DoesNotContain(Pictures.Secret, Encoding.Latin1.GetString(cleaned.Content), StringComparison.Ordinal);
        // Clean is clean: a second time changes nothing.
        Assert.Equal(cleaned.Content, FileCheck.Of(cleaned.Content).Content);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    [InlineData(99, false)]
    public void Of_exif_only_which_way_is_up_is_kept(byte orientation, bool kept)
    {
        var cleaned = FileCheck.Of(Pictures.Jpeg(orientation)).Content;
        Assert.NotNull(cleaned);
        var text = Encoding.Latin1.GetString(cleaned);
        Assert.Equal(kept, text.Contains("Exif", StringComparison.Ordinal));
        Assert.DoesNotContain("ABC", text, StringComparison.Ordinal); // The maker's name.
        if (kept)
            Assert.Equal(orientation, Exif.Orientation(cleaned.AsSpan(cleaned.AsSpan().IndexOf("Exif"u8))));
    }

    [Fact]
    public void A_jpegs_trailer_is_dropped()
    {
        var withTrailer = Pictures.Jpeg().Concat("ftypmp42 motion picture"u8.ToArray()).ToArray();
        Assert.Equal(FileCheck.Of(Pictures.Jpeg()).Content, FileCheck.Of(withTrailer).Content);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public void A_picture_cut_short_anywhere_is_damaged_or_unknown(string type)
    {
        var whole = FileCheck.Of(Of(type)).Content!;
        for (var length = 0; length < whole.Length; length++)
            Assert.Null(FileCheck.Of(whole.AsSpan(0, length)).Content);
    }

    [Fact]
    public void Any_bytes_give_an_answer() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int, Gen.Byte)
            .Sample(
                (kind, at, value) =>
                {
                    var bytes = Of(Types[kind]);
                    bytes[(at & int.MaxValue) % bytes.Length] = value;
                    _ = FileCheck.Of(bytes);
                },
                iter: 20_000
            );

    [Fact]
    public void A_pdf_has_an_end()
    {
        Assert.Equal("application/pdf", FileCheck.Of("%PDF-1.7\n…\n%%EOF\n"u8).MediaType);
        Assert.Null(FileCheck.Of("%PDF-1.7\n…"u8).Content);
    }

    private static byte[] Of(string type) =>
        type switch
        {
            "image/jpeg" => Pictures.Jpeg(),
            "image/png" => Pictures.Png(),
            _ => Pictures.WebP(),
        };
}
