using System.Security.Cryptography;
using System.Text;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>How a sheet was understood: where its header is and what each column was taken for.</summary>
public sealed record SheetReport
{
    /// <summary>The sheet's name; absent for csv and jsonl.</summary>
    public string? Sheet { get; init; }

    /// <summary>Hidden sheets are read like others.</summary>
    public bool Hidden { get; init; }

    /// <summary>The header's row number, from 1; absent when the sheet was skipped and for jsonl.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>All columns with a header, from left to right; empty for a skipped sheet and for jsonl.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; init; } = [];

    /// <summary>Why the sheet was skipped; absent when it was read.</summary>
    public Reason? Skipped { get; init; }

    /// <summary>
    /// The same for all sheets with these headers, in whatever order and spelling: SHA-256 in hexadecimal digits. Columns that hold the portal's
    /// own remarks do not count, so a sheet that comes back has the shape that it had.
    /// </summary>
    public string Shape(ListKind list) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Columns
        .Select(column => HeaderName.Of(column.Header))
        .Where(name => ColumnAliases.Of(list).Find(name)?.Field is not SheetField.Ignored)
        .Select(name => name.Normal).Distinct().Order(StringComparer.Ordinal)))));
}
