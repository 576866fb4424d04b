using System.Buffers;
using System.Text.Json;
using Fourfold.Geo;

namespace Fourfold.Simulator.Play;

/// <summary>
/// Writes where things truly are, one JSON object a line: <c>t</c> s since the beginning, <c>mmsi</c>, <c>name</c>,
/// <c>role</c>, <c>lat</c>, <c>lon</c> degrees, <c>sog</c> knots, <c>cog</c> degrees, <c>transmitting</c>, <c>events</c>
/// (see <see cref="TruthEvents"/>), and <c>says</c>, the MMSI it gives, when that is not its own.
/// </summary>
public sealed class TruthWriter(Stream stream) : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(512);

    /// <summary>Writes a step's truth, if it has one.</summary>
    public void Write(in ScenarioStep step)
    {
        if (step.Truth is not { } truth)
        {
            return;
        }

        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("t", Math.Round(step.At.TotalSeconds, 3));
            json.WriteNumber("mmsi", truth.Mmsi);
            json.WriteString("name", truth.Name);
            json.WriteString("role", truth.Role);
            json.WriteNumber("lat", Math.Round(truth.Position.LatitudeDegrees, 7));
            json.WriteNumber("lon", Math.Round(truth.Position.LongitudeDegrees, 7));
            json.WriteNumber("sog", Math.Round(Speed.ToKnots(truth.Speed), 2));
            json.WriteNumber("cog", Math.Round(Angle.ToDegrees(truth.Course), 1));
            json.WriteBoolean("transmitting", truth.IsTransmitting);
            json.WriteStartArray("events");
            foreach (var name in truth.Events)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            if (truth.SaysMmsi != truth.Mmsi)
            {
                json.WriteNumber("says", truth.SaysMmsi);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        stream.Write(buffer.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
