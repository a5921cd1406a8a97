namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// The ledger is added to and never changed, by nobody. Its organisation, operators with its mandate and the reviewers of its region read it; whoever acts in a pairing
/// adds what follows for both sides, of which they cannot read the other's. A reviewer who stands on no side decides on an appeal, and adds the entry that cancels.
/// </summary>
internal static class Credit
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string OfRegion = "((SELECT portal_is('Reviewer')) AND portal_reviews(portal_region_of(organisation_id)))";
    private const string Read = $"({Works} OR organisation_id = {Reads} OR {OfRegion})";

    private const string Neutral =
        $"""
        (account_id <> {Me} AND {OfRegion} AND NOT EXISTS (SELECT 1 FROM credit_entries e JOIN pairings p ON p.id = e.pairing_id
            WHERE e.id = entry_id AND (p.publisher_id = {Reads} OR p.company_id = {Reads} OR p.operator_id = {Reads})))
        """;

    public const string Up =
        $"""
        -- By when an answer was owed stands with the event from now on; until now only the pairing knew it of its last one.
        UPDATE pairing_events e SET answer_due_at = p.answer_due_at FROM pairings p
        WHERE p.id = e.pairing_id AND p.answer_due_at IS NOT NULL AND e.number = (SELECT max(number) FROM pairing_events l WHERE l.pairing_id = p.id);

        ALTER TABLE credit_entries ADD CONSTRAINT fk_credit_entries_pairing_events FOREIGN KEY (pairing_id, event_number) REFERENCES pairing_events (pairing_id, number) DEFERRABLE INITIALLY DEFERRED;

        ALTER TABLE credit_entries ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON credit_entries FOR SELECT USING ({Read});
        CREATE POLICY adding ON credit_entries FOR INSERT WITH CHECK ({Works}
            OR (cancels_id IS NULL AND EXISTS (SELECT 1 FROM pairings p WHERE p.id = credit_entries.pairing_id AND credit_entries.organisation_id IN (p.publisher_id, p.company_id)
                AND (p.publisher_id = {Edits} OR p.company_id = {Edits} OR p.operator_id = {Edits})))
            OR (cancels_id IS NOT NULL AND {OfRegion}
                AND EXISTS (SELECT 1 FROM credit_appeals a WHERE a.entry_id = credit_entries.cancels_id AND a.organisation_id = credit_entries.organisation_id AND a.upheld AND a.decided_by = {Me})));

        CREATE FUNCTION credit_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE insufficient_privilege USING MESSAGE = 'The ledger is added to and never changed.';
        END $$;
        CREATE TRIGGER credit_entry_kept BEFORE UPDATE OR DELETE ON credit_entries FOR EACH ROW EXECUTE FUNCTION credit_entry_kept();
        CREATE TRIGGER credit_entries_kept BEFORE TRUNCATE ON credit_entries FOR EACH STATEMENT EXECUTE FUNCTION credit_entry_kept();

        -- What cancels another entry is its opposite and nothing else.
        CREATE FUNCTION credit_entry_cancels() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM credit_entries e WHERE e.id = NEW.cancels_id AND e.cancels_id IS NULL
                AND (e.organisation_id, e.pairing_id, e.event_number, e.rule_version, e.rule_code, e.points, e.half_life, e.at)
                    = (NEW.organisation_id, NEW.pairing_id, NEW.event_number, NEW.rule_version, NEW.rule_code, -NEW.points, NEW.half_life, NEW.at)) THEN
                RAISE check_violation USING MESSAGE = 'That does not cancel the entry that it names.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER credit_entry_cancels BEFORE INSERT ON credit_entries FOR EACH ROW WHEN (NEW.cancels_id IS NOT NULL) EXECUTE FUNCTION credit_entry_cancels();

        ALTER TABLE credit_appeals ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON credit_appeals FOR SELECT USING ({Read});
        CREATE POLICY adding ON credit_appeals FOR INSERT WITH CHECK ({Works} OR (account_id = {Me} AND organisation_id = {Edits} AND decided_at IS NULL AND decided_by IS NULL AND upheld IS NULL
            AND EXISTS (SELECT 1 FROM credit_entries e WHERE e.id = credit_appeals.entry_id AND e.organisation_id = credit_appeals.organisation_id AND e.points < 0 AND e.cancels_id IS NULL)));
        CREATE POLICY changing ON credit_appeals FOR UPDATE USING ({Works} OR (decided_at IS NULL AND {Neutral})) WITH CHECK ({Works} OR (decided_by = {Me} AND {Neutral}));

        CREATE FUNCTION credit_appeal_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            decision text[] := ARRAY['decided_at', 'decided_by', 'upheld', 'reason', 'revision'];
        BEGIN
            IF OLD.decided_at IS NOT NULL OR to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision THEN
                RAISE insufficient_privilege USING MESSAGE = 'What was appealed and decided stays as it is.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER credit_appeal_kept BEFORE UPDATE ON credit_appeals FOR EACH ROW EXECUTE FUNCTION credit_appeal_kept();

        ALTER TABLE credit_standings ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON credit_standings FOR SELECT USING ({Read});
        CREATE POLICY adding ON credit_standings FOR INSERT WITH CHECK ({Works});
        CREATE POLICY changing ON credit_standings FOR UPDATE USING ({Works}) WITH CHECK ({Works});

        -- Whoever appeals tells the reviewers, and whoever decides tells the organisation.
        CREATE POLICY adding_credit ON notifications FOR INSERT WITH CHECK (read_at IS NULL AND CASE kind
            WHEN 'CreditAppealed' THEN EXISTS (SELECT 1 FROM credit_appeals a WHERE a.entry_id = subject_id AND a.account_id = {Me})
            WHEN 'CreditDecided' THEN EXISTS (SELECT 1 FROM credit_appeals a WHERE a.organisation_id = subject_id AND a.decided_by = {Me})
            ELSE false END);
        """;

    // Tables that are dropped take their policies and triggers with them; these name one another.
    public const string Down =
        """
        DROP POLICY adding_credit ON notifications;
        DROP POLICY adding ON credit_entries;
        DROP POLICY adding ON credit_appeals;
        DROP POLICY changing ON credit_appeals;
        """;

    public const string AfterDown = "DROP FUNCTION credit_entry_kept(), credit_entry_cancels(), credit_appeal_kept();";
}
