using System.Data;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
#pragma warning disable EF1001 // EF asks an interceptor only when the connection is open; only here can one wait before that.
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fourfold.Store.Sqlite;

/// <summary>A connection that waits for its turn to write before it is opened.</summary>
internal sealed class QueuedConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger
) : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
{
    private string Store => Path.GetFullPath(DbConnection.DataSource);

    public override IDbContextTransaction BeginTransaction(IsolationLevel isolationLevel) =>
        TransactionQueue.Begin(DbConnection, Store, atOnce: 1, () => base.BeginTransaction(isolationLevel));

    public override Task<IDbContextTransaction> BeginTransactionAsync(
        IsolationLevel isolationLevel,
        CancellationToken cancellationToken = default
    ) =>
        TransactionQueue.BeginAsync(
            DbConnection,
            Store,
            atOnce: 1,
            () => base.BeginTransactionAsync(isolationLevel, cancellationToken),
            cancellationToken
        );
}
