using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Files.Sealed;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

public sealed class SealedFramesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fourfold-sealed-").FullName;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(SealedFrames.KeyBytes);

    private string File => Path.Combine(folder, "sealed");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedFrames.PlainBytes - 1)]
    [InlineData(SealedFrames.PlainBytes)]
    [InlineData(SealedFrames.PlainBytes + 1)]
    [InlineData(3 * SealedFrames.PlainBytes)]
    [InlineData((3 * SealedFrames.PlainBytes) + 77)]
    public async Task What_was_sealed_opens_whole_and_from_anywhere(int length)
    {
        var plain = await Sealed(length);
        Assert.Equal(length, SealedFrames.PlainLength(new FileInfo(File).Length));
        Assert.Equal(plain, await Opened());
        using var stream = Open();
        Assert.Equal(length, stream.Length);
        foreach (var from in (int[])[length - 1, length / 2, 65_530, 0])
        {
            if (from < 0 || from >= length)
                continue;
            stream.Position = from;
            var piece = new byte[Math.Min(20, length - from)];
            await stream.ReadExactlyAsync(piece);
            Assert.Equal(plain[from..(from + piece.Length)], piece);
        }
    }

    [Fact]
    public async Task Nothing_of_the_plain_bytes_stands_in_the_sealed_ones_and_no_two_are_alike()
    {
        var plain = await Sealed(200_000);
        var first = await System.IO.File.ReadAllBytesAsync(File);
        Assert.Equal(-1, first.AsSpan().IndexOf(plain.AsSpan(0, 16)));
        await Sealed(200_000);
        Assert.NotEqual(first, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_wherever_does_not_open()
    {
        await Sealed((2 * SealedFrames.PlainBytes) + 500);
        var all = await System.IO.File.ReadAllBytesAsync(File);
        foreach (
            var length in (int[])
                [
                    all.Length - 1,
                    2 * SealedFrames.StoredBytes,
                    SealedFrames.StoredBytes,
                    SealedFrames.StoredBytes + SealedFrames.TagBytes,
                    SealedFrames.TagBytes,
                    5,
                    0,
                ]
        )
        {
            await System.IO.File.WriteAllBytesAsync(File, all[..length]);
            await Assert.ThrowsAnyAsync<CryptographicException>(Opened);
        }
        await System.IO.File.WriteAllBytesAsync(File, [.. all, 0]);
        await Assert.ThrowsAnyAsync<CryptographicException>(Opened);
    }

    [Fact]
    public async Task Frames_that_changed_places_or_a_byte_or_came_from_another_file_do_not_open()
    {
        await Sealed((3 * SealedFrames.PlainBytes) + 500);
        var all = await System.IO.File.ReadAllBytesAsync(File);
        byte[] Frame(int number) =>
            all[(number * SealedFrames.StoredBytes)..Math.Min(all.Length, (number + 1) * SealedFrames.StoredBytes)];
        byte[] swapped = [.. Frame(1), .. Frame(0), .. Frame(2), .. Frame(3)];
        byte[] repeated = [.. Frame(0), .. Frame(0), .. Frame(2), .. Frame(3)];
        byte[] without = [.. Frame(0), .. Frame(2), .. Frame(3)];
        var flipped = all.ToArray();
        flipped[70_000] ^= 1;
        foreach (var changed in (byte[][])[swapped, repeated, without, flipped])
        {
            await System.IO.File.WriteAllBytesAsync(File, changed);
            await Assert.ThrowsAnyAsync<CryptographicException>(Opened);
        }
        await Sealed((3 * SealedFrames.PlainBytes) + 500, RandomNumberGenerator.GetBytes(32));
        var other = await System.IO.File.ReadAllBytesAsync(File);
        await System.IO.File.WriteAllBytesAsync(File, [.. Frame(0), .. other[SealedFrames.StoredBytes..]]);
        await Assert.ThrowsAnyAsync<CryptographicException>(Opened);
    }

    [Fact]
    public void A_files_key_is_unwrapped_for_its_own_file_place_and_county_only()
    {
        var county = new FileKey("s:469023", RandomNumberGenerator.GetBytes(32));
        var (id, other) = (FileId.From(Guid.CreateVersion7()), FileId.From(Guid.CreateVersion7()));
        var wrapped = FileSeal.Wrap(county, id, "a", key);
        Assert.Equal(FileSeal.WrappedBytes, wrapped.Length);
        Assert.Equal(key, FileSeal.Unwrap(county, id, "a", wrapped));
        Assert.NotEqual(wrapped, FileSeal.Wrap(county, id, "a", key));
        Fails(county, other, "a");
        Fails(county, id, "b");
        Fails(county with { Id = "s:460400" }, id, "a");
        Fails(county with { Bytes = RandomNumberGenerator.GetBytes(32) }, id, "a");
        wrapped[20] ^= 1;
        Fails(county, id, "a");

        void Fails(FileKey with, FileId of, string place) =>
            Assert.Throws<AuthenticationTagMismatchException>(() => FileSeal.Unwrap(with, of, place, wrapped));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<byte[]> Sealed(int length, byte[]? with = null)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        await using var to = new FileStream(File, FileMode.Create);
        await SealedFrames.Seal(with ?? key, new MemoryStream(plain), to, default);
        return plain;
    }

    private SealedStream Open()
    {
        var stored = new FileStream(File, FileMode.Open);
        try
        {
            return SealedStream.Open(stored, key);
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    private async Task<byte[]> Opened()
    {
        await using var stream = Open();
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}
