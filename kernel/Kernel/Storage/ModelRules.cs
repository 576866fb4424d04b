using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fourfold.Kernel.Storage;

/// <summary>Rules laid over every module's model: names, ids, times, and the area filter.</summary>
public static class ModelRules
{
    /// <summary>Stores a value as JSON text. It is replaced, never changed in place: only that another value is there is seen as a change.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, StoredJson.Options),
            text => JsonSerializer.Deserialize<T>(text, StoredJson.Options)!, // Written by us, never "null" for a required column.
            new ValueComparer<T>(
                // By text; a copy and a comparison of each at every save cost more than the rest of it.
                (a, b) =>
                    ReferenceEquals(a, b)
                    || JsonSerializer.Serialize(a, StoredJson.Options)
                        == JsonSerializer.Serialize(b, StoredJson.Options),
                value => JsonSerializer.Serialize(value, StoredJson.Options).GetHashCode(StringComparison.Ordinal),
                value => value
            )
        );
        return property;
    }

    internal static void ConvertIds(ModelConfigurationBuilder configuration, Assembly module)
    {
        foreach (var type in typeof(IId<>).Assembly.GetTypes().Concat(module.GetTypes()).Distinct().Where(IdJson.IsId))
            configuration.Properties(type).HaveConversion(typeof(IdConverter<>).MakeGenericType(type));
    }

    internal static void Apply(ModelBuilder model, ModuleDb db)
    {
        var sqlite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal); // Set: the context has a provider.
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            NameTable(entity, db.Module, sqlite);
            foreach (var property in entity.GetProperties())
            {
                ConvertTime(property, sqlite);
                NamePersonal(property);
            }
            if (typeof(IInArea).IsAssignableFrom(entity.ClrType))
                FilterByArea(model, entity, db, sqlite);
        }
    }

    private static void NameTable(IMutableEntityType entity, string module, bool sqlite)
    {
        if (entity.IsOwned() && entity.GetContainerColumnName() is not null)
            return;
        var table = Snake(entity.GetTableName() ?? entity.ClrType.Name);
        entity.SetTableName(sqlite ? $"{module}_{table}" : table);
        entity.SetSchema(sqlite ? null : module);
        foreach (var property in entity.GetProperties())
            property.SetColumnName(Snake(property.Name));
    }

    private static void NamePersonal(IMutableProperty property)
    {
        if (property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is { } personal)
            property.SetComment($"personal: {personal.Sensitivity}; kept to {personal.Purpose}");
    }

    private static void ConvertTime(IMutableProperty property, bool sqlite)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(DateTimeOffset) && property.GetValueConverter() is null)
            property.SetValueConverter(sqlite ? UnixMilliseconds : Utc);
    }

    // SQLite has no type for instants; whole milliseconds sort and compare as numbers. PostgreSQL wants UTC.
    private static readonly ValueConverter UnixMilliseconds = new ValueConverter<DateTimeOffset, long>(
        at => at.ToUnixTimeMilliseconds(),
        ms => DateTimeOffset.FromUnixTimeMilliseconds(ms)
    );

    private static readonly ValueConverter Utc = new ValueConverter<DateTimeOffset, DateTimeOffset>(
        at => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
        at => at.ToUniversalTime()
    );

    private static void FilterByArea(ModelBuilder model, IMutableEntityType entity, ModuleDb db, bool sqlite)
    {
        var path = model.Entity(entity.ClrType).Property<string>(nameof(IInArea.AreaPath)).HasMaxLength(15);
        if (!sqlite)
            path.UseCollation("C"); // Ranges of paths must compare by byte.
        if (entity.GetDeclaredQueryFilters().Any(f => f.Key == ModuleDb.AreaFilter))
            return;
        var row = Expression.Parameter(entity.ClrType, "row");
        var column = Expression.Property(row, nameof(IInArea.AreaPath));
        var context = Expression.Constant(db, db.GetType());
        Expression Compare(string bound) =>
            Expression.Call(
                typeof(string),
                nameof(string.Compare),
                null,
                column,
                Expression.Property(Expression.Convert(context, typeof(ModuleDb)), bound)
            );
        var zero = Expression.Constant(0);
        var inside = Expression.AndAlso(
            Expression.GreaterThanOrEqual(Compare(nameof(ModuleDb.ScopeLow)), zero),
            Expression.LessThan(Compare(nameof(ModuleDb.ScopeHigh)), zero)
        );
        model.Entity(entity.ClrType).HasQueryFilter(ModuleDb.AreaFilter, Expression.Lambda(inside, row));
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]) && name[i - 1] != '_')
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    private sealed class IdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Wrap<T>(value))
        where T : struct, IId<T>;

    // An expression tree may not call a static abstract member itself.
    private static T Wrap<T>(Guid value)
        where T : struct, IId<T> => T.From(value);
}
