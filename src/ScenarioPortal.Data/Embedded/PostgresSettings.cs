namespace ScenarioPortal.Data.Embedded;

/// <summary>Settings for a small machine that the portal has mostly to itself.</summary>
internal static class PostgresSettings
{
    public static string For(PostgresAddress address, bool durable) =>
        $"""
        listen_addresses = '{(address.IsSocket ? "" : address.Host)}'
        port = {address.Port}
        unix_socket_directories = '{(address.IsSocket ? address.Host : "")}'
        unix_socket_permissions = 0700
        max_connections = 200
        shared_buffers = 256MB
        # Many short questions: neither compiling them nor spreading one over both cores pays.
        jit = off
        max_parallel_workers_per_gather = 0
        random_page_cost = 1.1
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] %d '
        {(durable ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nautovacuum = off")}

        """;
}
