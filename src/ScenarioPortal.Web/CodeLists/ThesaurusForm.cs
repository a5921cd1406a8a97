using System.Text;
using FluentValidation;
using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Web.CodeLists;

/// <summary>A pair of the thesaurus as it is filled in; of one that is there only relation and field.</summary>
internal sealed class ThesaurusForm
{
    public int Revision { get; set; }

    public string? Word { get; set; }

    public string? LeadsTo { get; set; }

    public WordRelation? Relation { get; set; }

    /// <summary>Code of the field; empty in any.</summary>
    public string? Field { get; set; }

    /// <summary>Words as texts are compared: letters and digits of half width.</summary>
    public (string Word, string LeadsTo) Words => (Plain(Word), Plain(LeadsTo));

    public string? FieldCode => string.IsNullOrWhiteSpace(Field) ? null : Field;

    public static ThesaurusForm Of(ThesaurusEntry entry) => new() { Word = entry.Word, LeadsTo = entry.LeadsTo, Relation = entry.Relation, Field = entry.FieldCode };

    private static string Plain(string? word) => (word ?? "").Normalize(NormalizationForm.FormKC).Trim();

    internal sealed class Validator : AbstractValidator<ThesaurusForm>
    {
        public Validator(CodeBooks codes)
        {
            RuleFor(f => f.Word).Must(IsWord).WithMessage("请填写词语，{0} 到 {1} 字。").WithState(_ => Limits);
            RuleFor(f => f.LeadsTo).Must(IsWord).WithMessage("请填写词语，{0} 到 {1} 字。").WithState(_ => Limits);
            RuleFor(f => f.LeadsTo).Must((form, _) => !string.Equals(form.Words.Word, form.Words.LeadsTo, StringComparison.OrdinalIgnoreCase))
                .When(f => IsWord(f.LeadsTo)).WithMessage("两个词不能相同。");
            RuleFor(f => f.Relation).Must(r => r is { } relation && Enum.IsDefined(relation)).WithMessage("请选择两个词的关系。");
            RuleFor(f => f.Field).Must((form, _) => form.FieldCode is not { } code || codes.Current.Field(code) is not null).WithMessage("请从清单里选择领域。");
        }

        private static object[] Limits => [ThesaurusEntry.WordMinLength, ThesaurusEntry.WordMaxLength];

        private static bool IsWord(string? word) =>
            Plain(word) is { Length: >= ThesaurusEntry.WordMinLength and <= ThesaurusEntry.WordMaxLength } plain && plain.Any(char.IsLetterOrDigit) && !plain.Any(char.IsControl);
    }
}
