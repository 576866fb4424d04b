using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Forms.Ready;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Forms;

/// <summary>Puts the forms that come with the program into the store as drafts of the province, once; who needs one publishes it.</summary>
internal sealed class ReadyDrafts(ServeDb db, IAreaDirectory areas) : IRecurringJob
{
    public async Task Run(JobRun run, CancellationToken ct) => await AddMissing(ct);

    /// <summary>Adds those whose code nobody has; a retired one is not brought back.</summary>
    public async Task AddMissing(CancellationToken ct)
    {
        var added = 0;
        foreach (var spec in ReadyForms.Names.Select(ReadyForms.Read))
        {
            if (await db.Forms.AnyAsync(f => f.Code == spec.Code, ct))
                continue;
            var now = db.Clock.GetUtcNow();
            var form = new Form
            {
                Code = spec.Code,
                AreaPath = areas.Root.Path,
                Title = spec.Title,
                CreatedAt = now,
                UpdatedAt = now,
            };
            form.Drafted(spec.Title, spec.EmergencyOnly, now);
            db.Forms.Add(form);
            db.FormDrafts.Add(
                new FormDraft
                {
                    Code = spec.Code,
                    Spec = FormJson.Write(spec),
                    By = null,
                    At = now,
                }
            );
            db.Audit("form.drafted", "form", spec.Code, new { form.DraftRevision, Ready = true });
            added++;
        }
        if (added > 0)
            await db.SaveChangesAsync(ct);
    }
}

/// <summary>Publishes the household visit in the demonstration, so that a phone has something to fill.</summary>
internal sealed class DemonstrationForms(ServeDb db, ReadyDrafts ready) : IDemonstrationSeed
{
    private const string Visit = "household_visit";

    // Says in itself that nothing was assessed.
    private const string Assessment = "DEMO-0000";

    public int Order => 310;

    public async Task Seed(CancellationToken ct)
    {
        await ready.AddMissing(ct);
        var form = await db.Forms.FirstAsync(f => f.Code == Visit, ct);
        if (form.PublishedVersion is not null || SpecText.Stored(await Draft(ct)).Spec is not { } spec)
            return;
        var version = PublishForm.Next(form, spec, Assessment, db.Actor, db.Clock.GetUtcNow());
        db.FormVersions.Add(version);
        db.FormDrafts.Remove(await db.FormDrafts.FirstAsync(d => d.Code == Visit, ct));
        form.Published(FormDesk.Read(version), version.At);
        db.Audit("form.published", "form", Visit, new { version.Number, version.Digest });
        await db.SaveChangesAsync(ct);
    }

    private Task<string> Draft(CancellationToken ct) =>
        db.FormDrafts.Where(d => d.Code == Visit).Select(d => d.Spec).FirstAsync(ct);
}
