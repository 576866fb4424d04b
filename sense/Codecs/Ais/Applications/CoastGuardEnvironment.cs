namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// 367/33, type 8: what the sensors of sites tell, as the US Coast Guard sends it. 112 bits a report.
/// </summary>
/// <remarks>US Coast Guard environmental message, DAC 367 FI 33.</remarks>
public ref struct CoastGuardEnvironment : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "coast_guard_environment"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(367, 33);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (367, 33);

    /// <summary>Up to eight reports.</summary>
    public ApplicationList<SensorReport> Reports { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Reports = fields.List("reports"u8, Reports, new ListForm(112, 8), new SensorReport { IsCoastGuard = true });
    }
}
