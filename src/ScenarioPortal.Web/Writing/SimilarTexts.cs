using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Writing;

/// <summary>The answers to a similar need in words.</summary>
internal static class SimilarTexts
{
    public const int ReasonMaxLength = 300;

    public static IReadOnlyList<(SimilarChoice Choice, string Text)> Choices(IStringLocalizer<Texts> L) =>
    [
        (SimilarChoice.Join, L["加入该需求：跟那家单位合在一起做"]),
        (SimilarChoice.Borrow, L["借用该方案：照它对接到的方案来做"]),
        (SimilarChoice.Differs, L["说明不同之处"])
    ];

    public static string Chosen(IStringLocalizer<Texts> L, SimilarChoice choice) => choice switch
    {
        SimilarChoice.Join => L["加入该需求"],
        SimilarChoice.Borrow => L["借用该方案"],
        _ => L["有不同之处"]
    };
}
