namespace ScenarioPortal.Domain.Organisations;

/// <summary>What a reviewer says about one field of what was handed in; without a field it is about the whole.</summary>
public sealed record FieldRemark
{
    public const int TextMaxLength = 500;

    public string? Field { get; init; }

    public required string Text { get; init; }
}
