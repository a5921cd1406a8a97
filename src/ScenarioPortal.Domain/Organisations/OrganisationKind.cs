namespace ScenarioPortal.Domain.Organisations;

public enum OrganisationKind
{
    Government,
    Company,
    Institute,
    Operator
}
