namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// What administrators and reviewers do to accounts that are not theirs: the system administrator disables, ends sessions and renews invitations;
/// the security administrators reset a lost second factor, two of them together; a reviewer who granted a claim lets its claimant in, and nobody else.
/// </summary>
internal static class AdministratorsAct
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Owns = "ANY ((SELECT portal_ids('portal.owns'))::uuid[])";
    private const string System = "(SELECT portal_is('SystemAdministrator'))";
    private const string Security = "(SELECT portal_is('SecurityAdministrator'))";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";

    public const string Up =
        $"""
        ALTER POLICY changing ON accounts USING ({Works} OR id = {Me} OR {System} OR {Security}) WITH CHECK ({Works} OR id = {Me} OR {System} OR {Security});
        ALTER POLICY reading ON sessions USING ({Works} OR account_id = {Me} OR {Security} OR {System});
        ALTER POLICY removing ON sessions USING ({Works} OR account_id = {Me} OR {Security} OR {System});
        ALTER POLICY reading ON recovery_codes USING ({Works} OR {Security});
        ALTER POLICY removing ON recovery_codes USING ({Works} OR {Security});
        ALTER POLICY reading ON passkeys USING ({Works} OR user_id = {Me} OR {Security});
        ALTER POLICY removing ON passkeys USING ({Works} OR user_id = {Me} OR {Security});
        ALTER POLICY reading ON one_time_links USING ({Works} OR invited_by = {Me} OR (purpose = 'Invitation' AND {System}));
        ALTER POLICY removing ON one_time_links USING ({Works} OR invited_by = {Me} OR (purpose = 'Invitation' AND {System}));
        ALTER POLICY adding ON memberships WITH CHECK ({Works} OR organisation_id = {Owns} OR (account_id = {Me} AND portal_is_unclaimed(organisation_id))
            OR ({Reviewer} AND account_id <> {Me} AND portal_reviews(portal_region_of(organisation_id)) AND portal_is_unclaimed(organisation_id)
                AND EXISTS (SELECT 1 FROM organisation_claims c WHERE c.organisation_id = memberships.organisation_id AND c.account_id = memberships.account_id AND c.granted)));

        ALTER TABLE factor_resets ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON factor_resets FOR SELECT USING ({Works} OR {Security});
        CREATE POLICY adding ON factor_resets FOR INSERT WITH CHECK ({Works} OR ({Security} AND proposed_by = {Me} AND account_id <> {Me} AND confirmed_by IS NULL));
        CREATE POLICY changing ON factor_resets FOR UPDATE USING ({Works} OR ({Security} AND proposed_by <> {Me})) WITH CHECK ({Works} OR ({Security} AND proposed_by <> {Me} AND confirmed_by = {Me}));
        CREATE POLICY removing ON factor_resets FOR DELETE USING ({Works} OR {Security});
        """;

    public const string Down =
        $"""
        ALTER POLICY changing ON accounts USING ({Works} OR id = {Me}) WITH CHECK ({Works} OR id = {Me});
        ALTER POLICY reading ON sessions USING ({Works} OR account_id = {Me} OR {Security});
        ALTER POLICY removing ON sessions USING ({Works} OR account_id = {Me} OR {Security});
        ALTER POLICY reading ON recovery_codes USING ({Works});
        ALTER POLICY removing ON recovery_codes USING ({Works});
        ALTER POLICY reading ON passkeys USING ({Works} OR user_id = {Me});
        ALTER POLICY removing ON passkeys USING ({Works} OR user_id = {Me});
        ALTER POLICY reading ON one_time_links USING ({Works} OR invited_by = {Me});
        ALTER POLICY removing ON one_time_links USING ({Works} OR invited_by = {Me});
        ALTER POLICY adding ON memberships WITH CHECK ({Works} OR organisation_id = {Owns} OR (account_id = {Me} AND portal_is_unclaimed(organisation_id)));
        """;
}
