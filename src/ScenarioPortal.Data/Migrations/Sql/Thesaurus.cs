namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>Who keeps the thesaurus: the system administrator, and the portal itself. Nobody deletes: what was refused stays, so that it does not come again.</summary>
internal static class Thesaurus
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string System = "(SELECT portal_is('SystemAdministrator'))";

    public const string Up =
        $"""
        CREATE UNIQUE INDEX ux_thesaurus_entries_pair ON thesaurus_entries (least(lower(word), lower(leads_to)), greatest(lower(word), lower(leads_to)));

        ALTER TABLE thesaurus_entries ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON thesaurus_entries FOR SELECT USING ({Works} OR {System});
        CREATE POLICY adding ON thesaurus_entries FOR INSERT
            WITH CHECK ({Works} OR ({System} AND ((origin = 'Editor' AND changed_by = {Me}) OR (origin IN ('Corpus', 'Decisions') AND state = 'Suggested'))));
        CREATE POLICY changing ON thesaurus_entries FOR UPDATE USING ({Works} OR {System}) WITH CHECK ({Works} OR ({System} AND changed_by = {Me}));

        -- Words, origin and evidence of a pair stay what they were.
        CREATE FUNCTION thesaurus_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (NEW.id, NEW.word, NEW.leads_to, NEW.origin, NEW.evidence) IS DISTINCT FROM (OLD.id, OLD.word, OLD.leads_to, OLD.origin, OLD.evidence) THEN
                RAISE insufficient_privilege USING MESSAGE = 'The words of a pair never change.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER thesaurus_entry_kept BEFORE UPDATE ON thesaurus_entries FOR EACH ROW EXECUTE FUNCTION thesaurus_entry_kept();
        """;

    // The table takes its policies, index and trigger with it.
    public const string AfterDown = "DROP FUNCTION thesaurus_entry_kept();";
}
