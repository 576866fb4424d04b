using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fourfold.Coordinate.Numbers;

/// <summary>The last number given out for an area and a year.</summary>
internal sealed class NumberSeries
{
    public required string Area { get; init; }
    public required int Year { get; init; }
    public required int Last { get; init; }

    internal static void Map(EntityTypeBuilder<NumberSeries> table)
    {
        table.ToTable("number_series");
        table.HasKey(s => new { s.Area, s.Year });
        table.Property(s => s.Area).HasMaxLength(15);
        table.Property(s => s.Year).ValueGeneratedNever();
    }
}

/// <summary>Gives out readable numbers.</summary>
internal static class NumberSeriesQueries
{
    /// <summary>The next number of a series, such as <c>4690-2026-00017</c>. Call it inside a transaction: the series is held until that ends, so there are no gaps and no twins.</summary>
    public static async Task<string> NextNumber(this CoordinateDb db, string area, int year, CancellationToken ct)
    {
        var table = db.Model.FindEntityType(typeof(NumberSeries))!; // Mapped above.
        var name = table.GetSchema() is { } schema
            ? $"\"{schema}\".\"{table.GetTableName()}\""
            : $"\"{table.GetTableName()}\"";
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var transaction =
            db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("a number that is given out outside a transaction leaves a gap");
        command.Transaction = transaction.GetDbTransaction();
        // One statement on both stores, because reading first would let two clerks read the same.
        command.CommandText = $"""
            insert into {name} as series ("area", "year", "last") values (@area, @year, 1)
            on conflict ("area", "year") do update set "last" = series."last" + 1
            returning "last"
            """;
        foreach (var (parameter, value) in new (string, object)[] { ("@area", area), ("@year", year) })
        {
            var given = command.CreateParameter();
            (given.ParameterName, given.Value) = (parameter, value);
            command.Parameters.Add(given);
        }
        var next = Convert.ToInt32(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        return FormattableString.Invariant($"{area}-{year}-{next:00000}");
    }
}
