namespace Fourfold.Tracking.Fusion;

/// <summary>All the ways in which the plots of a turn may be of the members, as they are in one way so far.</summary>
internal sealed partial class WayFinder
{
    private double AllResolved()
    {
        var product = 1.0;
        for (var i = 0; i < members; i++)
        {
            for (var k = i + 1; k < members; k++)
            {
                product *= resolved[i * Meeting.MostMembers + k];
            }
        }

        return product;
    }

    /// <summary>Gives the members from this one on nothing, a plot, or a plot together with a later one.</summary>
    /// <param name="member">The next to choose for.</param>
    /// <param name="weight">Of the choices so far.</param>
    /// <param name="taken">Bits of the plots that are given.</param>
    /// <param name="code">Eight bits a member: 0 for nothing, else one more than the plot, marked when it is shared.</param>
    /// <param name="isShared">Whether a plot is shared already; no more than one is.</param>
    private void Choose(int member, double weight, int taken, int code, bool isShared)
    {
        if (member == members)
        {
            Note(weight, code);
            return;
        }

        var shift = member * 8;
        if (((code >> shift) & 255) != 0)
        {
            Choose(member + 1, weight, taken, code, isShared);
            return;
        }

        if (none[member] > 0)
        {
            Choose(member + 1, weight * none[member], taken, code, isShared);
        }

        for (var p = 0; p < plots; p++)
        {
            if ((taken & (1 << p)) != 0)
            {
                continue;
            }

            var own = hit[member * Meeting.MostPlots + p];
            if (own > 1e-6)
            {
                Choose(member + 1, weight * own, taken | (1 << p), code | ((p + 1) << shift), isShared);
            }

            if (isShared)
            {
                continue;
            }

            for (var k = member + 1; k < members; k++)
            {
                var two = shared[(member * Meeting.MostMembers + k) * Meeting.MostPlots + p];
                if (two > 1e-6)
                {
                    var mark = SharedBit | (p + 1);
                    Choose(
                        member + 1,
                        weight * two,
                        taken | (1 << p),
                        code | (mark << shift) | (mark << (k * 8)),
                        true
                    );
                }
            }
        }
    }

    private void Note(double weight, int code)
    {
        if (!(weight > 0))
        {
            return;
        }

        if (count == MostEvents && weight <= events[lightest].Weight)
        {
            return;
        }

        var at = count < MostEvents ? count++ : lightest;
        events[at] = new Event
        {
            Weight = weight,
            Way = way,
            Code = code,
        };
        if (count == MostEvents)
        {
            FindLightest();
        }
    }

    private void FindLightest()
    {
        lightest = 0;
        for (var e = 1; e < MostEvents; e++)
        {
            lightest = events[e].Weight < events[lightest].Weight ? e : lightest;
        }
    }

    /// <summary>Puts the heaviest event of those from one on in its place: of nearly a hundred only a few are ever asked for.</summary>
    private void BringHeaviest(int from)
    {
        var heaviest = from;
        for (var e = from + 1; e < count; e++)
        {
            heaviest = IsBefore(events[e], events[heaviest]) ? e : heaviest;
        }

        (events[from], events[heaviest]) = (events[heaviest], events[from]);
    }

    private static bool IsBefore(in Event a, in Event b) =>
        a.Weight != b.Weight ? a.Weight > b.Weight
        : a.Way != b.Way ? a.Way < b.Way
        : a.Code < b.Code;
}
