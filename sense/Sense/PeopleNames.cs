using Fourfold.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Sense;

/// <summary>Names of people for a page of rows, asked for once.</summary>
internal sealed class PeopleNames(IServiceProvider services)
{
    /// <summary>A look-up of the names of these people; null for nobody and for who is gone.</summary>
    public async Task<Func<PersonId?, string?>> Of(IEnumerable<PersonId?> people, CancellationToken ct)
    {
        var ids = people.OfType<PersonId>().Distinct().ToList();
        // Without the kernel's directory (a module test) nobody has a name.
        var directory = services.GetService<IPeople>();
        if (ids.Count == 0 || directory is null)
            return _ => null;
        var names = await directory.Names(ids, ct);
        return id => id is { } known ? names.GetValueOrDefault(known) : null;
    }
}
