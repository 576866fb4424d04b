using Fourfold.Forms.Expressions;

namespace Fourfold.Forms.XlsForm;

/// <summary>Gives calculations their type: an XLSForm says only that something is calculated.</summary>
internal static class XlsCalculations
{
    // One calculation may rest on another, which has its type a round earlier.
    private const int MostRounds = 8;

    public static FormSpec Typed(FormSpec spec)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var map = new FormMap(spec);
            var isSame = true;
            spec = spec with { Items = Typed(spec.Items, map, ref isSame) };
            if (isSame)
                break;
        }
        return spec;
    }

    private static List<FormItem> Typed(IReadOnlyList<FormItem> items, FormMap map, ref bool isSame)
    {
        var typed = new List<FormItem>();
        foreach (var item in items)
        {
            var type = item.Calculate is null ? item.Type : TypeOf(item, map);
            isSame &= type == item.Type;
            typed.Add(
                item with
                {
                    Type = type,
                    Items = item.Items.Count == 0 ? item.Items : Typed(item.Items, map, ref isSame),
                }
            );
        }
        return typed;
    }

    private static FormItemType TypeOf(FormItem item, FormMap map)
    {
        if (
            map.Find(item.Code) is not { } place
            || !ExpressionParser.TryParse(item.Calculate ?? "", out var tree, out _)
        )
            return item.Type;
        return new ExpressionTyping(new ExpressionScope(map, place)).Check(tree) switch
        {
            ExpressionType.Number => item.Type == FormItemType.Integer ? item.Type : FormItemType.Decimal,
            ExpressionType.Boolean => FormItemType.Boolean,
            ExpressionType.Date => FormItemType.Date,
            ExpressionType.DateTime => FormItemType.DateTime,
            ExpressionType.Time => FormItemType.Time,
            ExpressionType.Text => FormItemType.Text,
            _ => item.Type,
        };
    }
}
