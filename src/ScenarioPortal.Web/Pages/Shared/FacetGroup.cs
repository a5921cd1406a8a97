using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>One group of filters with its counts. Values that would find nothing are not offered, unless they are chosen.</summary>
internal sealed record FacetGroup
{
    /// <summary>How many values stand in the open; the rest is behind “more”.</summary>
    private const int Shown = 10;

    /// <summary>Values with an order of their own; all others stand by count.</summary>
    private static readonly string[] NaturalOrder =
        ["open", "closed", "3", "7", "30", "Major", "Integrated", "Focused", "0-50", "50-200", "200-1000", "1000-", "1-5", "6-7", "8", "9", .. Enum.GetNames<Domain.Pairings.PairingState>()];

    private static readonly string[] OpenAtFirst = [ListShape.Status, ListShape.Field, ListShape.Region, ListShape.Deadline, ListShape.Trl, ListShape.Step, ListShape.Year];

    public required string Facet { get; init; }

    public required string Name { get; init; }

    public required bool IsOpen { get; init; }

    public required IReadOnlyList<Option> Options { get; init; }

    public required IReadOnlyList<Option> More { get; init; }

    public static FacetGroup Of(FacetCounts counts, CodeBook codes, IStringLocalizer<Texts> L)
    {
        var options = counts.Values
            .OrderBy(v => v.Value == ListShape.NotStated)
            .ThenBy(v => Array.IndexOf(NaturalOrder, v.Value))
            .ThenByDescending(v => counts.Facet is ListShape.Year ? v.Value : null, StringComparer.Ordinal)
            .ThenByDescending(v => v.Count)
            .ThenBy(v => v.Value, StringComparer.Ordinal)
            .Select((v, position) => new Option($"{counts.Facet}-{position}", v.Value, L.FacetValue(counts.Facet, v.Value, codes), IsChinese(counts.Facet, v.Value), v.Count, v.Chosen))
            .ToArray();
        var first = options.Where((option, position) => position < Shown || option.IsChosen).ToArray();
        return new FacetGroup
        {
            Facet = counts.Facet,
            Name = L.FacetName(counts.Facet),
            IsOpen = OpenAtFirst.Contains(counts.Facet) || counts.Values.Any(v => v.Chosen),
            Options = first,
            More = [.. options.Except(first)]
        };
    }

    /// <summary>Regions have no English names.</summary>
    private static bool IsChinese(string facet, string value) => Language.IsEnglish && facet == ListShape.Region && value != ListShape.NotStated;

    internal sealed record Option(string Id, string Value, string Text, bool IsChinese, int Count, bool IsChosen);
}
