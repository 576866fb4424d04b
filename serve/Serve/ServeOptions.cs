namespace Fourfold.Serve;

/// <summary>What an operator may set, in the section <c>Serve</c>.</summary>
internal sealed class ServeOptions
{
    /// <summary>Hours that local time is ahead of UTC: shifts are in local time.</summary>
    public double UtcOffsetHours { get; init; } = 8;

    /// <summary>The built validator of forms; the host names that of its web folder.</summary>
    public string? ValidatorFile { get; init; }

    /// <summary>File of the secrets that sensitive answers are sealed with; without it <c>keys/forms.json</c> in the data folder.</summary>
    public string? KeyFile { get; init; }

    /// <summary>How old a filled form may be when it comes in: as long as a phone may lie without a net.</summary>
    public TimeSpan OldestSubmission { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How far ahead of ours a phone's clock may be.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a request to see sensitive answers waits for its consent.</summary>
    public TimeSpan UnmaskWaits { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long sensitive answers can be seen after the consent.</summary>
    public TimeSpan UnmaskLasts { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The name under which residents reach this server, for the codes on posters; without it, that of whoever asks for one.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Days a resident's question is kept after its last line; 1 or more.</summary>
    public int QuestionsKeptDays { get; init; } = 180;
}
