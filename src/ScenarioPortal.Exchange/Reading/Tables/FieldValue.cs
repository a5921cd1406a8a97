using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>What a row holds for one field, before it is understood.</summary>
internal sealed record FieldValue
{
    /// <summary>Cleaned, never empty.</summary>
    public required string Text { get; init; }

    /// <summary>Letter and header (“F 预算”), or the key of a jsonl line.</summary>
    public required string Column { get; init; }

    /// <summary>The header as written.</summary>
    public required string Header { get; init; }

    /// <summary>True where the header says that it identifies (id, 外部编号), not merely numbers.</summary>
    public bool IsNamedAsId => HeaderName.Normalise(Header) is "id" or "externalid" or "外部编号";

    /// <summary>The unit of money that the header names.</summary>
    public MoneyUnit Unit { get; init; }

    /// <summary>The entries, where the file gives a list as such.</summary>
    public IReadOnlyList<string>? Entries { get; init; }

    public IReadOnlyList<string> Phrases => Entries ?? ListText.Phrases(Text);

    public IReadOnlyList<string> Sentences => Entries ?? ListText.Sentences(Text);

    public FieldValue JoinedWith(FieldValue next) => next.Text == Text ? this : this with
    {
        Text = $"{Text}\n{next.Text}",
        Entries = Entries is null && next.Entries is null ? null : [.. Sentences, .. next.Sentences]
    };
}
