using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages;

/// <summary>试匹配: paste any text and see who fits. It keeps and changes nothing, so it carries no antiforgery token and can be cached.</summary>
[IgnoreAntiforgeryToken]
internal sealed class TryModel(PortalDbContext db, TryMatch matches, CodeBooks codeBooks, IStringLocalizer<Texts> L) : PageModel
{
    private const int Top = 10;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What fits, best first; null before anything was asked.</summary>
    public IReadOnlyList<Row>? Rows { get; private set; }

    public IEnumerable<Field> Fields => codeBooks.Current.Fields;

    /// <summary>Asked while somebody types: what is not finished is not wrong.</summary>
    private bool IsTyping => Request.Headers.ContainsKey("HX-Request");

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        foreach (var failure in new FormValidator(codeBooks).Validate(Input).Errors)
        {
            ModelState.AddModelError(failure.PropertyName, L[failure.ErrorMessage]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = IsTyping ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
        }

        var fits = matches.Run(Input.ToWish(), Top);
        var names = await NamesAsync([.. fits.Select(f => f.CapabilityId)], cancellation);
        Rows = [.. fits.Where(f => names.ContainsKey(f.CapabilityId)).Select(f => new Row(names[f.CapabilityId], f.Reasons))];
        return Page();
    }

    private Task<Dictionary<Guid, Capability>> NamesAsync(Guid[] ids, CancellationToken cancellation) => (
        from capability in db.Capabilities.Public().Where(c => ids.Contains(c.Id))
        join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        select new Capability
        {
            Id = capability.Id,
            Number = capability.Number,
            Title = capability.Title,
            Organisation = organisation.Name,
            FieldCode = capability.FieldCode,
            FieldText = capability.FieldText,
            RegionCode = capability.RegionCode ?? organisation.RegionCode,
            Trl = capability.Trl
        }).ToDictionaryAsync(c => c.Id, cancellation);

    internal sealed class Form
    {
        public const int TextMaxLength = Opportunity.DescriptionMaxLength;

        public string? Text { get; set; }

        public string? Region { get; set; }

        public string? Field { get; set; }

        public TryMatch.Wish ToWish() => new() { Description = Text!.Trim(), Region = Region, Field = string.IsNullOrEmpty(Field) ? null : Field };
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(CodeBooks codeBooks)
        {
            RuleFor(f => f.Text)
                .NotEmpty().WithMessage("请写下要解决的事，几句话就够。")
                .MaximumLength(Form.TextMaxLength).WithMessage("文字太长，请控制在 8000 字以内。");
            RuleFor(f => f.Region)
                .Must(r => string.IsNullOrWhiteSpace(r) || codeBooks.Current.RegionMeantBy(r) is not null)
                .WithMessage("没有认出这个区域。请写市、区的名称，例如“示范市云桥区”，或六位行政区划代码。");
        }
    }

    /// <summary>A capability that fits, and why.</summary>
    internal sealed record Row(Capability Capability, IReadOnlyList<MatchReason> Reasons)
    {
        /// <summary>The rows of the comparison that say something about this text.</summary>
        public IReadOnlyList<MeetRow> Meeting(Form input, CodeBook codes, IStringLocalizer<Texts> L)
        {
            var facts = new MatchFacts
            {
                NeedField = codes.FieldName(input.Field, null),
                CapabilityField = codes.FieldName(Capability.FieldCode, Capability.FieldText),
                NeedRegionCode = codes.RegionMeantBy(input.Region)?.Code,
                CapabilityRegionCode = Capability.RegionCode,
                Trl = Capability.Trl
            };
            return MeetRow.Of(Reasons.Where(r => r.Verdict is not Verdict.Unknown), facts, codes, L);
        }
    }

    internal sealed record Capability
    {
        public required Guid Id { get; init; }

        public string? Number { get; init; }

        public required string Title { get; init; }

        public string? Organisation { get; init; }

        public string? FieldCode { get; init; }

        public string? FieldText { get; init; }

        public string? RegionCode { get; init; }

        public int? Trl { get; init; }
    }
}
