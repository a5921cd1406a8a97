namespace ScenarioPortal.Data.Audit;

public enum AuditResult
{
    Done,
    Refused
}
