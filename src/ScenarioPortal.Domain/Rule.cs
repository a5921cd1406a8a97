namespace ScenarioPortal.Domain;

internal static class Rule
{
    public static void Require(bool holds, string refusal, params object[] values)
    {
        if (!holds)
        {
            throw new RuleBrokenException(refusal, values);
        }
    }
}
