using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Questions;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What company B asked about a need of unit A: one question waits, one is answered.</summary>
internal static class WorldQuestions
{
    public static void AddTo(WorldBuilder world, Opportunity need)
    {
        Ask("question A", world.Secret("等待答复的问题", "unit-a", "owner-b"));
        Ask("question answered A", "答复过的问题").Reply("公开的答复", world.World.Actors["unit-a"].Account!.Id, world.Now);

        Question Ask(string name, string text)
        {
            var question = new Question(need, text, new PublicationRules(), world.Now);
            world.Add(name, question, question.Id);
            world.Name($"text of {name}", text);
            world.Add(new QuestionAsker(question.Id, world.World.Actors["owner-b"].Account!.Id));
            return question;
        }
    }
}
