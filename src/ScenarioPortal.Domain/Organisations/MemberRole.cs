namespace ScenarioPortal.Domain.Organisations;

/// <summary>What a member may do, each including the ones before.</summary>
public enum MemberRole
{
    Reader,
    Editor,
    Owner
}
