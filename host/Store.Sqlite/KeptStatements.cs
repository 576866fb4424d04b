using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fourfold.Store.Sqlite;

/// <summary>Keeps the compiled statements of an open connection: compiling one costs as much as running it.</summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    public static readonly KeptStatements Instance = new();

    // Of one connection; some kilobytes each. When there are more, all begin anew.
    private const int Most = 200;

    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, SqliteCommand>> Idle = [];

    public override InterceptionResult<DbCommand> CommandCreating(
        CommandCorrelatedEventData eventData,
        InterceptionResult<DbCommand> result
    ) =>
        eventData.Connection is SqliteConnection connection
            ? InterceptionResult<DbCommand>.SuppressWithResult(
                new Command(connection, Idle.GetOrCreateValue(connection))
            )
            : result;

    /// <summary>A command that borrows a compiled one of its text.</summary>
    private sealed class Command(SqliteConnection connection, Dictionary<string, SqliteCommand> idle) : DbCommand
    {
        private SqliteCommand? borrowed;
        private bool failed;

        private SqliteCommand Borrowed => borrowed ?? throw new InvalidOperationException("no text yet");

        [AllowNull]
        public override string CommandText
        {
            get => borrowed?.CommandText ?? "";
            set
            {
                GiveBack();
                value ??= "";
                borrowed = idle.Remove(value, out var kept) ? kept : new SqliteCommand(value, connection);
                borrowed.CommandTimeout = connection.DefaultTimeout;
            }
        }

        public override int CommandTimeout
        {
            get => Borrowed.CommandTimeout;
            set => Borrowed.CommandTimeout = value;
        }

        public override CommandType CommandType { get; set; } = CommandType.Text;
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection
        {
            get => connection;
            set => throw new NotSupportedException();
        }

        protected override DbParameterCollection DbParameterCollection => Borrowed.Parameters;

        protected override DbTransaction? DbTransaction
        {
            get => Borrowed.Transaction;
            set => Borrowed.Transaction = (SqliteTransaction?)value;
        }

        public override void Cancel() => Borrowed.Cancel();

        public override void Prepare() => Borrowed.Prepare();

        public override int ExecuteNonQuery() => Run(b => b.ExecuteNonQuery());

        public override object? ExecuteScalar() => Run(b => b.ExecuteScalar());

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
            Run(b => b.ExecuteReader(behavior));

        protected override DbParameter CreateDbParameter() => new SqliteParameter();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                GiveBack();
            base.Dispose(disposing);
        }

        private T Run<T>(Func<SqliteCommand, T> run)
        {
            try
            {
                return run(Borrowed);
            }
            catch
            {
                failed = true;
                throw;
            }
        }

        private void GiveBack()
        {
            if (borrowed is not { } done)
                return;
            borrowed = null;
            done.Parameters.Clear();
            done.Transaction = null;
            if (idle.Count >= Most)
            {
                foreach (var kept in idle.Values)
                    kept.Dispose();
                idle.Clear();
            }
            // One that failed begins anew; of one that runs inside itself, one is kept.
            if (failed || connection.State != ConnectionState.Open || !idle.TryAdd(done.CommandText, done))
                done.Dispose();
        }
    }
}
