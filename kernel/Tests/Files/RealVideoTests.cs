using System.Diagnostics;
using System.Text;
using Fourfold.Kernel.Files;
using Fourfold.Kernel.Files.Video;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

/// <summary>Videos that ffmpeg made, judged by ffprobe and exiftool.</summary>
public sealed class RealVideoTests : IDisposable
{
    private const string Place = "+19.9957+110.0712/";
    private readonly string folder = Directory.CreateTempSubdirectory("fourfold-video-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, string, string> Kinds() =>
        new()
        {
            { "mp4", "-c:v mpeg4 -c:a aac", "video/mp4" },
            { "mp4", "-c:v mpeg4 -c:a aac -movflags +faststart+use_metadata_tags", "video/mp4" },
            { "mov", "-c:v mpeg4 -c:a aac -movflags +use_metadata_tags", "video/quicktime" },
            { "3gp", "-c:v mpeg4 -c:a aac", "video/3gpp" },
            { "webm", "-c:v libvpx -c:a libvorbis", "video/webm" },
            { "mp4", "-c:v mpeg4 -c:a aac -movflags +frag_keyframe+empty_moov", "video/mp4" },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Where_it_was_taken_is_gone_and_every_frame_is_the_same(string ending, string how, string type)
    {
        Need("ffmpeg", "ffprobe", "exiftool");
        var before = Path.Combine(folder, $"before.{ending}");
        var said =
            $"-metadata location={Place} -metadata location-eng={Place} -metadata title=Secret -metadata:s:v:0 title=Secret "
            + $"-metadata com.apple.quicktime.location.ISO6709={Place}";
        Run(
            "ffmpeg",
            $"-v error -f lavfi -i testsrc=size=160x120:rate=10:duration=2 -f lavfi -i sine=duration=2 {how} {said} {before}"
        );
        var after = Path.Combine(folder, $"after.{ending}");
        File.Copy(before, after);
        Assert.Contains("19.9957", Everything(before), StringComparison.Ordinal);

        using (var file = File.Open(after, FileMode.Open, FileAccess.ReadWrite))
        {
            var head = new byte[FileCheck.HeadBytes];
            file.ReadExactly(head);
            Assert.Equal(type, FileCheck.TypeOf(head));
            Assert.Equal(VideoFault.None, type == "video/webm" ? WebM.Clean(file) : Mp4.Clean(file));
        }
        var text = Everything(after);
        Assert.DoesNotContain("19.9957", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Run("exiftool", $"-ee -G {after}"), StringComparison.Ordinal);
        Assert.Equal(new FileInfo(before).Length, new FileInfo(after).Length);
        Assert.Equal(Frames(before), Frames(after));
        // Whoever reads it finds nothing to complain of.
        Assert.Equal("", Run("ffprobe", $"-v warning {after}"));
    }

    [Fact]
    public void A_position_that_exiftool_wrote_is_gone()
    {
        Need("ffmpeg", "ffprobe", "exiftool");
        var file = Path.Combine(folder, "exiftool.mp4");
        Run("ffmpeg", $"-v error -f lavfi -i testsrc=size=160x120:rate=10:duration=1 -c:v mpeg4 {file}");
        Run(
            "exiftool",
            $"-q -overwrite_original -Keys:GPSCoordinates=\"19.9957,110.0712\" -XMP:GPSLatitude=19.9957 -ItemList:GPSCoordinates=\"19.9957,110.0712\" {file}"
        );
        Assert.Contains("GPS", Run("exiftool", $"-ee -G {file}"), StringComparison.Ordinal);
        using (var stream = File.Open(file, FileMode.Open, FileAccess.ReadWrite))
            Assert.Equal(VideoFault.None, Mp4.Clean(stream));
        Assert.DoesNotContain("GPS", Run("exiftool", $"-ee -G {file}"), StringComparison.Ordinal);
        Assert.Equal("", Run("ffprobe", $"-v warning {file}"));
    }

    [Fact]
    public void Subtitles_that_a_drone_writes_its_position_into_are_gone()
    {
        Need("ffmpeg", "ffprobe", "exiftool");
        var words = Path.Combine(folder, "words.srt");
        File.WriteAllText(words, "1\n00:00:00,000 --> 00:00:01,000\nGPS(19.9957,110.0712)\n\n");
        var file = Path.Combine(folder, "drone.mp4");
        Run(
            "ffmpeg",
            $"-v error -f lavfi -i testsrc=size=160x120:rate=10:duration=1 -i {words} -c:v mpeg4 -c:s mov_text {file}"
        );
        Assert.Contains("19.9957", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
        var frames = Frames(file);
        using (var stream = File.Open(file, FileMode.Open, FileAccess.ReadWrite))
            Assert.Equal(VideoFault.None, Mp4.Clean(stream));
        Assert.DoesNotContain("19.9957", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
        Assert.Equal(frames, Frames(file));
        Assert.DoesNotContain("subtitle", Run("ffprobe", $"-v warning -show_streams {file}"), StringComparison.Ordinal);
    }

    private static string Everything(string file) =>
        Run("ffprobe", $"-v quiet -show_format -show_streams {file}")
        + Run("exiftool", $"-ee -a -G -n {file}").Replace(Path.GetDirectoryName(file)!, "", StringComparison.Ordinal) // A file has a folder.
        + Encoding.Latin1.GetString(File.ReadAllBytes(file));

    /// <summary>A hash of every decoded frame, of picture and sound.</summary>
    private static string Frames(string file) => Run("ffmpeg", $"-v error -i {file} -map 0:v -map 0:a? -f framemd5 -");

    private static void Need(params string[] programs)
    {
        foreach (var program in programs)
            if (!File.Exists($"/usr/bin/{program}"))
                Assert.Skip($"{program} is not installed");
    }

    private static string Run(string program, string arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!; // Found by Need.
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var said = errors.GetAwaiter().GetResult();
        Assert.True(process.ExitCode == 0, $"{program} {arguments}: {said}");
        return output + said;
    }
}
