using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Writing;
using Xunit;

namespace ScenarioPortal.UnitTests.Writing;

public sealed class SimilarAnswerTests
{
    [Theory]
    [InlineData(SimilarChoice.Join, "", true)]
    [InlineData(SimilarChoice.Borrow, "", true)]
    [InlineData(SimilarChoice.Differs, "那边是井盖\n我们是水位", true)]
    [InlineData(SimilarChoice.Differs, "", false)]
    public void An_answer_comes_back_from_the_texts_as_it_was_given(object choice, string reason, bool isGiven)
    {
        var (need, answer) = (Guid.CreateVersion7(), new SimilarAnswer((SimilarChoice)choice, reason));
        Assert.InRange(SimilarAnswer.KeyOf(need).Length, 1, WorkingCopy.FieldNameMaxLength);

        var read = SimilarAnswer.In(new Dictionary<string, string> { ["Title"] = "夜间巡查", [SimilarAnswer.KeyOf(need)] = answer.ToText() });

        Assert.Equal((need, answer), (Assert.Single(read).Key, read[need]));
        Assert.Equal(isGiven, read[need].IsGiven);
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("7", " ", null)]
    [InlineData("", "范围不同", SimilarChoice.Differs)]
    [InlineData("Join", "", SimilarChoice.Join)]
    public void A_sentence_without_a_choice_says_what_differs_and_nothing_says_nothing(string choice, string reason, object? expected)
    {
        Assert.Equal((SimilarChoice?)expected, new SimilarForm { Choice = choice, Reason = reason }.ToAnswer().Choice);
    }
}
