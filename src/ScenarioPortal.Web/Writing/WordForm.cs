using FluentValidation;
using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Web.Writing;

/// <summary>What is said of one word of the list: what to write instead, and why.</summary>
internal sealed class WordForm
{
    public int Revision { get; set; }

    /// <summary>The word itself; only a new one has it in its form.</summary>
    public string? Word { get; set; }

    public string? Instead { get; set; }

    public string? Why { get; set; }

    public string? WhyEnglish { get; set; }

    public static WordForm Of(CodeListEntry word) => new() { Word = word.Code, Instead = word.Name, Why = word.Help, WhyEnglish = word.HelpEnglish };

    /// <summary>What to write instead is Chinese in either language; a reason without English is told in Chinese.</summary>
    public void WriteTo(CodeListEntry word) =>
        word.Reword(Instead!.Trim(), Instead.Trim(), Why!.Trim(), string.IsNullOrWhiteSpace(WhyEnglish) ? Why.Trim() : WhyEnglish.Trim());

    internal sealed class Validator : AbstractValidator<WordForm>
    {
        /// <summary>A single character stands in every other sentence.</summary>
        private const int WordMinLength = 2;

        public Validator()
        {
            RuleFor(f => f.Word).Must(w => w?.Trim().Length is >= WordMinLength and <= CodeListEntry.CodeMaxLength).WithMessage("请填写词语，{0} 到 {1} 字。").WithState(_ => new object[] { WordMinLength, CodeListEntry.CodeMaxLength });
            RuleFor(f => f.Word).Must(w => w is null || (w.Any(char.IsLetterOrDigit) && !w.AsSpan().ContainsAny('/', '\\', '\n'))).WithMessage("词语里要有文字，不能有斜线或换行。");
            RuleFor(f => f.Instead).Must(n => n?.Trim().Length is > 0 and <= CodeListEntry.NameMaxLength).WithMessage("请写建议改成什么，不超过 {0} 字。").WithState(_ => new object[] { CodeListEntry.NameMaxLength });
            RuleFor(f => f.Why).Must(w => w?.Trim().Length is > 0 and <= CodeListEntry.HelpMaxLength).WithMessage("请写明原因，不超过 {0} 字。").WithState(_ => new object[] { CodeListEntry.HelpMaxLength });
            RuleFor(f => f.WhyEnglish).MaximumLength(CodeListEntry.HelpMaxLength).WithMessage("英文的原因不超过 {0} 字。").WithState(_ => new object[] { CodeListEntry.HelpMaxLength });
        }
    }
}
