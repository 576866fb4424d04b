using System.Reflection;
using System.Text.RegularExpressions;
using Fourfold.Contracts;
using Xunit;

namespace Fourfold.Host.Tests.Architecture;

/// <summary>What modules tell each other outlives the code that wrote it: rows in an outbox, read by the next release.</summary>
public sealed partial class ContractTests
{
    private static readonly Type[] Events =
    [
        .. typeof(IEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IEvent)) && type.IsClass),
    ];

    [Fact]
    public void Every_event_is_a_sealed_record_with_a_version_and_a_name_of_its_own()
    {
        Assert.NotEmpty(Events);
        Assert.All(
            Events,
            type =>
            {
                Assert.True(type.IsSealed && IsRecord(type), $"{type.Name} is no sealed record");
                Assert.InRange(Read<int>(type, nameof(IEvent.SchemaVersion)), 1, int.MaxValue);
                Assert.Matches(Kebab(), Read<string>(type, nameof(IEvent.Name)));
            }
        );
        Assert.Equal(Events.Length, Events.Select(type => Read<string>(type, nameof(IEvent.Name))).Distinct().Count());
    }

    [Fact]
    public void Nothing_in_the_contracts_can_be_changed_by_its_reader()
    {
        var changing =
            from type in typeof(IEvent).Assembly.GetExportedTypes()
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where property.SetMethod is { IsPublic: true } set && !IsInit(set)
            select $"{type.Name}.{property.Name}";
        Assert.Empty(changing);
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsInit(MethodInfo set) =>
        set
            .ReturnParameter.GetRequiredCustomModifiers()
            .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static T Read<T>(Type type, string property) =>
        Assert.IsType<T>(type.GetProperty(property)?.GetValue(null));

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex Kebab();
}
