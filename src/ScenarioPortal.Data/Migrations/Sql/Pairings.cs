namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// Who sees and moves a pairing: both sides, whoever put them together, the reviewers of its region, and everyone as far as both show it. What was done
/// stands in events that are added by whoever did it, for a side of their own, and never changed.
/// </summary>
internal static class Pairings
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string OfThree = $"(publisher_id = {Reads} OR company_id = {Reads} OR operator_id = {Reads})";
    private const string ByThree = $"(publisher_id = {Edits} OR company_id = {Edits} OR operator_id = {Edits})";
    private const string OfRegion = $"({Reviewer} AND portal_reviews(region_code))";

    public const string Up =
        $"""
        CREATE SEQUENCE pairing_numbers;

        ALTER TABLE pairings ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON pairings FOR SELECT USING (shown <> 'Hidden' OR {Works} OR {OfThree} OR {OfRegion});
        CREATE POLICY adding ON pairings FOR INSERT WITH CHECK ({Works} OR (shown = 'Hidden'
            AND CASE state WHEN 'Interested' THEN company_id = {Edits} WHEN 'Invited' THEN publisher_id = {Edits} WHEN 'Proposed' THEN operator_id = {Edits} ELSE false END
            AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id AND o.publisher_id = pairings.publisher_id AND o.status = 'Released')
            AND EXISTS (SELECT 1 FROM capabilities c WHERE c.id = capability_id AND c.organisation_id = company_id AND c.status = 'Published')));
        CREATE POLICY changing ON pairings FOR UPDATE USING ({Works} OR {ByThree}) WITH CHECK ({Works} OR {ByThree});

        -- Who with whom never changes, and how much one side shows is its own to say.
        CREATE FUNCTION pairing_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF portal_works() OR portal_account() IS NULL THEN
                RETURN NEW;
            END IF;
            IF (NEW.id, NEW.number, NEW.opportunity_id, NEW.capability_id, NEW.publisher_id, NEW.company_id, NEW.operator_id, NEW.region_code, NEW.field_code, NEW.need_title, NEW.capability_title, NEW.began_at)
                IS DISTINCT FROM (OLD.id, OLD.number, OLD.opportunity_id, OLD.capability_id, OLD.publisher_id, OLD.company_id, OLD.operator_id, OLD.region_code, OLD.field_code, OLD.need_title, OLD.capability_title, OLD.began_at)
                OR (NEW.publisher_shows <> OLD.publisher_shows AND NOT NEW.publisher_id = ANY (portal_ids('portal.edits')))
                OR (NEW.company_shows <> OLD.company_shows AND NOT NEW.company_id = ANY (portal_ids('portal.edits'))) THEN
                RAISE insufficient_privilege USING MESSAGE = 'That is not this side''s to change.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER pairing_kept BEFORE UPDATE ON pairings FOR EACH ROW EXECUTE FUNCTION pairing_kept();

        ALTER TABLE pairing_events ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON pairing_events FOR SELECT USING ({Works}
            OR EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND (p.shown = 'Story' OR p.publisher_id = {Reads} OR p.company_id = {Reads} OR p.operator_id = {Reads}
                OR ({Reviewer} AND portal_reviews(p.region_code)))));
        CREATE POLICY adding ON pairing_events FOR INSERT WITH CHECK ({Works} OR (account_id = {Me}
            AND EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id
                AND CASE side WHEN 'Publisher' THEN p.publisher_id = {Edits} WHEN 'Company' THEN p.company_id = {Edits} WHEN 'Operator' THEN p.operator_id = {Edits} ELSE false END)));

        -- A pairing is told to the other side; whoever brings it about cannot read what they leave there.
        ALTER POLICY adding ON notifications WITH CHECK ({Works} OR (read_at IS NULL AND CASE kind
            WHEN 'ReviewDecided' THEN {Reviewer}
            WHEN 'QuestionAsked' THEN EXISTS (SELECT 1 FROM organisations c WHERE c.id = {Reads} AND c.kind IN ('Company', 'Institute'))
            WHEN 'PairingMoved' THEN EXISTS (SELECT 1 FROM pairings p WHERE p.id = subject_id AND (p.publisher_id = {Edits} OR p.company_id = {Edits} OR p.operator_id = {Edits}))
            ELSE EXISTS (SELECT 1 FROM opportunities o WHERE o.id = subject_id AND o.publisher_id = {Edits}) END));
        """;

    public const string Down =
        $"""
        ALTER POLICY adding ON notifications WITH CHECK ({Works} OR (read_at IS NULL AND CASE kind
            WHEN 'ReviewDecided' THEN {Reviewer}
            WHEN 'QuestionAsked' THEN EXISTS (SELECT 1 FROM organisations c WHERE c.id = {Reads} AND c.kind IN ('Company', 'Institute'))
            ELSE EXISTS (SELECT 1 FROM opportunities o WHERE o.id = subject_id AND o.publisher_id = {Edits}) END));
        DROP POLICY reading ON pairing_events;
        DROP POLICY adding ON pairing_events;
        """;

    public const string AfterDown = "DROP FUNCTION pairing_kept(); DROP SEQUENCE pairing_numbers;";
}
