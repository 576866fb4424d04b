using Fourfold.Testing.Fuzzing;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs;

/// <summary>Inputs that <c>./fourfold bench fuzz</c> found worth keeping, findings among them, read again.</summary>
public sealed class FuzzTests
{
    public static TheoryData<string> Targets => [.. FuzzCorpus.Targets.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_kept_input_is_read_and_holds_the_laws(string name)
    {
        var target = FuzzCorpus.Targets.Single(target => target.Name == name);
        var kept = FuzzCorpus.Kept(target);
        Assert.NotEmpty(kept);
        foreach (var (file, bytes) in kept)
        {
            for (var seed = 0; seed < 6; seed++)
            {
                try
                {
                    target.Try(bytes, new Random(seed), new Footprint());
                }
                catch (Exception problem)
                {
                    Assert.Fail($"{name}/{file}, seed {seed}: {problem}");
                }
            }
        }
    }

    [Fact]
    public void A_mutated_input_is_within_bounds_and_the_same_for_the_same_seed()
    {
        byte[] Make(int seed) =>
            new Mutator(new Random(seed)).Change(new byte[5990], "other"u8.ToArray(), ["word"u8.ToArray()]);
        for (var seed = 0; seed < 200; seed++)
        {
            var changed = Make(seed);
            Assert.True(changed.Length <= Mutator.MaxBytes);
            Assert.Equal(changed, Make(seed));
        }
    }
}
