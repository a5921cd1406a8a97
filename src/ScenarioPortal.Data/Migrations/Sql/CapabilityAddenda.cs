namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// What becomes of a capability after it was published: its organisation's editors correct it in public, withdraw it with a reason and put it back.
/// What was withdrawn while it stood in a released batch stays readable for everybody; what was taken off the list before reasons were asked does not.
/// </summary>
internal static class CapabilityAddenda
{
    private const string Works = "(SELECT portal_works())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string Region = "coalesce(region_code, portal_region_of(organisation_id))";
    private const string OfOrganisationAndReviewers =
        $"{Works} OR organisation_id = {Reads} OR (status IN ('Submitted', 'Returned', 'Suspended') AND {Reviewer} AND portal_reviews({Region}))";

    public const string Up =
        $"""
        ALTER TABLE capability_addenda ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON capability_addenda FOR SELECT USING (EXISTS (SELECT 1 FROM capabilities c WHERE c.id = capability_id));
        CREATE POLICY adding ON capability_addenda FOR INSERT
            WITH CHECK ({Works} OR EXISTS (SELECT 1 FROM capabilities c WHERE c.id = capability_id AND c.organisation_id = {Edits} AND c.status = 'Published'));
        ALTER POLICY reading ON capabilities USING (status = 'Published' OR (status = 'Suspended' AND number IS NOT NULL AND withdrawn_at IS NOT NULL) OR {OfOrganisationAndReviewers});

        -- Off the list and on it again, and why: its organisation's, like saying that it is current.
        DROP TRIGGER capability_confirmed ON capabilities;
        CREATE TRIGGER capability_confirmed BEFORE UPDATE ON capabilities FOR EACH ROW
            WHEN ((OLD.confirmed_at, OLD.confirmation_asked_at, OLD.lapsed_at, OLD.withdrawn_at, OLD.withdrawn_why)
                    IS DISTINCT FROM (NEW.confirmed_at, NEW.confirmation_asked_at, NEW.lapsed_at, NEW.withdrawn_at, NEW.withdrawn_why)
                OR (OLD.status IN ('Published', 'Suspended') AND NEW.status <> OLD.status))
            EXECUTE FUNCTION capability_confirmed();
        """;

    // The table takes its policies with it.
    public const string Down =
        $"""
        DROP TRIGGER capability_confirmed ON capabilities;
        CREATE TRIGGER capability_confirmed BEFORE UPDATE ON capabilities FOR EACH ROW
            WHEN ((OLD.confirmed_at, OLD.confirmation_asked_at, OLD.lapsed_at) IS DISTINCT FROM (NEW.confirmed_at, NEW.confirmation_asked_at, NEW.lapsed_at)
                OR (OLD.status = 'Published' AND NEW.status <> OLD.status))
            EXECUTE FUNCTION capability_confirmed();
        ALTER POLICY reading ON capabilities USING (status = 'Published' OR {OfOrganisationAndReviewers});
        """;
}
