namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// What the sides of a pairing say to one another is read by them and by the operator who put them together, and by nobody else; what one side notes for
/// itself, by its own members. Nothing that was said is changed or taken away.
/// </summary>
internal static class PairingTalk
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string OfThree = $"(p.publisher_id = {Reads} OR p.company_id = {Reads} OR p.operator_id = {Reads})";
    private const string TakesPart = $"EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND {OfThree})";
    private const string BySide = $"CASE side WHEN 'Publisher' THEN p.publisher_id = {Edits} WHEN 'Company' THEN p.company_id = {Edits} WHEN 'Operator' THEN p.operator_id = {Edits} ELSE false END";
    private const string OfFile = "pairing_id AND pairing_files.organisation_id IN (p.publisher_id, p.company_id, p.operator_id)";
    private const string ReviewerOfRegion = "(SELECT portal_is('Reviewer')) AND portal_reviews(portal_region_of(organisation_id))";
    private const string Attached = "(purpose = 'Attachment' AND EXISTS (SELECT 1 FROM attachments a WHERE a.file_id = stored_files.id))";

    public const string Up =
        $"""
        ALTER TABLE pairing_messages ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON pairing_messages FOR SELECT USING ({Works} OR {TakesPart});
        CREATE POLICY adding ON pairing_messages FOR INSERT WITH CHECK ({Works} OR (account_id = {Me} AND publisher_read_at IS NULL AND company_read_at IS NULL
            AND EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND {BySide})));
        CREATE POLICY changing ON pairing_messages FOR UPDATE USING ({Works} OR EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND (p.publisher_id = {Reads} OR p.company_id = {Reads})));

        -- It is read once, by the side that reads it, and not by the side that wrote it: nothing else ever changes.
        CREATE FUNCTION pairing_message_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF portal_works() OR portal_account() IS NULL THEN
                RETURN NEW;
            END IF;
            IF to_jsonb(NEW) - ARRAY['publisher_read_at', 'company_read_at'] <> to_jsonb(OLD) - ARRAY['publisher_read_at', 'company_read_at']
                OR (NEW.publisher_read_at IS DISTINCT FROM OLD.publisher_read_at AND (OLD.publisher_read_at IS NOT NULL OR OLD.side = 'Publisher'
                    OR NOT EXISTS (SELECT 1 FROM pairings p WHERE p.id = OLD.pairing_id AND p.publisher_id = ANY (portal_ids('portal.reads')))))
                OR (NEW.company_read_at IS DISTINCT FROM OLD.company_read_at AND (OLD.company_read_at IS NOT NULL OR OLD.side = 'Company'
                    OR NOT EXISTS (SELECT 1 FROM pairings p WHERE p.id = OLD.pairing_id AND p.company_id = ANY (portal_ids('portal.reads'))))) THEN
                RAISE insufficient_privilege USING MESSAGE = 'What was said stays as it is.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER pairing_message_kept BEFORE UPDATE ON pairing_messages FOR EACH ROW EXECUTE FUNCTION pairing_message_kept();

        ALTER TABLE pairing_files ADD CONSTRAINT fk_pairing_files_pairing_events FOREIGN KEY (pairing_id, event_number) REFERENCES pairing_events (pairing_id, number) DEFERRABLE INITIALLY DEFERRED;

        -- Asked with the owner's eyes: a policy of pairing_files cannot ask stored_files, whose own asks pairing_files.
        CREATE FUNCTION portal_pairing_file_of(file uuid, organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT EXISTS (SELECT 1 FROM stored_files WHERE id = file AND organisation_id = organisation AND purpose = 'Pairing') $$;

        -- Who reads the words beside a file, the policies of these say. It comes with its words and not later.
        ALTER TABLE pairing_files ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON pairing_files FOR SELECT USING ({Works}
            OR EXISTS (SELECT 1 FROM pairing_messages m WHERE m.id = message_id AND m.pairing_id = pairing_files.pairing_id)
            OR EXISTS (SELECT 1 FROM pairing_events e WHERE e.pairing_id = pairing_files.pairing_id AND e.number = event_number));
        CREATE POLICY adding ON pairing_files FOR INSERT WITH CHECK ({Works} OR (added_by = {Me} AND organisation_id = {Edits} AND portal_pairing_file_of(file_id, organisation_id)
            AND EXISTS (SELECT 1 FROM pairings p WHERE p.id = {OfFile})
            AND (EXISTS (SELECT 1 FROM pairing_messages m WHERE m.id = message_id AND m.pairing_id = pairing_files.pairing_id AND m.account_id = {Me} AND m.at = added_at)
                OR EXISTS (SELECT 1 FROM pairing_events e WHERE e.pairing_id = pairing_files.pairing_id AND e.number = event_number AND e.account_id = {Me} AND e.at = added_at))));
        ALTER POLICY reading ON stored_files USING ({Works} OR (organisation_id = {Reads} AND purpose <> 'Pairing') OR (purpose = 'Licence' AND {ReviewerOfRegion})
            OR {Attached} OR (purpose = 'Pairing' AND EXISTS (SELECT 1 FROM pairing_files f WHERE f.file_id = stored_files.id)));

        ALTER TABLE pairing_meetings ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON pairing_meetings FOR SELECT USING ({Works} OR {TakesPart});
        CREATE POLICY adding ON pairing_meetings FOR INSERT WITH CHECK ({Works} OR (account_id = {Me} AND state = 'Proposed' AND side IN ('Publisher', 'Company')
            AND EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND {BySide})));
        CREATE POLICY changing ON pairing_meetings FOR UPDATE USING ({Works} OR EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND (p.publisher_id = {Edits} OR p.company_id = {Edits})));

        -- When and where never changes; only the other side accepts or declines.
        CREATE FUNCTION pairing_meeting_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            answer text[] := ARRAY['state', 'answered_side', 'answered_by', 'answered_at', 'answer', 'revision', 'is_in_calendars'];
        BEGIN
            IF portal_works() OR portal_account() IS NULL THEN
                RETURN NEW;
            END IF;
            IF to_jsonb(NEW) - answer <> to_jsonb(OLD) - answer OR NEW.answered_by IS DISTINCT FROM portal_account() OR NEW.state = 'Proposed'
                OR (NEW.state IN ('Accepted', 'Declined') AND (OLD.state <> 'Proposed' OR NEW.answered_side IS NOT DISTINCT FROM OLD.side))
                OR NOT EXISTS (SELECT 1 FROM pairings p WHERE p.id = OLD.pairing_id
                    AND CASE NEW.answered_side WHEN 'Publisher' THEN p.publisher_id = ANY (portal_ids('portal.edits')) WHEN 'Company' THEN p.company_id = ANY (portal_ids('portal.edits')) ELSE false END) THEN
                RAISE insufficient_privilege USING MESSAGE = 'That is for the other side to answer.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER pairing_meeting_kept BEFORE UPDATE ON pairing_meetings FOR EACH ROW EXECUTE FUNCTION pairing_meeting_kept();

        ALTER TABLE pairing_notes ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON pairing_notes FOR SELECT USING ({Works} OR organisation_id = {Reads});
        CREATE POLICY adding ON pairing_notes FOR INSERT WITH CHECK ({Works} OR (organisation_id = {Edits} AND changed_by = {Me}
            AND EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND organisation_id IN (p.publisher_id, p.company_id, p.operator_id))));
        CREATE POLICY changing ON pairing_notes FOR UPDATE USING ({Works} OR organisation_id = {Edits}) WITH CHECK ({Works} OR (organisation_id = {Edits} AND changed_by = {Me}
            AND EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND organisation_id IN (p.publisher_id, p.company_id, p.operator_id))));
        """;

    // The tables take their policies and triggers with them, once nothing else names them.
    public const string Down =
        $"""
        ALTER POLICY reading ON stored_files USING ({Works} OR organisation_id = {Reads} OR (purpose = 'Licence' AND {ReviewerOfRegion}) OR {Attached});
        DROP POLICY reading ON pairing_files;
        DROP POLICY adding ON pairing_files;
        CREATE TEMPORARY TABLE gone ON COMMIT DROP AS SELECT file_id FROM pairing_files;
        DELETE FROM pairing_files;
        DELETE FROM stored_files WHERE id IN (SELECT file_id FROM gone);
        """;

    public const string AfterDown = "DROP FUNCTION pairing_message_kept(), pairing_meeting_kept(), portal_pairing_file_of(uuid, uuid);";
}
