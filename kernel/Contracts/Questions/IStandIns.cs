namespace Fourfold.Contracts;

/// <summary>Answers who stands in for whom. Serve owns it.</summary>
public interface IStandIns
{
    /// <summary>Posts whose work this post handles just now, because their holders are on leave; from memory.</summary>
    ValueTask<IReadOnlyList<PostId>> StandsInFor(PostId deputy, CancellationToken ct);

    /// <summary>Posts that stand in for this one just now; from memory.</summary>
    ValueTask<IReadOnlyList<PostId>> DeputiesOf(PostId absent, CancellationToken ct);
}
