using Xunit;

namespace Fourfold.Coordinate.Tests.Cases;

public sealed class StatesDocumentTests
{
    [Fact]
    public void The_page_of_states_says_what_the_program_does()
    {
        var file = Path.Combine(SharedData.Repository(), "docs", "reference", "states.md");
        var made = StatesDocument.Make();
        if (Environment.GetEnvironmentVariable("FOURFOLD_WRITE_DOCS") == "1")
            File.WriteAllText(file, made);
        Assert.Equal(made, File.ReadAllText(file));
    }
}
