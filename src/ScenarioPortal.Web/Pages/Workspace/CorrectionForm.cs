using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>What a page shows on which one part of something public is corrected: <c>&lt;partial name="_CorrectionForm" model="Model" /&gt;</c>.</summary>
internal interface ICorrectionPage
{
    ListKind Kind { get; }

    WritingField Field { get; }

    CorrectionForm Input { get; }

    int Revision { get; }

    /// <summary>The revision that stands in the database.</summary>
    int Present { get; }

    string Address { get; }

    string Back { get; }
}

/// <summary>What one part is to say, and why.</summary>
internal sealed class CorrectionForm
{
    /// <summary>So much of both texts an addendum quotes; the page shows the whole.</summary>
    private const int Quoted = Addendum.TextMaxLength;

    public string? Text { get; set; }

    public string? Why { get; set; }

    /// <summary>What the addendum tells. Of a contact it does not say who it was, nor who it is.</summary>
    public Correction Told(SheetField part, string? before, string? after) => part is SheetField.Contact
        ? new Correction { Why = Why!.Trim() }
        : new Correction { Before = Quote(before), After = Quote(after), Why = Why!.Trim() };

    private static string? Quote(string? text) => text is { Length: > Quoted } ? $"{text[..(Quoted - 1)]}…" : text;
}

/// <summary>What is asked of every correction, whatever part it is of.</summary>
internal static class CorrectionForms
{
    extension(PageModel page)
    {
        public void CheckWhy(CorrectionForm input, IStringLocalizer<Texts> L)
        {
            if (string.IsNullOrWhiteSpace(input.Why) || input.Why.Length > Correction.WhyMaxLength)
            {
                page.Refuse("Input.Why", L["请写明为什么更正，不超过 {0} 字。", Correction.WhyMaxLength]);
            }
        }

        /// <summary>What the rules of the list refuse: at the field what is about this part, on top what is about another.</summary>
        public void RefuseAll<TRow>(ReadItem<TRow> read, string part, IStringLocalizer<Texts> L)
        {
            foreach (var refusal in read is RefusedRow<TRow> refused ? refused.Refusals : [])
            {
                page.Refuse(refusal.Column == part ? "Input.Text" : "", L[refusal.Reason.Template, [.. refusal.Reason.Values]]);
            }
        }
    }
}
