using System.Collections.Concurrent;
using System.Data;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
#pragma warning disable EF1001 // EF asks an interceptor only when the connection is open; only here can one wait before that.
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal;

namespace Fourfold.Store.Postgres;

/// <summary>A connection that waits for its turn before it is taken from the pool: half of the pool is always left to who only reads, and to who is in the middle of a transaction and must look something up in another module.</summary>
internal sealed class QueuedConnection(
    RelationalConnectionDependencies dependencies,
    NpgsqlDataSourceManager dataSources,
    IDbContextOptions options
) : NpgsqlRelationalConnection(dependencies, dataSources, options)
{
    private static readonly ConcurrentDictionary<string, int> Shares = new(StringComparer.Ordinal);

    private readonly TransactionTurn turn = new();

    private string Store => ConnectionString ?? "";

    public override IDbContextTransaction BeginTransaction(IsolationLevel isolationLevel) =>
        CurrentTransaction is not null
            ? base.BeginTransaction(isolationLevel)
            : turn.Begin(Store, ShareOf(Store), () => base.BeginTransaction(isolationLevel));

    public override Task<IDbContextTransaction> BeginTransactionAsync(
        IsolationLevel isolationLevel,
        CancellationToken cancellationToken = default
    ) =>
        CurrentTransaction is not null
            ? base.BeginTransactionAsync(isolationLevel, cancellationToken)
            : turn.BeginAsync(
                Store,
                ShareOf(Store),
                () => base.BeginTransactionAsync(isolationLevel, cancellationToken),
                cancellationToken
            );

    // A transaction that ended in whichever way closes what it opened.
    public override bool Close()
    {
        var closed = base.Close();
        LeaveUnlessInside();
        return closed;
    }

    public override async Task<bool> CloseAsync()
    {
        var closed = await base.CloseAsync();
        LeaveUnlessInside();
        return closed;
    }

    public override void Dispose()
    {
        base.Dispose();
        turn.Leave();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        turn.Leave();
    }

    private void LeaveUnlessInside()
    {
        if (CurrentTransaction is null)
            turn.Leave();
    }

    private static int ShareOf(string store) =>
        Shares.GetOrAdd(store, s => Math.Max(1, new NpgsqlConnectionStringBuilder(s).MaxPoolSize / 2));
}
