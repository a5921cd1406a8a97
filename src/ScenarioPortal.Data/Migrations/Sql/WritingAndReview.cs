namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// Who writes for a list and who reviews: an organisation's editors write and hand in, the reviewers of the region read what was handed in and
/// decide, never on what they handed in themselves. What a reviewer returned stays readable to them.
/// </summary>
internal static class WritingAndReview
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string OpportunityRegion = "(SELECT s.region_code FROM scenarios s WHERE s.id = scenario_id)";
    private const string CapabilityRegion = "coalesce(region_code, portal_region_of(organisation_id))";

    public const string Up =
        $"""
        ALTER TABLE working_copies ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON working_copies FOR SELECT USING ({Works} OR organisation_id = {Reads} OR ({Reviewer} AND EXISTS (SELECT 1 FROM submissions s WHERE s.copy_id = working_copies.id)));
        CREATE POLICY adding ON working_copies FOR INSERT WITH CHECK ({Works} OR organisation_id = {Edits});
        CREATE POLICY changing ON working_copies FOR UPDATE USING ({Works} OR organisation_id = {Edits} OR ({Reviewer} AND EXISTS (SELECT 1 FROM submissions s WHERE s.copy_id = working_copies.id)));
        CREATE POLICY removing ON working_copies FOR DELETE USING ({Works} OR organisation_id = {Edits} OR ({Reviewer} AND EXISTS (SELECT 1 FROM submissions s WHERE s.copy_id = working_copies.id)));

        ALTER TABLE submissions ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON submissions FOR SELECT USING ({Works} OR organisation_id = {Reads} OR ({Reviewer} AND portal_reviews(region_code)));
        CREATE POLICY adding ON submissions FOR INSERT WITH CHECK ({Works} OR (organisation_id = {Edits} AND submitted_by = {Me} AND verdict IS NULL));
        CREATE POLICY changing ON submissions FOR UPDATE USING ({Works} OR ({Reviewer} AND portal_reviews(region_code) AND submitted_by <> {Me} AND verdict IS NULL))
            WITH CHECK ({Works} OR ({Reviewer} AND portal_reviews(region_code) AND submitted_by <> {Me} AND decided_by = {Me}));

        -- Whoever changes an item adds a row here, and is told its number: they see the rows of their own transaction, and no other.
        ALTER POLICY reading ON outbox USING ({Works} OR transaction = pg_current_xact_id_if_assigned());
        ALTER POLICY reading ON opportunities USING (status IN ('Released', 'Closed') OR {Works} OR publisher_id = {Reads}
            OR (status IN ('Submitted', 'Returned', 'Approved') AND {Reviewer} AND portal_reviews({OpportunityRegion})));
        ALTER POLICY reading ON capabilities USING (status = 'Published' OR {Works} OR organisation_id = {Reads}
            OR (status IN ('Submitted', 'Returned', 'Suspended') AND {Reviewer} AND portal_reviews({CapabilityRegion})));
        """;

    public const string Down =
        $"""
        ALTER POLICY reading ON outbox USING ({Works});
        ALTER POLICY reading ON opportunities USING (status IN ('Released', 'Closed') OR {Works} OR publisher_id = {Reads}
            OR (status IN ('Submitted', 'Approved') AND {Reviewer} AND portal_reviews({OpportunityRegion})));
        ALTER POLICY reading ON capabilities USING (status = 'Published' OR {Works} OR organisation_id = {Reads}
            OR (status IN ('Submitted', 'Suspended') AND {Reviewer} AND portal_reviews({CapabilityRegion})));
        """;
}
