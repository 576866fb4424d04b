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
