using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading.Files;

/// <summary>What a file holds, one after the other, before rows are understood.</summary>
internal abstract record ListEvent;

internal sealed record SheetFound(SheetReport Report) : ListEvent;

internal sealed record SortedRow(FieldValues Values, string? CompanyFromAbove) : ListEvent;

internal sealed record BrokenRow(RowRefusal Refusal) : ListEvent;
