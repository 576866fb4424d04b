namespace Fourfold.Contracts;

/// <summary>Something that happened in one module and that others may react to. Delivered at least once, in order within one key.</summary>
public interface IEvent
{
    /// <summary>The stable name in the outbox, such as <c>sense.alert-raised</c>; never renamed once shipped.</summary>
    static abstract string Name { get; }

    /// <summary>Version of the record's shape; a reader accepts this one and all before it.</summary>
    static abstract int SchemaVersion { get; }

    /// <summary>The aggregate the event belongs to; events with one key are handled in the order they were written.</summary>
    string OrderingKey { get; }
}
