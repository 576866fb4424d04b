namespace Fourfold.Codecs.RemoteId;

/// <summary>Why bytes of a drone's broadcast did not become messages.</summary>
public enum RemoteIdFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The frame carries no Remote ID.</summary>
    NotRemoteId,

    /// <summary>The frame, or a message in it, ends too early.</summary>
    Truncated,

    /// <summary>A message pack with messages of another size than 25 octets, with none, or with more than nine.</summary>
    PackInvalid,

    /// <summary>A message of a type that is not known; passed over.</summary>
    TypeUnknown,
}
