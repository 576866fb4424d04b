using Fourfold.Kernel.Storage;
using Xunit;

namespace Fourfold.Kernel.Tests.Storage;

public class StorableTextTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "longe")]
    [InlineData("four🙂", 6, "four🙂")]
    [InlineData("four🙂!", 5, "four")]
    [InlineData("🙂", 1, "")]
    public void What_is_cut_ends_with_a_whole_sign(string text, int most, string kept) =>
        Assert.Equal(kept, StorableText.Cut(text, most));
}
