namespace Fourfold.Codecs.Capture;

/// <summary>Receives what a <see cref="CaptureReader"/> finds, in the order of the bytes. What is passed lives only during the call.</summary>
/// <remarks>No method has a default body: calling one on a struct would box it, once a datagram.</remarks>
public interface ICaptureSink
{
    /// <summary>A whole datagram.</summary>
    void Datagram(in CapturedDatagram datagram);

    /// <summary>What was passed over, and why.</summary>
    void Dropped(in CaptureDrop drop);
}
