using System.Data;
using System.Data.Common;
using Fourfold.Kernel.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
#pragma warning disable EF1001 // EF asks an interceptor only when the connection is open; only here can one wait before that.
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fourfold.Store.Sqlite;

/// <summary>
/// A connection that waits for its turn to write before it is opened, is open already when it is taken, and is given back as it
/// is: opening one anew costs as much as some statements (functions, pragmas, and each statement to be compiled again).
/// </summary>
internal sealed class QueuedConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger
) : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
{
    private readonly TransactionTurn turn = new();
    private int opens;

    private string Store => ConnectionString ?? "";

    public override IDbContextTransaction BeginTransaction(IsolationLevel isolationLevel) =>
        CurrentTransaction is not null
            ? base.BeginTransaction(isolationLevel)
            : turn.Begin(Store, atOnce: 1, () => base.BeginTransaction(isolationLevel));

    public override Task<IDbContextTransaction> BeginTransactionAsync(
        IsolationLevel isolationLevel,
        CancellationToken cancellationToken = default
    ) =>
        CurrentTransaction is not null
            ? base.BeginTransactionAsync(isolationLevel, cancellationToken)
            : turn.BeginAsync(
                Store,
                atOnce: 1,
                () => base.BeginTransactionAsync(isolationLevel, cancellationToken),
                cancellationToken
            );

    public override bool Open(bool errorsExpected = false)
    {
        var opened = base.Open(errorsExpected);
        opens++;
        return opened;
    }

    public override async Task<bool> OpenAsync(CancellationToken cancellationToken, bool errorsExpected = false)
    {
        var opened = await base.OpenAsync(cancellationToken, errorsExpected);
        opens++;
        return opened;
    }

    public override bool Close()
    {
        var closed = base.Close();
        Closed();
        return closed;
    }

    public override async Task<bool> CloseAsync()
    {
        var closed = await base.CloseAsync();
        Closed();
        return closed;
    }

    public override void Dispose()
    {
        base.Dispose();
        opens = 0;
        turn.Leave();
    }

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    protected override DbConnection CreateDbConnection() =>
        OpenConnections.Take(Store) ?? (SqliteConnection)base.CreateDbConnection();

    // It stays open; when nobody needs it any more it is given back below.
    protected override void CloseDbConnection() { }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;

    protected override void DisposeDbConnection() => OpenConnections.GiveBack(Store, (SqliteConnection)DbConnection);

    protected override ValueTask DisposeDbConnectionAsync()
    {
        DisposeDbConnection();
        return ValueTask.CompletedTask;
    }

    // A transaction that ended in whichever way closes what it opened.
    private void Closed()
    {
        opens = Math.Max(0, opens - 1);
        if (opens == 0)
        {
            var timeout = CommandTimeout;
            ResetState(disposeDbConnection: true);
            CommandTimeout = timeout;
        }
        if (CurrentTransaction is null)
            turn.Leave();
    }
}
