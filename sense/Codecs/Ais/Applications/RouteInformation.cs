namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/27 to all, 1/28 to one: a route. 61 bits, and 55 a waypoint.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 13 and 14.</remarks>
public ref struct RouteInformation : IAisApplication
{
    /// <summary>Waypoints at most.</summary>
    public const int MaxWaypoints = 16;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "route_information"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, isAddressed ? 28 : 27);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 28 or 27);

    /// <summary>Number that links it to a text (1/29, 1/30) and by which it is cancelled, 1–1023.</summary>
    public int? Linkage { get; set; }

    /// <summary>0 ship, 1 authority; 2–7 reserved.</summary>
    public int? Sender { get; set; }

    /// <summary>
    /// 1 mandatory, 2 recommended, 3 alternative, 4 recommended through ice, 5 ship's route, 31 cancels the linked
    /// route.
    /// </summary>
    public int? RouteType { get; set; }

    /// <summary>When it begins, UTC.</summary>
    public AisEta? Start { get; set; }

    /// <summary>How long it holds, minutes; 0 cancels it.</summary>
    public int? DurationMinutes { get; set; }

    /// <summary>Up to 16 points, as many as the message says and holds.</summary>
    public ApplicationList<RouteWaypoint> Waypoints { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Linkage = fields.UInt("linkage"u8, 10, Linkage, least: 1, absent: 0);
        Sender = fields.UInt("sender"u8, 3, Sender);
        RouteType = fields.UInt("route_type"u8, 5, RouteType, least: 1, absent: 0);
        Start = fields.Moment("start"u8, Start);
        DurationMinutes = fields.UInt("duration_minutes"u8, 18, DurationMinutes, most: 262142, absent: 262143);
        var count = fields.UInt("waypoint_count"u8, 5, Waypoints.Count) ?? 0;
        Waypoints = fields.List("waypoints"u8, Waypoints, new ListForm(55, Math.Min(count, MaxWaypoints)), default);
    }
}
