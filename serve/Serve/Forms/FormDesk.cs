using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Forms;

/// <summary>Finds forms: those of one's area, of what lies above it, and of what lies below.</summary>
internal sealed class FormDesk(ServeDb db)
{
    /// <summary>The forms that the actor may know of.</summary>
    public IQueryable<Form> Visible()
    {
        var above = AreaPaths.Above(db.Actor.AreaPath);
        var (low, high) = db.Actor.Scope;
        return db.Forms.Where(f =>
            above.Contains(f.AreaPath) || (string.Compare(f.AreaPath, low) >= 0 && string.Compare(f.AreaPath, high) < 0)
        );
    }

    /// <summary>The form with this code.</summary>
    /// <exception cref="Refused">404 <c>form.unknown</c>.</exception>
    public async Task<Form> Find(string code, CancellationToken ct) =>
        await Visible().FirstOrDefaultAsync(f => f.Code == code, ct) ?? throw Refused.NotFound("form.unknown");

    /// <summary>The same, if the actor may change it.</summary>
    /// <exception cref="Refused">404 <c>form.unknown</c>; 403 <c>area.outside</c>.</exception>
    public async Task<Form> FindToChange(string code, CancellationToken ct)
    {
        var form = await Find(code, ct);
        return IsEditable(form) ? form : throw new Refused("area.outside", 403).With("areaCode", form.AreaPath);
    }

    /// <summary>One version of a form that was found.</summary>
    /// <exception cref="Refused">404 <c>form.version-unknown</c>.</exception>
    public async Task<FormVersion> Version(string code, int number, CancellationToken ct) =>
        await db.FormVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Code == code && v.Number == number, ct)
        ?? throw Refused.NotFound("form.version-unknown").With("version", number);

    /// <summary>Who is below a form's area fills it and does not change it.</summary>
    public bool IsEditable(Form form) => db.Actor.Scope.Holds(form.AreaPath) && db.Actor.May(Permission.FormsWrite);

    /// <summary>The form that a version is; it was checked before it became one.</summary>
    public static FormSpec Read(FormVersion version) =>
        FormJson.TryRead(version.Spec, out var spec, out var fault)
            ? spec
            : throw new InvalidDataException($"{version.Code} {version.Number}: {fault.Path} {fault.Code}");
}
