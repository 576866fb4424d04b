namespace Fourfold.Server.Terminal;

/// <summary>What the person who started the server must be told once: links and first passwords.</summary>
public sealed class Welcome
{
    private readonly List<Func<string, string>> lines = [];

    /// <summary>Adds a line; it is given the server's address, such as <c>http://localhost:5080</c>.</summary>
    internal void Add(Func<string, string> line) => lines.Add(line);

    /// <summary>The lines, in the order they were added.</summary>
    public IEnumerable<string> Lines(string url) => lines.Select(line => line(url));
}
