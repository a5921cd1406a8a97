using System.Globalization;
using FluentValidation;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Showcases;

/// <summary>What one side tells of how it was done, as it is typed.</summary>
internal sealed class ShowcaseForm
{
    public int Revision { get; set; }

    public string? Title { get; set; }

    public string? Problem { get; set; }

    public string? Solution { get; set; }

    public string? Approach { get; set; }

    public string? Weeks { get; set; }

    public string? Cost { get; set; }

    public string? Applies { get; set; }

    public string? Conditions { get; set; }

    public string? Pitfalls { get; set; }

    public PairingSide? Contact { get; set; }

    public static ShowcaseForm Of(ShowcaseContent content) => new()
    {
        Title = content.Title,
        Problem = content.Problem,
        Solution = content.Solution,
        Approach = content.Approach,
        Weeks = content.Weeks?.ToString(CultureInfo.InvariantCulture),
        Cost = content.Cost?.ToString("0.####", CultureInfo.InvariantCulture),
        Applies = content.Applies,
        Conditions = content.Conditions,
        Pitfalls = content.Pitfalls,
        Contact = content.Contact
    };

    public ShowcaseContent ToContent() => new()
    {
        Title = Title!.Trim(),
        Problem = Problem!.Trim(),
        Solution = Solution!.Trim(),
        Approach = Approach!.Trim(),
        Weeks = WeeksOf(Weeks),
        Cost = CostOf(Cost),
        Applies = Applies!.Trim(),
        Conditions = Conditions!.Trim(),
        Pitfalls = Pitfalls.OrNull,
        Contact = Contact!.Value
    };

    private static int? WeeksOf(string? text) => int.TryParse(text.OrNull, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) ? weeks : null;

    private static decimal? CostOf(string? text) => decimal.TryParse(text.OrNull, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost) ? cost : null;

    internal sealed class Validator : AbstractValidator<ShowcaseForm>
    {
        public Validator()
        {
            RuleFor(f => f.Title).Must(t => t.OrNull is { Length: <= ShowcaseContent.TitleMaxLength }).WithMessage("请填写案例名称，不超过 {0} 字。").WithState(_ => new object[] { ShowcaseContent.TitleMaxLength });
            RuleFor(f => f.Problem).Must(IsText).WithMessage("请写明原来是什么问题，不超过 {0} 字。").WithState(_ => new object[] { ShowcaseContent.TextMaxLength });
            RuleFor(f => f.Solution).Must(IsText).WithMessage("请写明怎样解决，不超过 {0} 字。").WithState(_ => new object[] { ShowcaseContent.TextMaxLength });
            RuleFor(f => f.Approach).Must(IsText).WithMessage("请写明怎么做的，不超过 {0} 字。").WithState(_ => new object[] { ShowcaseContent.TextMaxLength });
            RuleFor(f => f.Weeks).Must(w => w.OrNull is null || WeeksOf(w) is >= 1 and <= ShowcaseContent.MaxWeeks).WithMessage("请写 1 到 {0} 的整数，或者空着。").WithState(_ => new object[] { ShowcaseContent.MaxWeeks });
            RuleFor(f => f.Cost).Must(c => c.OrNull is null || CostOf(c) is > 0 and <= ShowcaseContent.MaxCost).WithMessage("请写大于 0 的数，单位万元，例如 12.5；或者空着。");
            RuleFor(f => f.Applies).Must(t => t.OrNull is { Length: <= ShowcaseContent.AppliesMaxLength }).WithMessage("请写明哪些地方适用，不超过 {0} 字。").WithState(_ => new object[] { ShowcaseContent.AppliesMaxLength });
            RuleFor(f => f.Conditions).Must(IsText).WithMessage("请写明别处要具备什么条件，不超过 {0} 字。").WithState(_ => new object[] { ShowcaseContent.TextMaxLength });
            RuleFor(f => f.Pitfalls).Must(t => t.OrNull is not { Length: > ShowcaseContent.TextMaxLength }).WithMessage("不超过 {0} 字。").WithState(_ => new object[] { ShowcaseContent.TextMaxLength });
            RuleFor(f => f.Contact).Must(c => c is PairingSide.Publisher or PairingSide.Company).WithMessage("请选由哪一方答复。");
        }

        private static bool IsText(string? text) => text.OrNull is { Length: <= ShowcaseContent.TextMaxLength };
    }
}
