using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Picture;

/// <summary>Live vessels, searched by name, MMSI, call sign or IMO number; in the order of their slots.</summary>
internal static class ListVessels
{
    private const int LongestQuestion = 50;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/vessels", Handle).WithName("ListVessels").WithTags("Vessels").Needs(Permission.PictureRead);

    private static Ok<Page<VesselView>> Handle(
        LivePicture picture,
        TimeProvider clock,
        string? q = null,
        string? ring = null,
        int? limit = null,
        string? cursor = null
    )
    {
        if (q?.Length > LongestQuestion)
            throw Refused.Invalid("request.too-long", "q");
        if (ring is not (null or "near-sea" or "shoreline" or "on-island" or "beyond"))
            throw Refused.Invalid("request.unknown-value", "ring");
        var most = Page.Limit(limit);
        var found = new List<VesselView>();
        var now = clock.GetUtcNow();
        lock (picture.Gate)
        {
            var slot = FirstSlot(cursor);
            for (; slot < picture.Used && found.Count <= most; slot++)
                if (Fits(picture, slot, q, ring))
                    found.Add(VesselView.Of(picture, slot, now));
        }
        if (found.Count <= most)
            return TypedResults.Ok(new Page<VesselView>(found, null));
        var next = Page.Cursor(found[most].Slot.ToString(CultureInfo.InvariantCulture));
        found.RemoveAt(most);
        return TypedResults.Ok(new Page<VesselView>(found, next));
    }

    private static int FirstSlot(string? cursor) =>
        Page.Key(cursor, 1) is not [var text] ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var slot) ? slot
        : throw Refused.Invalid("request.cursor-malformed", "cursor");

    private static bool Fits(LivePicture picture, int slot, string? q, string? ring)
    {
        ref readonly var shown = ref picture[slot];
        if (!shown.IsAlive || (ring is not null && shown.Place.Ring.Code() != ring))
            return false;
        if (string.IsNullOrWhiteSpace(q))
            return true;
        var vessel = picture.VesselOf(slot);
        return Has(shown.State.Mmsi?.ToString("D9", CultureInfo.InvariantCulture), q)
            || Has(vessel?.Name, q)
            || Has(vessel?.CallSign, q)
            || Has(vessel?.Imo?.ToString(CultureInfo.InvariantCulture), q);
    }

    private static bool Has(string? text, string q) =>
        text is not null && text.Contains(q.Trim(), StringComparison.OrdinalIgnoreCase);
}
