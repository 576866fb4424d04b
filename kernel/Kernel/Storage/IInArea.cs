namespace Fourfold.Kernel.Storage;

/// <summary>A row that belongs to an area. Every query sees only those of the actor's scope (the named filter <c>area</c>).</summary>
public interface IInArea
{
    /// <summary>Path of the area: its code cut by its level.</summary>
    string AreaPath { get; }
}
