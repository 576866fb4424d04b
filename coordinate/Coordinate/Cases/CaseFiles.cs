using Fourfold.Contracts;

namespace Fourfold.Coordinate.Cases;

/// <summary>Looks up stored files that a case is told with, and what each is.</summary>
internal sealed class CaseFiles(MoveReader moves)
{
    /// <summary>The files as they were given, each once; 422 says which one is unknown or of another kind.</summary>
    public async Task<IReadOnlyList<CaseFile>> Read(IReadOnlyList<FileId> ids, string field, CancellationToken ct)
    {
        var media = await moves.Media(ids, field, ct);
        return
        [
            .. media.All.Select(id => new CaseFile(
                id,
                media.Sounds.Contains(id) ? CaseFileKinds.Sound
                    : media.Videos.Contains(id) ? CaseFileKinds.Video
                    : CaseFileKinds.Picture
            )),
        ];
    }
}
