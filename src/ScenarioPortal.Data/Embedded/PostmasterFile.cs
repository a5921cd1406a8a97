using System.Globalization;

namespace ScenarioPortal.Data.Embedded;

/// <summary>What a server writes down about itself in <c>postmaster.pid</c>; half of it while it starts, stale when it was killed.</summary>
internal sealed record PostmasterFile(string Path, int ProcessId, PostgresAddress? Address)
{
    public static PostmasterFile? Read(string cluster)
    {
        var path = System.IO.Path.Combine(cluster, "postmaster.pid");
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length == 0 ? null : new PostmasterFile(path, Number(lines[0]), AddressIn(lines));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete()
    {
        File.Delete(Path);
        if (Address is { IsSocket: true })
        {
            File.Delete(System.IO.Path.Combine(Address.Host, $".s.PGSQL.{Address.Port}.lock"));
        }
    }

    private static PostgresAddress? AddressIn(string[] lines) =>
        lines.Length < 6 ? null : new PostgresAddress(lines[4].Length > 0 ? lines[4].Trim() : lines[5].Trim(), Number(lines[3]));

    private static int Number(string line) => int.Parse(line, CultureInfo.InvariantCulture);
}
