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

        if (count < MostEvents)
        {
            events[count++] = new Event
            {
                Weight = weight,
                Way = way,
                Code = code,
            };
            return;
        }

        var least = 0;
        for (var e = 1; e < count; e++)
        {
            least = events[e].Weight < events[least].Weight ? e : least;
        }

        if (weight > events[least].Weight)
        {
            events[least] = new Event
            {
                Weight = weight,
                Way = way,
                Code = code,
            };
        }
    }

    private sealed class HeavierFirst : IComparer<Event>
    {
        public static readonly HeavierFirst Instance = new();

        public int Compare(Event a, Event b)
        {
            var order = b.Weight.CompareTo(a.Weight);
            return order != 0 ? order
                : a.Way != b.Way ? a.Way.CompareTo(b.Way)
                : a.Code.CompareTo(b.Code);
        }
    }
}
