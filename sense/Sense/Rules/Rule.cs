using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Sense.Rules;

/// <summary>A behaviour rule: which detector, and how often it was right. What it says is in its newest version.</summary>
internal sealed class Rule
{
    public required RuleId Id { get; init; }

    /// <summary>Code of the detector, such as <c>zone-entry</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Number of the newest version, from 1.</summary>
    public required int Version { get; set; }

    /// <summary>+1 with every change, those of the counts included.</summary>
    public int Revision { get; set; } = 1;
    public required OutcomeCounts Real { get; init; }

    /// <summary>Outcomes of simulated alerts, counted apart.</summary>
    public required OutcomeCounts Simulated { get; init; }

    /// <summary>The counts an alert belongs to.</summary>
    public OutcomeCounts CountsFor(bool simulated) => simulated ? Simulated : Real;

    internal static void Map(EntityTypeBuilder<Rule> table)
    {
        table.ToTable("rules");
        table.HasKey(r => r.Id);
        table.Property(r => r.Code).HasMaxLength(50);
        table.Property(r => r.Revision).IsConcurrencyToken();
        table.ComplexProperty(r => r.Real);
        table.ComplexProperty(r => r.Simulated);
    }
}

/// <summary>What became of the alerts of a rule.</summary>
internal sealed class OutcomeCounts
{
    public int Confirmed { get; set; }
    public int Refuted { get; set; }
    public int NotFound { get; set; }
    public int Undetermined { get; set; }

    /// <summary>Counts an outcome in, or out again with −1; codes that are not an alert's count nowhere.</summary>
    public void Add(string outcome, int by)
    {
        switch (outcome)
        {
            case OutcomeCodes.Confirmed:
                Confirmed += by;
                break;
            case OutcomeCodes.Refuted:
                Refuted += by;
                break;
            case OutcomeCodes.NotFound:
                NotFound += by;
                break;
            case OutcomeCodes.Undetermined:
                Undetermined += by;
                break;
        }
    }
}
