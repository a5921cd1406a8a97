using System.Text.RegularExpressions;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>docs/field-matrix.tsv: for each field that matters and the page that may show it, what each principal makes of it.</summary>
internal static class FieldMatrix
{
    private const int ColumnsBefore = 5;

    public static IReadOnlyList<FieldRow> Read()
    {
        var lines = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "field-matrix.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToArray();
        var principals = lines[0][ColumnsBefore..];
        return [.. lines.Skip(1).Select(l => l.Length == lines[0].Length
            ? new FieldRow(new MatrixRow("GET", l[0], l[1], "-", []), l[2], l[3], l[4] == "-" ? null : l[4], [.. principals.Zip(l[ColumnsBefore..], (p, c) => new Cell(p, c))])
            : throw new InvalidDataException($"{l[0]} {l.ElementAtOrDefault(2)}: {l.Length} columns and not {lines[0].Length}."))];
    }
}

/// <summary>One field on one page.</summary>
/// <param name="Page">The page, asked for as the matrix of rights does.</param>
/// <param name="Field">What people call it.</param>
/// <param name="Value">What stands in it, by the name that the world gives.</param>
/// <param name="Change">The control in which it is changed, and to what: <c>Input.Name=…</c>; null where it never is.</param>
/// <param name="Cells">sees, masked, hidden, changes, or - where the page is not opened at all.</param>
internal sealed partial record FieldRow(MatrixRow Page, string Field, string Value, string? Change, IReadOnlyList<Cell> Cells)
{
    public override string ToString() => $"{Page.Address} [{Page.Object}] {Field}";

    public string? Control => Change?.Split('=')[0];

    public string ValueIn(World world) => In(Value, world);

    public string NewValueIn(World world) => In(Change!.Split('=', 2)[1], world);

    private static string In(string text, World world) => Place().Replace(text, m => world.IdentityOf(m.Value[1..^1]));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
