namespace Fourfold.Kernel.Push;

/// <summary>What an operator may set of pushes to phones, in the section <c>Push</c>.</summary>
internal sealed class PushOptions
{
    /// <summary>Whether phones can be told of news while the app is closed.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How a push service reaches whoever runs this, such as <c>mailto:it@example.cn</c>; some services demand it.</summary>
    public string? Contact { get; init; }

    /// <summary>Origins of relays of one's own, such as <c>http://10.1.2.3:8080</c>, which may lie in a private network.</summary>
    public IReadOnlyList<string> Relays { get; init; } = [];

    /// <summary>Proxy through which push services are reached, or null for none.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Phones of one person; the one unseen for longest makes room.</summary>
    public int MostPerPerson { get; init; } = 5;

    /// <summary>Messages that may wait to be sent; further ones are dropped and counted.</summary>
    public int MostWaiting { get; init; } = 50_000;

    /// <summary>After this time a message is no news any more.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long one push service may take to answer.</summary>
    public TimeSpan AnswerWait { get; init; } = TimeSpan.FromSeconds(10);
}
