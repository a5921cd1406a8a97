using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ScenarioPortal.IntegrationTests.Workbooks;

/// <summary>Watches what one portal does with its database, whoever opened it.</summary>
internal sealed class DatabaseWork : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

    private readonly string? _database;
    private readonly List<IDisposable> _subscriptions = [];
    private int _commands;
    private int _commits;

    public DatabaseWork(PortalHost portal)
    {
        _database = new NpgsqlConnectionStringBuilder(portal.Access.Owner).Database;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Commands => _commands;

    /// <summary>Is told how many transactions have been committed so far.</summary>
    public Action<int> Committed { get; init; } = _ => { };

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == EntityFramework)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            case CommandExecutedEventData { Command.Connection.Database: var database } when database == _database:
                Interlocked.Increment(ref _commands);
                break;
            case TransactionEndEventData { Transaction.Connection.Database: var database } when database == _database && value.Key == RelationalEventId.TransactionCommitted.Name:
                Committed(Interlocked.Increment(ref _commits));
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }
}
