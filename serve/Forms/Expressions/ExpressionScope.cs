namespace Fourfold.Forms.Expressions;

/// <summary>What an expression stands in, and so may speak of.</summary>
/// <param name="Map">The form.</param>
/// <param name="Place">The item that has the expression.</param>
/// <param name="AllowSelf">Whether <c>.</c> means something: in a constraint.</param>
/// <param name="Attributes">Attributes of choices: in a choice filter; null elsewhere.</param>
internal sealed record ExpressionScope(
    FormMap Map,
    FormPlace Place,
    bool AllowSelf = false,
    IReadOnlySet<string>? Attributes = null
)
{
    public static ExpressionType Of(FormItem item) =>
        item.Type switch
        {
            FormItemType.Text or FormItemType.Choice => ExpressionType.Text,
            FormItemType.Integer or FormItemType.Decimal => ExpressionType.Number,
            FormItemType.Boolean => ExpressionType.Boolean,
            FormItemType.Date => ExpressionType.Date,
            FormItemType.Time => ExpressionType.Time,
            FormItemType.DateTime => ExpressionType.DateTime,
            FormItemType.MultiChoice => ExpressionType.Codes,
            FormItemType.Repeat => ExpressionType.Rounds,
            FormItemType.Photo or FormItemType.Video or FormItemType.Position => ExpressionType.Opaque,
            _ => ExpressionType.Unknown,
        };

    /// <summary>The item a reference or <c>.</c> speaks of; null for anything else.</summary>
    public FormItem? ItemOf(Expression expression) =>
        expression switch
        {
            Reference reference => Map.Find(reference.Name)?.Item,
            Self => Place.Item,
            _ => null,
        };
}
