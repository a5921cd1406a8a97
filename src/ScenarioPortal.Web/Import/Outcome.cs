namespace ScenarioPortal.Web.Import;

internal enum Outcome
{
    Added,
    Changed,
    Unchanged
}
