using System.Text.Json.Nodes;
using Fourfold.Contracts;
using Fourfold.Forms;
using ResidentContact = Fourfold.Kernel.Privacy.ResidentContact;

namespace Fourfold.Serve.Submissions;

/// <summary>What a version's fields say of personal data, and what that does to answers. Pure.</summary>
internal sealed class FieldRules
{
    private readonly HashSet<string> media = new(StringComparer.Ordinal);
    private readonly HashSet<string> places = new(StringComparer.Ordinal);

    /// <summary>How to reach the resident for whom it was filled: as a field has no code like this, it is no field's.</summary>
    public const string ForResident = "for-resident";

    /// <summary>
    /// Reads them once; a group's words hold for what lies in it, a field's for what is worked out from it, and the stricter
    /// one wins.
    /// </summary>
    /// <param name="forResident">It was filled for a resident, whose contact has a time of its own.</param>
    public FieldRules(FormSpec spec, bool forResident = false)
    {
        Walk(spec.Items, false, null);
        Inherit(FormSources.Of(spec));
        if (forResident)
            RetentionDays[ForResident] = ResidentContact.KeptDays;
    }

    /// <summary>Codes of the fields that are sealed.</summary>
    public HashSet<string> Sensitive { get; } = new(StringComparer.Ordinal);

    /// <summary>Days that a field is kept, for those that say so.</summary>
    public Dictionary<string, int> RetentionDays { get; } = new(StringComparer.Ordinal);

    /// <summary>When the first field's time is over, counted from when it was filled; null when none has a time.</summary>
    /// <param name="from">When it was filled.</param>
    /// <param name="done">Fields that are deleted already.</param>
    public DateTimeOffset? NextDeletion(DateTimeOffset from, IReadOnlyCollection<string> done)
    {
        var left = RetentionDays.Where(f => !done.Contains(f.Key)).Select(f => f.Value).ToList();
        return left.Count == 0 ? null : from.AddDays(left.Min());
    }

    /// <summary>Takes the sensitive answers out.</summary>
    public List<TakenAnswer> TakeSensitive(JsonObject answers)
    {
        var taken = new List<TakenAnswer>();
        Take(answers, "", Sensitive, taken);
        return taken;
    }

    /// <summary>Takes the answers of some fields out, wherever they lie.</summary>
    public static List<TakenAnswer> Take(JsonObject answers, IReadOnlySet<string> codes)
    {
        var taken = new List<TakenAnswer>();
        Take(answers, "", codes, taken);
        return taken;
    }

    /// <summary>
    /// The place of filling, as it may lie in clear beside the answers: where a sensitive place was answered, no other than
    /// that of a plain answer.
    /// </summary>
    /// <param name="told">As it came.</param>
    /// <param name="plain">What is left of the answers.</param>
    /// <param name="taken">What was taken out of them.</param>
    public GeoPoint? PlaceBeside(GeoPoint? told, JsonObject plain, IEnumerable<TakenAnswer> taken) =>
        told is { } place && taken.Any(t => places.Contains(t.Code)) && !Names(plain, place) ? null : told;

    /// <summary>Whether any of these fields asks for a place.</summary>
    public bool AskForPlace(IEnumerable<string> codes) => codes.Any(places.Contains);

    /// <summary>The names of pictures and films that the answers hold, each with its field.</summary>
    public IReadOnlyList<(string Name, string Code)> Media(JsonObject answers)
    {
        var found = new List<(string, string)>();
        Find(answers, found);
        return found;
    }

    private void Walk(IReadOnlyList<FormItem> items, bool sensitive, int? days)
    {
        foreach (var item in items)
        {
            var isSensitive = sensitive || item.Personal?.Sensitivity == Sensitivity.Sensitive;
            var kept = item.Personal?.RetentionDays is { } own && (days is null || own < days) ? own : days;
            if (item.Type is FormItemType.Group or FormItemType.Repeat)
                Walk(item.Items, isSensitive, kept);
            if (item.Type is FormItemType.Group or FormItemType.Note)
                continue;
            // A sensitive repeat is sealed as a whole: how many rounds it has may tell enough.
            if (isSensitive)
                Sensitive.Add(item.Code);
            if (kept is { } retention)
                RetentionDays[item.Code] = retention;
            if (item.Type is FormItemType.Photo or FormItemType.Video)
                media.Add(item.Code);
            if (item.Type is FormItemType.Position)
                places.Add(item.Code);
        }
    }

    // Until nothing changes any more: what is worked out may be worked on. No form has a cycle.
    private void Inherit(IReadOnlyDictionary<string, IReadOnlyList<string>> sources)
    {
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var (code, from) in sources)
            {
                changed |= from.Any(Sensitive.Contains) && Sensitive.Add(code);
                foreach (var source in from)
                    if (
                        RetentionDays.TryGetValue(source, out var days)
                        && !(RetentionDays.TryGetValue(code, out var own) && own <= days)
                    )
                        (RetentionDays[code], changed) = (days, true);
            }
        }
    }

    private bool Names(JsonObject answers, GeoPoint place)
    {
        foreach (var (code, value) in answers)
            if (value is JsonArray rounds && rounds.OfType<JsonObject>().Any(round => Names(round, place)))
                return true;
            else if (places.Contains(code) && value is JsonObject at && IsAt(at, place))
                return true;
        return false;
    }

    private static bool IsAt(JsonObject at, GeoPoint place) =>
        at["latitude"]?.GetValue<double>() == place.Latitude && at["longitude"]?.GetValue<double>() == place.Longitude;

    private static void Take(JsonObject answers, string path, IReadOnlySet<string> codes, List<TakenAnswer> taken)
    {
        foreach (var (code, value) in answers.ToList())
        {
            if (codes.Contains(code))
            {
                answers.Remove(code);
                if (value is not null)
                    taken.Add(new TakenAnswer($"{path}/{code}", code, value));
            }
            else if (value is JsonArray rounds)
                for (var i = 0; i < rounds.Count; i++)
                    if (rounds[i] is JsonObject round)
                        Take(round, $"{path}/{code}/{i}", codes, taken);
        }
    }

    private void Find(JsonObject answers, List<(string, string)> found)
    {
        foreach (var (code, value) in answers)
            if (value is JsonArray rounds)
                foreach (var round in rounds.OfType<JsonObject>())
                    Find(round, found);
            else if (media.Contains(code) && value is JsonValue name && name.TryGetValue<string>(out var text))
                found.Add((text, code));
    }
}

/// <summary>An answer that was taken out of the others.</summary>
/// <param name="Path">JSON pointer to where it was.</param>
/// <param name="Code">Its field.</param>
/// <param name="Value">What it is; no part of a tree any more.</param>
internal sealed record TakenAnswer(string Path, string Code, JsonNode Value);
