using Fourfold.Forms.Expressions.Patterns;
using Xunit;

namespace Fourfold.Serve.Tests.Forms.Patterns;

public class PortablePatternTests
{
    [Theory]
    [InlineData(@"1[3-9]\d{9}")]
    [InlineData(@"(0\d{2,3}-?)?\d{7,8}")]
    [InlineData(@"\d{17}[\dXx]")]
    [InlineData(@"琼[A-F][A-Z0-9]{5}")]
    [InlineData(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    [InlineData(@"(\d{1,3}\.){3}\d{1,3}")]
    [InlineData(@"(?:\d+,)*\d+")]
    [InlineData(@"(\d{4}[- ]?){3}\d{4}")]
    [InlineData(@"([A-Za-z]+(-[A-Za-z]+)*)?")]
    [InlineData(".*foo.*bar.*")]
    [InlineData("(Mr|Mrs) .+")]
    [InlineData("(ab|cd)*e")]
    public void What_clerks_write_is_no_fault(string pattern) => Assert.Null(PortablePattern.FaultOf(pattern));

    [Theory]
    [InlineData("(a+)+", 4)]
    [InlineData("(a|aa|aaa)*b", 10)]
    [InlineData("(a{0,20}){0,20}", 9)]
    [InlineData("((a{0,5}){0,5}){0,5}", 15)]
    [InlineData("(a*b*)*c", 6)]
    [InlineData("(a?)*", 4)]
    [InlineData(@"(\w+\s?)*", 8)]
    [InlineData("(.*a){12}", 5)]
    [InlineData("a*a*a*a*b", 1)]
    [InlineData("(|a)+", 4)]
    [InlineData("(a|ab|b){30}", 8)]
    public void What_could_take_for_ever_is_pointed_at(string pattern, int at) =>
        Assert.Equal((at, "slow-pattern"), PortablePattern.FaultOf(pattern));

    [Theory]
    [InlineData("", 0, "bad-pattern")]
    [InlineData("a**", 2, "bad-pattern")]
    [InlineData("a+?", 2, "bad-pattern")]
    [InlineData("*a", 0, "bad-pattern")]
    [InlineData("(a", 1, "bad-pattern")]
    [InlineData("a)", 1, "bad-pattern")]
    [InlineData("a{2,1}", 1, "bad-pattern")]
    [InlineData("a{,3}", 1, "bad-pattern")]
    [InlineData("a{1,2", 1, "bad-pattern")]
    [InlineData("a{1000}", 1, "bad-pattern")]
    [InlineData("[]", 0, "bad-pattern")]
    [InlineData("[a[b]", 0, "bad-pattern")]
    [InlineData("[z-a]", 0, "bad-pattern")]
    [InlineData(@"[\d-z]", 0, "bad-pattern")]
    [InlineData("[a", 0, "bad-pattern")]
    [InlineData(@"[a\", 0, "bad-pattern")]
    [InlineData(@"\q", 0, "bad-pattern")]
    [InlineData("a\\", 1, "bad-pattern")]
    [InlineData("^a$", 0, "bad-pattern")]
    [InlineData("(?!a)", 0, "unportable-pattern")]
    [InlineData("(?<n>a)", 0, "unportable-pattern")]
    public void What_is_not_well_formed_is_pointed_at(string pattern, int at, string code) =>
        Assert.Equal((at, code), PortablePattern.FaultOf(pattern));

    /// <summary>
    /// The judge is a plain matcher that goes back and tries again, and counts the characters it looks at: never more
    /// than the ways that were counted, each of the length of the text and, at each character, of the pattern.
    /// </summary>
    [Fact]
    public void No_text_takes_more_steps_than_the_ways_counted()
    {
        var random = new Random(20261130);
        var judged = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var pattern = RandomPattern(random, 3);
            var (read, fault) = PatternReader.Read(pattern);
            Assert.True(fault is null, pattern);
            const int length = 12;
            var ways = new PatternWays(length, double.MaxValue).Count(read!);
            if (ways > 1_000)
                continue;
            judged++;
            var text =
                string.Concat(Enumerable.Range(0, length - 1).Select(_ => random.Next(3) == 0 ? 'b' : 'a')) + '!';
            var matcher = new BacktrackingMatcher(text);
            matcher.Matches(read!);
            Assert.True(
                matcher.Steps <= ways * (length + 1) * 4 * pattern.Length,
                $"{pattern} over {text}: {matcher.Steps} steps, {ways} ways"
            );
        }
        Assert.InRange(judged, 1_000, 4_000);
    }

    private static string RandomPattern(Random random, int depth) =>
        (depth == 0 ? 0 : random.Next(6)) switch
        {
            1 or 2 => RandomPattern(random, depth - 1) + RandomPattern(random, depth - 1),
            3 => $"({RandomPattern(random, depth - 1)}|{RandomPattern(random, depth - 1)})",
            4 or 5 => $"({RandomPattern(random, depth - 1)}){Counts[random.Next(Counts.Length)]}",
            _ => Single[random.Next(Single.Length)],
        };

    private static readonly string[] Single = ["a", "b", "[ab]", "c"];
    private static readonly string[] Counts = ["*", "+", "?", "{2}", "{0,3}", "{2,}", "{1,2}"];
}
