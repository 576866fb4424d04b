using System.Diagnostics;
using System.Globalization;
using System.Text;
using Fourfold.Kernel.Files.Video;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

/// <summary>Spoken words that ffmpeg made as phones do, judged by ffprobe.</summary>
[Trait("Needs", "Store")]
public sealed class RealSoundTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fourfold-sound-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, string, string> Kinds() =>
        new()
        {
            { "webm", "-c:a libopus -b:a 24k", "audio/webm" },
            { "webm", "-c:a libopus -b:a 24k -live 1", "audio/webm" },
            { "mp4", "-c:a aac -b:a 32k", "audio/mp4" },
            { "mp4", "-c:a aac -b:a 32k -movflags +frag_keyframe+empty_moov -frag_duration 500000", "audio/mp4" },
            { "m4a", "-c:a aac -b:a 32k", "audio/mp4" },
        };

    /// <summary>Frames of each length that Opus has, mono and stereo, many small pages and few large ones.</summary>
    public static TheoryData<string> OpusKinds() =>
        [
            "-c:a libopus -b:a 24k",
            "-c:a libopus -b:a 24k -page_duration 20000",
            "-c:a libopus -b:a 510k -ac 2 -page_duration 5000000",
            "-c:a libopus -b:a 24k -frame_duration 2.5 -application lowdelay",
            "-c:a libopus -b:a 16k -frame_duration 60 -application voip",
            "-c:a libopus -b:a 24k -frame_duration 120",
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Words_are_known_as_words_their_length_is_told_and_what_tells_of_the_speaker_is_gone(
        string ending,
        string how,
        string type
    )
    {
        Need("ffmpeg", "ffprobe");
        var path = Make(ending, how, 7);
        var before = Frames(path);
        using (var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite))
        {
            Assert.Equal(VideoFault.SoundOnly, type == "audio/webm" ? WebM.Clean(file) : Mp4.Clean(file));
            Assert.InRange(SoundLength.Seconds(file, type) ?? -1, 6.8, 7.2);
        }
        Assert.DoesNotContain("Secret", Encoding.Latin1.GetString(File.ReadAllBytes(path)), StringComparison.Ordinal);
        Assert.Equal(before, Frames(path));
        Assert.Equal("", Run("ffprobe", $"-v warning {path}"));
        Assert.Equal("audio", Run("ffprobe", $"-v error -show_entries stream=codec_type -of csv=p=0 {path}").Trim());
    }

    [Theory]
    [MemberData(nameof(OpusKinds))]
    public void Ogg_is_written_anew_with_the_same_sound_and_without_comments(string how)
    {
        Need("ffmpeg", "ffprobe");
        // Comments of more than a page, as a cover picture would be.
        var path = Make("ogg", $"{how} -metadata description={new string('S', 90_000)}", 7);
        var before = Frames(path);
        var whole = File.ReadAllBytes(path);
        var cleaned = Ogg.Clean([.. whole, .. "Secret"u8], out var seconds);
        Assert.NotNull(cleaned);
        Assert.InRange(seconds, 6.9, 7.2);
        Assert.InRange(cleaned.Length, 1, whole.Length - 90_000);
        File.WriteAllBytes(path, cleaned);
        Assert.DoesNotContain("Secret", Encoding.Latin1.GetString(cleaned), StringComparison.Ordinal);
        Assert.Equal(before, Frames(path));
        Assert.Equal("", Run("ffprobe", $"-v warning {path}"));
        Assert.Equal("opus", Run("ffprobe", $"-v error -show_entries stream=codec_name -of csv=p=0 {path}").Trim());
        Assert.InRange(
            double.Parse(
                Run("ffprobe", $"-v error -show_entries format=duration -of csv=p=0 {path}"),
                CultureInfo.InvariantCulture
            ),
            6.9,
            7.1
        );
        Assert.Equal(cleaned, Ogg.Clean(cleaned, out _));
    }

    [Fact]
    public void Ogg_that_is_no_words_of_one_stream_or_was_changed_is_not_taken()
    {
        Need("ffmpeg", "ffprobe");
        Assert.Null(Ogg.Clean(File.ReadAllBytes(Make("ogg", "-c:a flac", 1)), out _));
        Assert.Null(Ogg.Clean(File.ReadAllBytes(Make("ogg", "-c:a libopus -ac 6 -mapping_family 1", 1)), out _));
        var whole = File.ReadAllBytes(Make("ogg", "-c:a libopus -b:a 24k", 1));
        Assert.Null(Ogg.Clean(whole[..^1], out _));
        var chance = new Random(4690);
        for (var i = 0; i < 400; i++)
        {
            var bytes = whole.ToArray();
            bytes[chance.Next(bytes.Length)] ^= (byte)chance.Next(1, 256);
            Assert.Null(Ogg.Clean(bytes, out _));
            _ = Ogg.Clean(whole[..chance.Next(whole.Length)], out _);
        }
    }

    [Theory]
    [InlineData("webm", "-c:a libopus -b:a 24k")]
    [InlineData("mp4", "-c:a aac -b:a 32k -movflags +frag_keyframe+empty_moov -frag_duration 500000")]
    public void Cut_anywhere_or_garbled_it_gives_an_answer(string ending, string how)
    {
        Need("ffmpeg", "ffprobe");
        var whole = File.ReadAllBytes(Make(ending, how, 1));
        var type = ending == "webm" ? "audio/webm" : "audio/mp4";
        var chance = new Random(4690);
        for (var i = 0; i < 400; i++)
        {
            var bytes = whole[..chance.Next(1, whole.Length)];
            bytes[chance.Next(bytes.Length)] ^= (byte)chance.Next(1, 256);
            using var file = new MemoryStream(bytes);
            Assert.True(SoundLength.Seconds(file, type) is null or >= 0);
        }
    }

    [Fact]
    public async Task A_minute_is_kept_as_sound_and_more_is_refused()
    {
        Need("ffmpeg", "ffprobe");
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        var minute = await File.ReadAllBytesAsync(Make("webm", "-c:a libopus -b:a 24k", 60));
        var id = await client.Stored(minute, "audio/webm", Tus.Sha256(minute));
        using var read = await client.GetAsync($"/api/v1/files/{id}");
        Assert.Equal("audio/webm", read.Content.Headers.ContentType?.MediaType);

        var speech = await File.ReadAllBytesAsync(Make("webm", "-c:a libopus -b:a 24k", 90));
        using var refused = await client.Begin(speech.Length, metadata: Tus.Metadata(type: "audio/webm"), body: speech);
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("file.sound-too-long", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var ogg = await File.ReadAllBytesAsync(Make("ogg", "-c:a libopus -b:a 24k", 60));
        using var spoken = await client.GetAsync(
            $"/api/v1/files/{await client.Stored(ogg, "audio/ogg", Tus.Sha256(ogg))}"
        );
        Assert.Equal("audio/ogg", spoken.Content.Headers.ContentType?.MediaType);
        var long_ = await File.ReadAllBytesAsync(Make("ogg", "-c:a libopus -b:a 24k", 90));
        using var longer = await client.Begin(long_.Length, metadata: Tus.Metadata(type: "audio/ogg"), body: long_);
        Assert.Contains("file.sound-too-long", await longer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // A form's answers take no sound.
        using var other = await client.Begin(
            minute.Length,
            metadata: Tus.Metadata("form-media", "audio/webm"),
            body: minute
        );
        Assert.Equal(415, (int)other.StatusCode);
    }

    private string Make(string ending, string how, int seconds)
    {
        var path = Path.Combine(folder, $"{seconds}.{ending}");
        Run(
            "ffmpeg",
            string.Create(
                CultureInfo.InvariantCulture,
                $"-v error -y -f lavfi -i sine=duration={seconds} {how} -metadata title=Secret -metadata artist=Secret {path}"
            )
        );
        return path;
    }

    private static string Frames(string file) => Run("ffmpeg", $"-v error -i {file} -map 0:a -f framemd5 -");

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
