using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Writing;

/// <summary>How well a text will be understood by those who could answer it. Hints only: none of them keeps anybody from handing in.</summary>
internal static partial class HintTexts
{
    private const int TellingLength = 40;

    extension(IStringLocalizer<Texts> L)
    {
        public IReadOnlyList<WritingHint> WritingHints(ListKind kind, IReadOnlyDictionary<string, string> texts) => kind is ListKind.Opportunities ? L.NeedHints(texts) : L.OfferHints(texts);

        private IReadOnlyList<WritingHint> NeedHints(IReadOnlyDictionary<string, string> texts) =>
        [
            new(texts.TextOf(SheetField.Description).Length >= TellingLength, L["谁遇到什么难处"]),
            new(Measured().IsMatch(texts.TextOf(SheetField.AcceptanceCriteria)), L["结果怎么量"]),
            new(Any(texts, SheetField.LandingArea, SheetField.Region), L["在哪里做"]),
            new(Any(texts, SheetField.Cooperation), L["能开放的场地或数据"]),
            new(Any(texts, SheetField.Budget, SheetField.Investment), L["钱从哪里来"]),
            new(Any(texts, SheetField.Deadline), L["什么时候截止"]),
            new(Any(texts, SheetField.Contact), L["怎么联系"])
        ];

        private IReadOnlyList<WritingHint> OfferHints(IReadOnlyDictionary<string, string> texts) =>
        [
            new(texts.TextOf(SheetField.Description).Length >= TellingLength, L["解决什么问题"]),
            new(Any(texts, SheetField.Tech), L["用到的技术"]),
            new(Any(texts, SheetField.Trl), L["技术成熟度"]),
            new(Any(texts, SheetField.Cases), L["做过的案例"]),
            new(Measured().IsMatch(texts.TextOf(SheetField.Effect) + texts.TextOf(SheetField.Cases)), L["效果怎么量"]),
            new(Any(texts, SheetField.Contact), L["怎么联系"])
        ];

        /// <summary>A warning where a text that everybody will read seems to name a person's number.</summary>
        public string? PersonalDataIn(IReadOnlyDictionary<string, string> texts) =>
            texts.Where(t => t.Key != nameof(SheetField.Contact)).Any(t => PersonsNumber().IsMatch(t.Value)) ? L["文字里像是有手机号或身份证号。这些内容会公开，请删掉，电话写在“联系方式”里。"].Value : null;
    }

    private static bool Any(IReadOnlyDictionary<string, string> texts, params ReadOnlySpan<SheetField> fields)
    {
        foreach (var field in fields)
        {
            if (texts.TextOf(field).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\d|[一二两三四五六七八九十百千]+(?:%|％|成|倍|分钟|小时|天|次|起|人|万|个)|百分之")]
    private static partial Regex Measured();

    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)")]
    private static partial Regex PersonsNumber();
}

/// <summary>One thing that a good text says, and whether this one does.</summary>
internal sealed record WritingHint(bool IsMet, string Text);
