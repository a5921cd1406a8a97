namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// What the second wall left to the pages: who makes which kind of organisation, who invites to what, and, where several may change a row, which
/// of its fields. A policy sees rows only; what became of a field a trigger sees.
/// </summary>
internal static class SecondWallAlone
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Owns = "ANY ((SELECT portal_ids('portal.owns'))::uuid[])";
    private const string System = "(SELECT portal_is('SystemAdministrator'))";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string Invited = "(invitation->>'organisationId')::uuid";

    /// <summary>Invitations of first owners are the system administrator's work as long as there is none.</summary>
    private const string InvitesFirst = $"({System} AND purpose = 'Invitation' AND {Invited} IS NOT NULL AND portal_is_unclaimed({Invited}))";

    public const string Up =
        $"""
        ALTER POLICY adding ON organisations WITH CHECK ({Works} OR ({System} AND kind IN ('Government', 'Operator'))
            OR ({Me} IS NOT NULL AND kind IN ('Company', 'Institute') AND status = 'Registered'));
        ALTER POLICY changing ON organisations USING ({Works} OR id = {Edits} OR ({Reviewer} AND portal_reviews(region_code)))
            WITH CHECK ({Works} OR id = {Edits} OR ({Reviewer} AND portal_reviews(region_code)));
        ALTER POLICY adding ON stored_files WITH CHECK ({Works} OR (uploaded_by = {Me} AND organisation_id = {Edits}));
        ALTER POLICY adding ON one_time_links WITH CHECK ({Works} OR (invited_by = {Me} AND purpose = 'Invitation' AND invitation->>'staffRole' IS NULL AND ({Invited} = {Owns} OR {InvitesFirst})));
        ALTER POLICY reading ON one_time_links USING ({Works} OR invited_by = {Me} OR {InvitesFirst});
        ALTER POLICY removing ON one_time_links USING ({Works} OR invited_by = {Me} OR {InvitesFirst});

        -- Members hand in again what was returned; every other decision is a reviewer's who has no seat there, and who decides and changes nothing else.
        CREATE FUNCTION organisation_decided() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF portal_works() OR portal_account() IS NULL THEN
                RETURN NEW;
            END IF;
            IF OLD.id = ANY (portal_ids('portal.edits')) THEN
                IF NEW.status <> OLD.status AND NOT (OLD.status = 'Returned' AND NEW.status = 'Registered') THEN
                    RAISE insufficient_privilege USING MESSAGE = 'Members do not decide on their own organisation.';
                END IF;
            ELSIF NEW.status = OLD.status OR to_jsonb(NEW) - ARRAY['status', 'remarks', 'revision'] <> to_jsonb(OLD) - ARRAY['status', 'remarks', 'revision'] OR OLD.id = ANY (portal_ids('portal.reads')) THEN
                RAISE insufficient_privilege USING MESSAGE = 'Reviewers decide and change nothing else, and not where they have a seat.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER organisation_decided BEFORE UPDATE ON organisations FOR EACH ROW EXECUTE FUNCTION organisation_decided();

        -- Accounts of others: the system administrator disables, the security administrator takes a lost second factor away.
        CREATE FUNCTION account_administered() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NOT portal_works() AND portal_account() IS NOT NULL AND portal_account() <> OLD.id
                AND NOT (portal_is('SystemAdministrator') AND to_jsonb(NEW) - 'disabled_at' = to_jsonb(OLD) - 'disabled_at')
                AND NOT (portal_is('SecurityAdministrator') AND to_jsonb(NEW) - ARRAY['totp_secret', 'totp_step'] = to_jsonb(OLD) - ARRAY['totp_secret', 'totp_step']
                    AND NEW.totp_secret IS NULL) THEN
                RAISE insufficient_privilege USING MESSAGE = 'Not this administrator''s work.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER account_administered BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION account_administered();
        """;

    public const string Down =
        $"""
        DROP TRIGGER account_administered ON accounts;
        DROP TRIGGER organisation_decided ON organisations;
        DROP FUNCTION account_administered(), organisation_decided();
        ALTER POLICY adding ON organisations WITH CHECK ({Works} OR {Me} IS NOT NULL);
        ALTER POLICY changing ON organisations USING ({Works} OR id = {Edits} OR {System} OR ({Reviewer} AND portal_reviews(region_code)))
            WITH CHECK ({Works} OR id = {Edits} OR {System} OR ({Reviewer} AND portal_reviews(region_code)));
        ALTER POLICY adding ON stored_files WITH CHECK ({Works} OR (uploaded_by = {Me} AND (organisation_id = {Edits} OR portal_is_unclaimed(organisation_id))));
        ALTER POLICY adding ON one_time_links WITH CHECK ({Works} OR invited_by = {Me});
        ALTER POLICY reading ON one_time_links USING ({Works} OR invited_by = {Me} OR (purpose = 'Invitation' AND {System}));
        ALTER POLICY removing ON one_time_links USING ({Works} OR invited_by = {Me} OR (purpose = 'Invitation' AND {System}));
        """;
}
