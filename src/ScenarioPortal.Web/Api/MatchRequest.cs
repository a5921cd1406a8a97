using FluentValidation;
using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Web.Api;

/// <summary>A need in someone's own words.</summary>
internal sealed record MatchRequest
{
    public const int UsualTop = 10;
    public const int TopMax = 100;
    public const int TechnologiesMax = 50;

    public string? Title { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? RequiredTech { get; init; }

    /// <summary>A field by name or code.</summary>
    public string? Field { get; init; }

    /// <summary>A region by name or six-digit code.</summary>
    public string? Region { get; init; }

    /// <summary>How many matches at most, 1–100.</summary>
    public int? Top { get; init; }
}

internal sealed class MatchRequestValidator : AbstractValidator<MatchRequest>
{
    public MatchRequestValidator()
    {
        RuleFor(r => r.Description).NotEmpty().WithMessage("请写下要解决的事。").MaximumLength(Opportunity.DescriptionMaxLength).WithMessage("文字太长，请控制在 8000 字以内。");
        RuleFor(r => r.Title).MaximumLength(Opportunity.TitleMaxLength).WithMessage("名称太长，请控制在 200 字以内。");
        RuleFor(r => r.Top).InclusiveBetween(1, MatchRequest.TopMax).WithMessage("条数应为 1 到 100。");
        RuleFor(r => r.RequiredTech).Must(t => t is null || (t.Count <= MatchRequest.TechnologiesMax && t.All(x => x is { Length: > 0 and <= Opportunity.TechnologyMaxLength })))
            .WithMessage("技术要求最多 50 项，每项不超过 100 字。");
    }
}
