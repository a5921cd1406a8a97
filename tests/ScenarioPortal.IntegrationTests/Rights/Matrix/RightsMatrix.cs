using System.Text.RegularExpressions;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>docs/rights-matrix.tsv: for each endpoint and kind of object, what each principal is answered. A line that begins with # is a heading.</summary>
internal sealed record RightsMatrix(IReadOnlyList<string> Principals, IReadOnlyList<MatrixRow> Rows)
{
    private const int ColumnsBefore = 4;

    public static RightsMatrix Read()
    {
        var lines = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "rights-matrix.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToArray();
        var principals = lines[0][ColumnsBefore..];
        return new RightsMatrix(principals, [.. lines.Skip(1).Select(l => l.Length == lines[0].Length
            ? new MatrixRow(l[0], l[1], l[2], l[3], [.. principals.Zip(l[ColumnsBefore..], (p, c) => new Cell(p, c))])
            : throw new InvalidDataException($"{l[0]} {l.ElementAtOrDefault(1)} {l.ElementAtOrDefault(2)}: {l.Length} columns and not {lines[0].Length}."))]);
    }
}

/// <summary>What one principal is answered.</summary>
internal sealed record Cell(string Principal, string Expected)
{
    /// <summary>Something is carried out, so the cell has a world of its own.</summary>
    public bool Acts => Expected == "done" || Expected.EndsWith('*');

    /// <summary>What the answer itself can show: whether a redirect follows an act or only leads on, the database shows.</summary>
    public string Answered => Expected == "onward" ? "done" : Expected.TrimEnd('*');

    public bool IsRefused => Expected is "403" or "404";
}

/// <summary>One endpoint with one kind of object.</summary>
/// <param name="Verb">The HTTP method.</param>
/// <param name="Address">The route's own pattern, and the handler where the page has several.</param>
/// <param name="Object">What takes the places in the pattern, in order, by the names that the world gives.</param>
/// <param name="Form">Fields of the form that are filled in; names in braces stand for what the world gives, one that begins with @ for a file. "-" is an empty form.</param>
/// <param name="Cells">The expected answers, in the order of the principals.</param>
internal sealed partial record MatrixRow(string Verb, string Address, string Object, string Form, IReadOnlyList<Cell> Cells)
{
    public string Endpoint => $"{Verb} {Address}";

    public override string ToString() => $"{Endpoint} [{Object}]{(Form == "-" ? "" : $" {Form}")}";

    public string PathIn(World world) => PathOf(name => world.IdentityOf(name), name => world.IdentityOf(name));

    /// <summary>The same with identities that nothing has; null where no place of the pattern takes an identity.</summary>
    public string? AbsentIn(World world) => TakesIdentity ? PathOf(_ => World.Absent, name => world.IdentityOf(name)) : null;

    /// <summary>Whether a 404 means something that may exist: an address that cannot be one is nothing that anybody was refused.</summary>
    public bool NamesSomething => !Object.Contains("malformed", StringComparison.Ordinal) && (Verb == "POST" || TakesIdentity);

    private bool TakesIdentity => Address.Contains(":guid}", StringComparison.Ordinal);

    public IEnumerable<KeyValuePair<string, string>> FormIn(World world) => Form == "-" ? [] : Form.Split('&').Select(f => f.Split('=', 2))
        .Select(f => KeyValuePair.Create(f[0], Place().Replace(f[1], m => world.IdentityOf(m.Value[1..^1]))));

    private string PathOf(Func<string, string> identity, Func<string, string> other)
    {
        var objects = new Queue<string>(Object == "-" ? [] : Object.Split(" + "));
        return Place().Replace(Address, place => (place.Value.Contains(":guid", StringComparison.Ordinal) ? identity : other)(objects.Dequeue()));
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
