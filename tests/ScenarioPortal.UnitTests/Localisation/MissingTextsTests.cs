using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using Xunit;

namespace ScenarioPortal.UnitTests.Localisation;

public sealed class MissingTextsTests
{
    [Fact]
    public void What_is_missing_is_said_to_the_company_and_what_excludes_comes_first()
    {
        using var reader = Reader.OfChinese();

        var missing = Reader.L.Missing(
        [
            Reason(Verdict.Met, ReasonDetail.TechnologyFound, "毫米波"),
            Reason(Verdict.Partly, ReasonDetail.MaturityBelow, "6", "7"),
            Reason(Verdict.Unknown, ReasonDetail.ConditionNotMentioned, "等保三级证书"),
            Reason(Verdict.Unknown, ReasonDetail.BudgetNotStated),
            Reason(Verdict.Unmet, ReasonDetail.ConditionFails, "本地企业"),
            Reason(Verdict.Unmet, ReasonDetail.ConditionExcludes, "TRL≥7", "6")
        ], new CodeBook([], [], []));

        Assert.Equal(["必须“TRL≥7”，现在是 TRL 6", "不满足“本地企业”", "TRL 6，要求 7 以上", "没有写到“等保三级证书”，有就写上"], missing);
    }

    private static MatchReason Reason(Verdict verdict, ReasonDetail detail, params string[] values) =>
        new() { Criterion = Criterion.Condition, Verdict = verdict, Detail = detail, Values = values };
}
