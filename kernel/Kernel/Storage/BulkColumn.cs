using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fourfold.Kernel.Storage;

/// <summary>A column as a store writes it in bulk: its name, and the stored value of a row, converted as EF would.</summary>
public sealed class BulkColumn
{
    private readonly Func<object, object?> get;
    private readonly Func<object?, object?>? convert;

    private BulkColumn(IProperty property)
    {
        Property = property;
        get = property.GetGetter().GetClrValue;
        convert = property.GetTypeMapping().Converter?.ConvertToProvider;
    }

    /// <summary>The property it holds.</summary>
    public IProperty Property { get; }

    /// <summary>Its name in the table.</summary>
    public string Name => Property.GetColumnName();

    /// <summary>The stored value; null for none.</summary>
    public object? Of(object row)
    {
        var value = get(row);
        return value is null || convert is null ? value : convert(value);
    }

    /// <summary>The columns of a type; those the database makes itself (running numbers) are left out.</summary>
    public static IReadOnlyList<BulkColumn> All(IEntityType type) =>
        [
            .. type.GetProperties()
                .Where(p => p.PropertyInfo is not null)
                .Where(p => p.ValueGenerated != ValueGenerated.OnAdd || p.ClrType != typeof(long))
                .Select(p => new BulkColumn(p)),
        ];

    /// <summary>The table of a type, quoted, with its schema where there is one.</summary>
    public static string Table(IEntityType type) =>
        type.GetSchema() is { } schema ? $"\"{schema}\".\"{type.GetTableName()}\"" : $"\"{type.GetTableName()}\"";
}
