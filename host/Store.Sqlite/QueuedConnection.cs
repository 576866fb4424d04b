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
    public override IDbContextTransaction BeginTransaction(IsolationLevel isolationLevel)
    {
        TransactionQueue.Enter(DbConnection, Path.GetFullPath(DbConnection.DataSource), atOnce: 1);
        try
        {
            return base.BeginTransaction(isolationLevel);
        }
        catch
        {
            TransactionQueue.Leave(DbConnection);
            throw;
        }
    }

    public override async Task<IDbContextTransaction> BeginTransactionAsync(
        IsolationLevel isolationLevel,
        CancellationToken cancellationToken = default
    )
    {
        await TransactionQueue.EnterAsync(
            DbConnection,
            Path.GetFullPath(DbConnection.DataSource),
            atOnce: 1,
            cancellationToken
        );
        try
        {
            return await base.BeginTransactionAsync(isolationLevel, cancellationToken);
        }
        catch
        {
            TransactionQueue.Leave(DbConnection);
            throw;
        }
    }
}
