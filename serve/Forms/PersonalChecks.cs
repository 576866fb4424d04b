namespace Fourfold.Forms;

/// <summary>Faults of what a field says of its personal data.</summary>
internal static class PersonalChecks
{
    public static void Check(FormSpec spec, FormPlace place, bool publishing, List<FormFault> faults)
    {
        if (place.Item.Personal is not { } personal)
            return;
        var path = $"{place.Path}/personal";
        FormChecker.CheckText(personal.Purpose, $"{path}/purpose", faults);
        if (personal.RetentionDays is < 1 or > FormLimits.RetentionDays)
        {
            faults.Add(
                new FormFault($"{path}/retentionDays", "out-of-range", 0, FormJson.Invariant(FormLimits.RetentionDays))
            );
        }
        if (personal.Sensitivity == Sensitivity.None)
            return;
        if (personal.Purpose is null)
            faults.Add(new FormFault($"{path}/purpose", "no-purpose", 0, place.Item.Code));
        if (personal.LegalBasis is null)
            faults.Add(new FormFault($"{path}/legalBasis", "no-legal-basis", 0, place.Item.Code));
        if (personal.RetentionDays is null)
            faults.Add(new FormFault($"{path}/retentionDays", "no-retention", 0, place.Item.Code));
        // PIPL art. 55: assessed before it is collected.
        if (
            publishing
            && personal.Sensitivity == Sensitivity.Sensitive
            && string.IsNullOrWhiteSpace(spec.AssessmentNumber)
        )
            faults.Add(new FormFault($"{path}/sensitivity", "no-assessment", 0, place.Item.Code));
    }
}
