using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Web.Commands;

internal sealed record ImportArguments
{
    public required ListKind Kind { get; init; }

    public required FileInfo File { get; init; }

    public bool Publish { get; init; }

    public bool DryRun { get; init; }

    public string? Folder { get; init; }
}
