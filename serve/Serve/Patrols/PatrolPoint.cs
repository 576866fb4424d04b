using Fourfold.Contracts;

namespace Fourfold.Serve.Patrols;

/// <summary>A place on the way.</summary>
/// <param name="Id">Stays when it is renamed or moved.</param>
/// <param name="Name">1 … 60 characters, such as 3 号闸.</param>
/// <param name="Position">Its middle.</param>
/// <param name="RadiusMetres">Who is so near has been there, 10 … 500.</param>
internal sealed record PatrolPoint(Guid Id, string Name, GeoPoint Position, int RadiusMetres)
{
    public const int LeastRadius = 10;
    public const int MostRadius = 500;
}
