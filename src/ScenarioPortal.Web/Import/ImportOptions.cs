using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Web.Import;

internal sealed record ImportOptions
{
    public required ListKind Kind { get; init; }

    /// <summary>The file's name, for the trail and for telling its format.</summary>
    public required string FileName { get; init; }

    /// <summary>Who imports, for the trail.</summary>
    public required string Actor { get; init; }

    /// <summary>Also release what the file holds as a numbered batch.</summary>
    public bool Publish { get; init; }

    /// <summary>Check everything and keep nothing.</summary>
    public bool DryRun { get; init; }

    public IProgress<ImportProgress>? Progress { get; init; }
}

/// <summary>How far an import has come: rows dealt with so far, and the part of the file that was read, 0–1.</summary>
internal readonly record struct ImportProgress(int Rows, double Fraction);
