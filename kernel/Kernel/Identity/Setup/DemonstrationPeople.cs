using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.Setup;

/// <summary>Adds one made-up account a role, with random passwords that are printed once and kept nowhere.</summary>
internal sealed class DemonstrationPeople(KernelDb db, PersonManager people, DemonstrationAccounts accounts)
    : IDemonstrationSeed
{
    private const string Resource = "Fourfold.Kernel.Identity.Data.demonstration-people.json";

    // Without look-alikes (0 O, 1 l I), because people type these from a terminal. 12 of 56: 69 bits.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 12;

    public int Order => 20;

    public async Task Seed(CancellationToken ct)
    {
        var units = await db
            .Units.Where(u => u.SeedKey != null)
            .ToDictionaryAsync(u => u.SeedKey!, u => u.Id, StringComparer.Ordinal, ct); // Filtered above.
        foreach (var item in EmbeddedData.Json<Data>(typeof(DemonstrationPeople).Assembly, Resource).People)
        {
            var name = people.NormalizeName(item.UserName);
            if (await db.People.AnyAsync(p => p.NormalizedUserName == name, ct))
                continue;
            var person = new Person
            {
                Id = Ids.New<PersonId>(db.Clock),
                UserName = item.UserName,
                DisplayName = item.DisplayName,
                Synthetic = true,
                CreatedAt = db.Clock.GetUtcNow(),
            };
            var post = new Post
            {
                Id = Ids.New<PostId>(db.Clock),
                Person = person.Id,
                Unit = units[item.Unit],
                Role = item.Role,
                From = db.Clock.GetUtcNow(),
            };
            db.Posts.Add(post); // Saved with the person.
            var password = RandomNumberGenerator.GetString(Letters, PasswordLength);
            PersonManager.Require(await people.CreateAsync(person, password));
            accounts.Add(new DemonstrationAccount(item.UserName, password, item.DisplayName, item.Role, item.Purpose));
        }
        db.Audit("demonstration.seeded", "person", "*");
        await db.SaveChangesAsync(ct);
    }

    private sealed record Data(Item[] People);

    private sealed record Item(string UserName, string DisplayName, string Role, string Unit, string Purpose);
}
