namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Names the application of a binary message.</summary>
/// <param name="AreaCode">Designated area code, 0–1023: 1 international, 200 inland, else a country's MID.</param>
/// <param name="FunctionId">Function identifier within it, 0–63.</param>
/// <remarks>ITU-R M.1371-5, Annex 5, §2.1.</remarks>
public readonly record struct AisApplicationId(int AreaCode, int FunctionId)
{
    /// <summary>As the trade writes it: <c>1/31</c>.</summary>
    public override string ToString() => $"{AreaCode}/{FunctionId}";
}
