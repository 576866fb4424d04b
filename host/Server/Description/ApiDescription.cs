using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Fourfold.Contracts;
using Fourfold.Coordinate;
using Fourfold.Kernel.Storage;
using Fourfold.Sense;
using Fourfold.Serve;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Fourfold.Server.Description;

/// <summary>
/// <c>/openapi/v1.json</c> as it is meant to be read: typed ids are UUIDs, numbers are numbers, names are as on the wire,
/// and the headers that our own parameter types read are told.
/// </summary>
internal static class ApiDescription
{
    private const string Ours = "Fourfold.";

    private const JsonSchemaType Scalar =
        JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Null;

    // Two modules may show different sides of one thing under one name, such as an alert's rule.
    private static readonly HashSet<string> InSeveralModules =
    [
        .. new[]
        {
            typeof(IEvent),
            typeof(ModuleDb),
            typeof(SenseModule),
            typeof(CoordinateModule),
            typeof(ServeModule),
        }
            .SelectMany(module => module.Assembly.GetTypes())
            .Where(type => !type.IsNested && type.Namespace?.StartsWith(Ours, StringComparison.Ordinal) is true)
            .GroupBy(type => type.Name.Split('`')[0], type => type.Assembly, StringComparer.Ordinal)
            .Where(group => group.Distinct().Count() > 1)
            .Select(group => group.Key),
    ];

    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        var names = new ConcurrentDictionary<string, Type>(StringComparer.Ordinal);
        return services.AddOpenApi(
            "v1",
            options =>
            {
                options.CreateSchemaReferenceId = info => Name(info, names);
                options.AddSchemaTransformer(ShapeSchema);
                options.AddOperationTransformer(ShapeOperation);
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo { Title = "Fourfold", Version = "v1" };
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    // Each use case has a Request of its own, so the name of what it stands in belongs to it. The framework would take
    // two types of one name for the same.
    private static string? Name(JsonTypeInfo info, ConcurrentDictionary<string, Type> names)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (IsId(type) || OpenApiOptions.CreateDefaultSchemaReferenceId(info) is null)
            return null;
        var name = Name(type);
        if (names.GetOrAdd(name, type) != type)
            throw new InvalidOperationException($"{type} and {names[name]} are both described as {name}");
        return name;
    }

    private static string Name(Type type)
    {
        if (type.IsArray)
            return $"ArrayOf{Name(type.GetElementType()!)}"; // An array has one.
        var own = type.Name.Split('`')[0];
        if (!type.IsNested && InSeveralModules.Contains(own))
            own = type.Assembly.GetName().Name!.Replace(Ours, "", StringComparison.Ordinal) + own; // Loaded from a file.
        var outer = type.IsNested ? Name(type.DeclaringType!) : ""; // A nested type has one.
        var arguments = type.IsGenericType ? $"Of{string.Join("And", type.GenericTypeArguments.Select(Name))}" : "";
        // What is named for its use case already, such as OpenCase.OpenCaseRequest, is not named for it twice.
        return (own.StartsWith(outer, StringComparison.Ordinal) ? own : outer + own) + arguments;
    }

    private static Task ShapeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo.Type;
        if (IsId(Nullable.GetUnderlyingType(type) ?? type))
        {
            var orNull = Nullable.GetUnderlyingType(type) is null ? default : JsonSchemaType.Null;
            schema.Type = JsonSchemaType.String | orNull;
            schema.Format = "uuid";
        }
        else
            UnquoteNumbers(schema);
        if (WordsOf(context) is { } words)
            Enumerate(schema, words.Values);
        if (IdsIn(type))
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
        if (type == typeof(IReadOnlyDictionary<string, object?>))
            schema.AdditionalProperties = new OpenApiSchema { Type = Scalar };
        return Task.CompletedTask;
    }

    private static OneOfAttribute? WordsOf(OpenApiSchemaTransformerContext context) =>
        context.JsonPropertyInfo is { } property
            ? Find(property.AttributeProvider) ?? Find(property.AssociatedParameter?.AttributeProvider)
            : Find(
                (context.ParameterDescription?.ParameterDescriptor as IParameterInfoParameterDescriptor)?.ParameterInfo
            );

    private static OneOfAttribute? Find(ICustomAttributeProvider? member) =>
        member?.GetCustomAttributes(typeof(OneOfAttribute), inherit: true).OfType<OneOfAttribute>().FirstOrDefault();

    private static void Enumerate(OpenApiSchema schema, IReadOnlyList<object> values)
    {
        schema.Enum =
        [
            .. values.Select(value => value is int number ? JsonValue.Create(number) : JsonValue.Create((string)value)),
        ];
        if (schema.Type?.HasFlag(JsonSchemaType.Null) is true)
            schema.Enum.Add(JsonNullSentinel.JsonNull);
    }

    // Numbers in quotes are taken too, but nobody should write them. The framework leaves out the properties of a value
    // type that is met as nullable first, so they are visited here.
    private static void UnquoteNumbers(OpenApiSchema schema)
    {
        if (
            schema.Type is { } kinds
            && kinds != Scalar
            && (kinds & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0
        )
        {
            schema.Type = kinds & ~JsonSchemaType.String;
            schema.Pattern = null;
        }
        foreach (var property in (schema.Properties?.Values ?? []).OfType<OpenApiSchema>())
            UnquoteNumbers(property);
    }

    private static Task ShapeOperation(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken ct
    )
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            if (parameter is { In: ParameterLocation.Query, Name: { } name })
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(name);
        var handler = context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault();
        if (handler?.GetParameters().Any(p => p.ParameterType == typeof(ExpectedRevision)) is true)
            Header(operation, "If-Match", "The revision the caller knows, quoted; or expectedRevision in the body.");
        if (context.Description.HttpMethod == HttpMethods.Post)
            Header(operation, "Idempotency-Key", "A UUID; the same request sent twice with it is done once.");
        return Task.CompletedTask;
    }

    private static void Header(OpenApiOperation operation, string name, string description) =>
        (operation.Parameters ??= []).Add(
            new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }
        );

    private static bool IdsIn(Type type) =>
        type is { IsGenericType: true, GenericTypeArguments: [var only] }
        && Nullable.GetUnderlyingType(type) is null
        && IsId(only);

    private static bool IsId(Type type) =>
        type.IsValueType
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));
}
