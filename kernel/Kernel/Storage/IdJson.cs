using System.Text.Json;
using System.Text.Json.Serialization;
using Fourfold.Contracts;

namespace Fourfold.Kernel.Storage;

/// <summary>Typed ids as plain strings in JSON.</summary>
internal sealed class IdJson : JsonConverterFactory
{
    public override bool CanConvert(Type type) => IsId(type);

    internal static bool IsId(Type type) =>
        type.IsValueType
        && type.GetInterfaces()
            .Any(i =>
                i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>) && i.GenericTypeArguments[0] == type
            );

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(type))!; // Never null for a class.

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, IId<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Ids.TryParse<T>(reader.GetString(), out var id) ? id : throw new JsonException("not a UUID");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Read(ref reader, type, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value.ToString());
    }
}
