namespace Fourfold.Codecs.Capture;

/// <summary>One fault and where it is in the recording.</summary>
/// <param name="Fault">What was wrong.</param>
/// <param name="Offset">Byte offset of the frame, block or record, from 0.</param>
public readonly record struct CaptureDrop(CaptureFault Fault, long Offset);
