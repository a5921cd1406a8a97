namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// While a company has not shown itself, its publisher reads neither the row of the pairing nor anything that hangs on it, since all those policies ask for the
/// row. What the publisher may know is given out by one function, which names no company, capability or person.
/// </summary>
internal static class Veils
{
    private const string Works = "(SELECT portal_works())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string OfRegion = $"({Reviewer} AND portal_reviews(region_code))";

    public const string Up =
        $"""
        ALTER POLICY reading ON pairings USING (shown <> 'Hidden' OR {Works} OR (publisher_id = {Reads} AND NOT is_veiled) OR company_id = {Reads} OR operator_id = {Reads} OR {OfRegion});
        ALTER POLICY adding ON pairings WITH CHECK ({Works} OR (shown = 'Hidden' AND (NOT is_veiled OR state = 'Interested')
            AND CASE state WHEN 'Interested' THEN company_id = {Edits} WHEN 'Invited' THEN publisher_id = {Edits} WHEN 'Proposed' THEN operator_id = {Edits} ELSE false END
            AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id AND o.publisher_id = pairings.publisher_id AND o.status = 'Released')
            AND EXISTS (SELECT 1 FROM capabilities c WHERE c.id = capability_id AND c.organisation_id = company_id AND c.status = 'Published')));
        ALTER POLICY changing ON pairings USING ({Works} OR (publisher_id = {Edits} AND NOT is_veiled) OR company_id = {Edits} OR operator_id = {Edits});

        -- Only the company lifts its veil, and nobody lays one over what was shown.
        CREATE FUNCTION pairing_veil_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF portal_works() OR portal_account() IS NULL THEN
                RETURN NEW;
            END IF;
            IF NEW.is_veiled OR NOT NEW.company_id = ANY (portal_ids('portal.edits')) THEN
                RAISE insufficient_privilege USING MESSAGE = 'That is for the company to show.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER pairing_veil_kept BEFORE UPDATE ON pairings FOR EACH ROW WHEN (NEW.is_veiled <> OLD.is_veiled) EXECUTE FUNCTION pairing_veil_kept();

        -- A reviewer who suspends an organisation tells those with whom it has something under way.
        ALTER POLICY adding ON notifications WITH CHECK ({Works} OR (read_at IS NULL AND CASE kind
            WHEN 'ReviewDecided' THEN {Reviewer}
            WHEN 'QuestionAsked' THEN EXISTS (SELECT 1 FROM organisations c WHERE c.id = {Reads} AND c.kind IN ('Company', 'Institute'))
            WHEN 'PairingMoved' THEN {Reviewer} OR EXISTS (SELECT 1 FROM pairings p WHERE p.id = subject_id AND (p.publisher_id = {Edits} OR p.company_id = {Edits} OR p.operator_id = {Edits}))
            ELSE EXISTS (SELECT 1 FROM opportunities o WHERE o.id = subject_id AND o.publisher_id = {Edits}) END));

        -- A plan that waits has a clock, from the day on which it was written.
        UPDATE pairings p SET answer_due_at = due.at, stuck_at = due.at
            FROM (SELECT e.pairing_id, e.number, (date_trunc('day', e.at AT TIME ZONE 'Asia/Shanghai') + interval '8 days' - interval '1 second') AT TIME ZONE 'Asia/Shanghai' AS at FROM pairing_events e) due
            WHERE due.pairing_id = p.id AND due.number = p.plan_number AND p.state IN ('Engaged', 'Agreed') AND p.suggested_by IS NULL AND p.plan_agreed_at IS NULL;

        -- With the owner's eyes, and none of what it sees but this: tens of a score, criteria without words, events without accounts.
        CREATE FUNCTION portal_veiled_interests() RETURNS TABLE (id uuid, number text, opportunity_id uuid, publisher_id uuid, need_title text, region_code text, field_code text, state text,
            began_at timestamptz, state_since timestamptz, moved_at timestamptz, answer_due_at timestamptz, revision int,
            offered_field text, offered_province text, trl int, score_from int, reasons text, steps text, events text)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT p.id, p.number, p.opportunity_id, p.publisher_id, p.need_title, p.region_code::text, p.field_code, p.state,
                p.began_at, p.state_since, p.moved_at, p.answer_due_at, p.revision,
                c.field_code, left(c.region_code, 2) || '0000', c.trl, least(floor(m.score * 10), 9)::int * 10,
                (SELECT jsonb_agg(jsonb_build_object('criterion', r -> 'criterion', 'verdict', r -> 'verdict')) FROM jsonb_array_elements(m.reasons) r)::text, p.steps::text,
                (SELECT jsonb_agg(jsonb_build_object('number', e.number, 'at', e.at, 'side', e.side, 'action', e.action, 'state', e.state, 'reason', e.reason, 'note', e.note, 'answers', e.answers) ORDER BY e.number)
                    FROM pairing_events e WHERE e.pairing_id = p.id)::text
            FROM pairings p
            JOIN capabilities c ON c.id = p.capability_id
            LEFT JOIN matches m ON m.opportunity_id = p.opportunity_id AND m.capability_id = p.capability_id
            WHERE p.is_veiled AND p.publisher_id = ANY (portal_ids('portal.reads')) AND NOT p.company_id = ANY (portal_ids('portal.reads')) $$;
        """;

    public const string Down =
        $"""
        ALTER POLICY reading ON pairings USING (shown <> 'Hidden' OR {Works} OR (publisher_id = {Reads} OR company_id = {Reads} OR operator_id = {Reads}) OR {OfRegion});
        ALTER POLICY adding ON pairings WITH CHECK ({Works} OR (shown = 'Hidden'
            AND CASE state WHEN 'Interested' THEN company_id = {Edits} WHEN 'Invited' THEN publisher_id = {Edits} WHEN 'Proposed' THEN operator_id = {Edits} ELSE false END
            AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id AND o.publisher_id = pairings.publisher_id AND o.status = 'Released')
            AND EXISTS (SELECT 1 FROM capabilities c WHERE c.id = capability_id AND c.organisation_id = company_id AND c.status = 'Published')));
        ALTER POLICY changing ON pairings USING ({Works} OR (publisher_id = {Edits} OR company_id = {Edits} OR operator_id = {Edits}));
        ALTER POLICY adding ON notifications WITH CHECK ({Works} OR (read_at IS NULL AND CASE kind
            WHEN 'ReviewDecided' THEN {Reviewer}
            WHEN 'QuestionAsked' THEN EXISTS (SELECT 1 FROM organisations c WHERE c.id = {Reads} AND c.kind IN ('Company', 'Institute'))
            WHEN 'PairingMoved' THEN EXISTS (SELECT 1 FROM pairings p WHERE p.id = subject_id AND (p.publisher_id = {Edits} OR p.company_id = {Edits} OR p.operator_id = {Edits}))
            ELSE EXISTS (SELECT 1 FROM opportunities o WHERE o.id = subject_id AND o.publisher_id = {Edits}) END));
        DROP FUNCTION portal_veiled_interests();
        DROP TRIGGER pairing_veil_kept ON pairings;
        DROP FUNCTION pairing_veil_kept();
        """;
}
