namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// 265/1, type 8: the next legs of a ship's route, as sent in Sea Traffic Management. 128 bits, and 64 a leg; or none.
/// </summary>
/// <remarks>Sea Traffic Management route message, as other decoders (libais) know it.</remarks>
public ref struct RouteExchange : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "route_exchange"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(265, 1);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (265, 1);

    /// <summary>Sails towards (true) or away from the first waypoint.</summary>
    public bool? IsTowardsFirstWaypoint { get; set; }

    /// <summary>The first waypoint.</summary>
    public AisPosition? First { get; set; }

    /// <summary>Up to six legs.</summary>
    public ApplicationList<RouteLeg> Legs { get; set; }

    /// <summary>The last leg is a great circle (true) or a rhumb line.</summary>
    public bool? IsGreatCircle { get; set; }

    /// <summary>Speed on it, knots, 0–102.2.</summary>
    public double? SpeedKnots { get; set; }

    /// <summary>The last waypoint reported.</summary>
    public AisPosition? Last { get; set; }

    /// <summary>How she is steered, 0–3.</summary>
    public int? SteeringMode { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        IsTowardsFirstWaypoint = fields.Flag("towards_first_waypoint"u8, IsTowardsFirstWaypoint);
        First = fields.Position("first"u8, First, PositionForm.Fine);
        Legs = fields.List("legs"u8, Legs, new ListForm(64, 6, 72), default);
        IsGreatCircle = fields.Flag("great_circle"u8, IsGreatCircle);
        SpeedKnots = fields.Scaled("speed_knots"u8, 10, SpeedKnots, divisor: 10, most: 1022, absent: 1023);
        Last = fields.Position("last"u8, Last, PositionForm.Fine);
        SteeringMode = fields.UInt("steering_mode"u8, 2, SteeringMode);
        fields.Spare(4);
    }
}
