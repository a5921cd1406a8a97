namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// Whether a capability is current its organisation's editors say, and nobody for them; when they are asked and what follows from silence is the portal's.
/// Reviewers number what is published; taking it off the list is not theirs.
/// </summary>
internal static class CapabilitiesConfirmed
{
    public const string Up =
        """
        CREATE INDEX ix_capabilities_to_ask ON capabilities (coalesce(confirmed_at, published_at)) WHERE status = 'Published' AND confirmation_asked_at IS NULL;

        CREATE FUNCTION capability_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF portal_works() OR portal_account() IS NULL THEN
                RETURN NEW;
            END IF;
            IF OLD.organisation_id IS NULL OR OLD.organisation_id <> ALL (portal_ids('portal.edits')) THEN
                RAISE insufficient_privilege USING MESSAGE = 'Only its own organisation says whether a capability is current, and takes it off the list.';
            END IF;
            IF (OLD.confirmed_at, OLD.confirmation_asked_at, OLD.lapsed_at) IS DISTINCT FROM (NEW.confirmed_at, NEW.confirmation_asked_at, NEW.lapsed_at)
                AND (NEW.confirmation_asked_at IS NOT NULL OR NEW.lapsed_at IS NOT NULL OR NEW.confirmed_at IS NULL) THEN
                RAISE insufficient_privilege USING MESSAGE = 'Editors confirm; only the portal asks.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER capability_confirmed BEFORE UPDATE ON capabilities FOR EACH ROW
            WHEN ((OLD.confirmed_at, OLD.confirmation_asked_at, OLD.lapsed_at) IS DISTINCT FROM (NEW.confirmed_at, NEW.confirmation_asked_at, NEW.lapsed_at)
                OR (OLD.status = 'Published' AND NEW.status <> OLD.status))
            EXECUTE FUNCTION capability_confirmed();
        """;

    public const string Down =
        """
        DROP TRIGGER capability_confirmed ON capabilities;
        DROP FUNCTION capability_confirmed();
        DROP INDEX ix_capabilities_to_ask;
        """;
}
