using System.Globalization;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Encoding;
using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>Records with any items and values a category allows, and what was put into them.</summary>
internal sealed class RandomRecords(AsterixCategory category, Random chance, double share = 0.5)
{
    private readonly AsterixEncoder _encoder = new(category);
    private List<string> _set = [];

    /// <summary>A block of some records, with what each holds as lines such as <c>040/RHO=4711</c>, sorted.</summary>
    public byte[] Block(int records, out List<List<string>> expected)
    {
        _encoder.Clear();
        expected = [];
        for (var i = 0; i < records; i++)
        {
            expected.Add(Fill());
            if (!_encoder.TryEndRecord())
            {
                throw new InvalidOperationException("the block is full");
            }
        }
        return _encoder.Block.ToArray();
    }

    /// <summary>What a record that was read holds, in the same form.</summary>
    public static List<string> Listing(in AsterixRecord record)
    {
        var lines = new List<string>();
        for (var i = 0; i < record.Count; i++)
        {
            List(record[i], "", lines);
        }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private List<string> Fill()
    {
        _set = [];
        var isAlternative = category.Alternative is not null && chance.Next(2) == 0;
        var profile = isAlternative ? category.Alternative! : category.Profile; // As just asked.
        for (var i = 0; i < profile.Count; i++)
        {
            // Item 010 is in every record, and the item that chooses the profile must say which it is.
            if (profile[i] is not { } item || (i > category.AlternativeBy && i > 0 && chance.NextDouble() > share))
            {
                continue;
            }
            var draft = _encoder[item.Name];
            Fill(draft, item, "");
            if (i == category.AlternativeBy)
            {
                var chooser = item.Fields[0].Name;
                _set.RemoveAll(line => line.StartsWith($"{item.Name}/{chooser}=", StringComparison.Ordinal));
                draft.SetRaw(chooser, isAlternative ? 1 : 0);
                _set.Add($"{item.Name}/{chooser}={(isAlternative ? 1 : 0)}");
            }
        }
        _set.Sort(StringComparer.Ordinal);
        return _set;
    }

    private void Fill(AsterixDraft draft, AsterixItem item, string path)
    {
        path += item.Name;
        switch (item.Form)
        {
            case AsterixForm.Fixed:
                SetFields(draft, item, int.MaxValue, path);
                break;
            case AsterixForm.Extended:
                var octets = item.ExtentOctets.Take(chance.Next(1, item.ExtentOctets.Length + 1)).Sum(one => one);
                SetFields(draft, item, octets * 8, path);
                break;
            case AsterixForm.Repeated or AsterixForm.Chained:
                for (var (i, count) = (0, chance.Next(1, 4)); i < count; i++)
                {
                    SetFields(draft.Add(), item, int.MaxValue, $"{path}[{i}]");
                }
                break;
            case AsterixForm.Compound:
                FillParts(draft, item, path);
                break;
            default:
                FillExplicit(draft, item, path);
                break;
        }
    }

    private void FillParts(AsterixDraft draft, AsterixItem item, string path)
    {
        var known = item.Parts.OfType<AsterixItem>().ToList();
        var certain = known[chance.Next(known.Count)];
        foreach (var part in known.Where(part => part == certain || chance.Next(3) == 0))
        {
            Fill(draft[part.Name], part, path + "/");
        }
    }

    private void FillExplicit(AsterixDraft draft, AsterixItem item, string path)
    {
        if (item.Content is { } content)
        {
            FillParts(draft, content, path);
            return;
        }
        var octets = new byte[chance.Next(0, 12)];
        chance.NextBytes(octets);
        draft.SetOctets("", octets);
        _set.Add($"{path}={Convert.ToHexString(octets)}");
    }

    private void SetFields(AsterixDraft draft, AsterixItem item, int bits, string path)
    {
        foreach (var field in item.Fields.Where(field => field.Offset + field.Width <= bits))
        {
            var name = $"{path}/{field.Name}";
            switch (field.Kind)
            {
                case AsterixFieldKind.Text or AsterixFieldKind.SixBitText:
                    var characters = field.Width / (field.Kind is AsterixFieldKind.Text ? 8 : 6);
                    var text = new string([.. Enumerable.Range(0, characters).Select(_ => Letter())]);
                    draft.SetText(field.Name, text);
                    _set.Add($"{name}={text}");
                    break;
                case AsterixFieldKind.Octets:
                    var octets = new byte[field.Width / 8];
                    chance.NextBytes(octets);
                    draft.SetOctets(field.Name, octets);
                    _set.Add($"{name}={Convert.ToHexString(octets)}");
                    break;
                default:
                    var (least, most) = field.RawRange;
                    var raw = chance.NextInt64(least, most + 1);
                    draft.SetRaw(field.Name, raw);
                    _set.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={raw}"));
                    break;
            }
        }
    }

    private char Letter() => "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[chance.Next(36)];

    private static void List(AsterixValue value, string path, List<string> lines)
    {
        path += value.Item.Name;
        switch (value.Item.Form)
        {
            case AsterixForm.Repeated or AsterixForm.Chained:
                for (var i = 0; i < value.Count; i++)
                {
                    ListFields(value.Element(i), $"{path}[{i}]", lines);
                }
                break;
            case AsterixForm.Compound:
                foreach (var part in value.EnumerateParts())
                {
                    List(part, path + "/", lines);
                }
                break;
            case AsterixForm.Explicit when value.Item.Content is null:
                lines.Add($"{path}={Convert.ToHexString(value.Bytes[1..])}");
                break;
            case AsterixForm.Explicit:
                foreach (var part in value.Known.EnumerateParts())
                {
                    List(part, path + "/", lines);
                }
                break;
            default:
                ListFields(value, path, lines);
                break;
        }
    }

    private static void ListFields(AsterixValue value, string path, List<string> lines)
    {
        Span<byte> text = stackalloc byte[16];
        foreach (var field in value.Item.Fields)
        {
            if (!value.Has(field))
            {
                continue;
            }
            var shown = field.Kind switch
            {
                AsterixFieldKind.Text or AsterixFieldKind.SixBitText => System.Text.Encoding.ASCII.GetString(
                    text[..value.Text(field, text)]
                ),
                AsterixFieldKind.Octets => Convert.ToHexString(
                    value.FieldBytes.Slice(field.Offset / 8, field.Width / 8)
                ),
                _ => value.Raw(field)!.Value.ToString(CultureInfo.InvariantCulture), // Has was asked.
            };
            lines.Add($"{path}/{field.Name}={shown}");
        }
    }
}
