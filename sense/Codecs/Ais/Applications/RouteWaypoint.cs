namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One point of <see cref="RouteInformation"/>. 55 bits.</summary>
public record struct RouteWaypoint : IFieldGroup
{
    /// <summary>The point.</summary>
    public AisPosition? Position { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Position = fields.Position(Position, PositionForm.Fine);
    }
}
