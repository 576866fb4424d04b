namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>The room that answers those in the field. Section <c>DutyRoom</c> of the configuration.</summary>
internal sealed class DutyRoomOptions
{
    /// <summary>Telephone that a held button on the phone calls; null offers no such button.</summary>
    public string? Phone { get; set; }
}
