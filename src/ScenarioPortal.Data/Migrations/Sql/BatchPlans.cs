namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>Reviewers plan the batches of their regions. A working copy is theirs to change or remove only while it is handed in.</summary>
internal static class BatchPlans
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string Submitted = $"({Reviewer} AND EXISTS (SELECT 1 FROM submissions s WHERE s.copy_id = working_copies.id))";

    public const string Up =
        $"""
        ALTER TABLE batch_plans ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON batch_plans FOR SELECT USING ({Works} OR ({Reviewer} AND portal_reviews(region_code)));
        CREATE POLICY adding ON batch_plans FOR INSERT WITH CHECK ({Works} OR ({Reviewer} AND portal_reviews(region_code) AND made_by = {Me}));
        CREATE POLICY changing ON batch_plans FOR UPDATE USING ({Works} OR ({Reviewer} AND portal_reviews(region_code) AND release_id IS NULL))
            WITH CHECK ({Works} OR ({Reviewer} AND portal_reviews(region_code)));
        CREATE POLICY removing ON batch_plans FOR DELETE USING ({Works} OR ({Reviewer} AND portal_reviews(region_code) AND release_id IS NULL));

        ALTER POLICY changing ON working_copies USING ({Works} OR organisation_id = {Edits} OR (handed_in_at IS NOT NULL AND {Submitted}))
            WITH CHECK ({Works} OR organisation_id = {Edits} OR {Submitted});
        ALTER POLICY removing ON working_copies USING ({Works} OR organisation_id = {Edits} OR (handed_in_at IS NOT NULL AND {Submitted}));
        """;

    public const string Down =
        $"""
        ALTER POLICY changing ON working_copies USING ({Works} OR organisation_id = {Edits} OR {Submitted});
        ALTER POLICY removing ON working_copies USING ({Works} OR organisation_id = {Edits} OR {Submitted});
        """;
}
