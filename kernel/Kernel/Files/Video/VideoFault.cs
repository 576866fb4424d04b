namespace Fourfold.Kernel.Files.Video;

/// <summary>Why a video is not taken in.</summary>
internal enum VideoFault
{
    /// <summary>It is whole and holds nothing but picture and sound.</summary>
    None,

    /// <summary>It is whole and holds sound alone: somebody's words.</summary>
    SoundOnly,

    /// <summary>It is cut short, or not built as its type demands.</summary>
    Damaged,

    /// <summary>It has a track that is neither picture nor sound and cannot be taken out.</summary>
    OtherTrack,
}
