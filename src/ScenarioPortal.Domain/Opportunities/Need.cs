namespace ScenarioPortal.Domain.Opportunities;

/// <summary>What is needed, as the publisher states it; what is absent is not stated.</summary>
public sealed record Need
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    public string? FieldCode { get; init; }

    /// <summary>The field in the publisher's own words, kept when it is none of the code list.</summary>
    public string? FieldText { get; init; }

    public string? Subfield { get; init; }

    public IReadOnlyList<string> Technologies { get; init; } = [];

    public string? Cooperation { get; init; }

    public string? Investment { get; init; }

    public Budget? Budget { get; init; }

    public string? BudgetNote { get; init; }

    public DateOnly? Deadline { get; init; }

    public string? DeadlineNote { get; init; }

    public string? AcceptanceCriteria { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public string? Contact { get; init; }

    /// <summary>The names of the parts in which two statements differ.</summary>
    public IReadOnlyList<string> DifferencesFrom(Need other)
    {
        List<string> parts = [];
        Compare(Title == other.Title, nameof(Title));
        Compare(Description == other.Description, nameof(Description));
        Compare((FieldCode, FieldText, Subfield) == (other.FieldCode, other.FieldText, other.Subfield), nameof(FieldCode));
        Compare(Technologies.SequenceEqual(other.Technologies), nameof(Technologies));
        Compare((Cooperation, Investment) == (other.Cooperation, other.Investment), nameof(Cooperation));
        Compare((Budget, BudgetNote) == (other.Budget, other.BudgetNote), nameof(Budget));
        Compare((Deadline, DeadlineNote) == (other.Deadline, other.DeadlineNote), nameof(Deadline));
        Compare(AcceptanceCriteria == other.AcceptanceCriteria, nameof(AcceptanceCriteria));
        Compare(Conditions.SequenceEqual(other.Conditions), nameof(Conditions));
        Compare(Contact == other.Contact, nameof(Contact));
        return parts;

        void Compare(bool same, string part)
        {
            if (!same)
            {
                parts.Add(part);
            }
        }
    }
}
