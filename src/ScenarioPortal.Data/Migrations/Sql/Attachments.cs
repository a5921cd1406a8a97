namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// Who sees what is attached: the members of its organisation, and whoever sees the item with which it was handed in. Editors add and remove
/// while the working copy is being written; afterwards nobody changes anything. A file goes with its attachment.
/// </summary>
internal static class Attachments
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string OfRegion = $"{Reviewer} AND portal_reviews(portal_region_of(organisation_id))";
    private const string IsWritten = "EXISTS (SELECT 1 FROM working_copies c WHERE c.id = copy_id AND c.organisation_id = attachments.organisation_id AND c.handed_in_at IS NULL)";

    public const string Up =
        $"""
        -- Asked with the owner's eyes: a policy of attachments cannot ask stored_files, whose own asks attachments.
        CREATE FUNCTION portal_file_of(file uuid, organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT EXISTS (SELECT 1 FROM stored_files WHERE id = file AND organisation_id = organisation AND purpose = 'Attachment') $$;

        -- What somebody sees of needs and capabilities, the policies of these say.
        ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON attachments FOR SELECT USING ({Works} OR organisation_id = {Reads}
            OR (subject_id IS NOT NULL AND (EXISTS (SELECT 1 FROM opportunities o WHERE o.id = subject_id) OR EXISTS (SELECT 1 FROM capabilities p WHERE p.id = subject_id))));
        CREATE POLICY adding ON attachments FOR INSERT WITH CHECK ({Works}
            OR (organisation_id = {Edits} AND added_by = {Me} AND subject_id IS NULL AND portal_file_of(file_id, organisation_id) AND {IsWritten}));
        CREATE POLICY changing ON attachments FOR UPDATE USING ({Works} OR organisation_id = {Edits}) WITH CHECK ({Works} OR organisation_id = {Edits});
        CREATE POLICY removing ON attachments FOR DELETE USING ({Works} OR (organisation_id = {Edits} AND {IsWritten}));
        ALTER POLICY reading ON stored_files USING ({Works} OR organisation_id = {Reads} OR (purpose = 'Licence' AND {OfRegion})
            OR (purpose = 'Attachment' AND EXISTS (SELECT 1 FROM attachments a WHERE a.file_id = stored_files.id)));

        -- It is handed in, it loses the copy that was approved, and it is described while that is written: nothing else ever changes.
        CREATE FUNCTION attachment_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF portal_works() OR portal_account() IS NULL THEN
                RETURN NEW;
            END IF;
            IF to_jsonb(NEW) - ARRAY['copy_id', 'subject_id', 'description'] <> to_jsonb(OLD) - ARRAY['copy_id', 'subject_id', 'description']
                OR (NEW.copy_id IS DISTINCT FROM OLD.copy_id AND (NEW.copy_id IS NOT NULL OR OLD.subject_id IS NULL))
                OR (OLD.subject_id IS NOT NULL AND NEW.subject_id IS DISTINCT FROM OLD.subject_id)
                OR (NEW.description IS DISTINCT FROM OLD.description AND NOT EXISTS (SELECT 1 FROM working_copies c WHERE c.id = OLD.copy_id AND c.handed_in_at IS NULL)) THEN
                RAISE insufficient_privilege USING MESSAGE = 'What was attached stays as it is.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER attachment_kept BEFORE UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION attachment_kept();

        -- A reference to either of two tables, looked at when everything of the transaction is there.
        CREATE FUNCTION attachment_belongs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
            IF NEW.subject_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM opportunities o WHERE o.id = NEW.subject_id AND o.publisher_id = NEW.organisation_id)
                AND NOT EXISTS (SELECT 1 FROM capabilities p WHERE p.id = NEW.subject_id AND p.organisation_id = NEW.organisation_id) THEN
                RAISE foreign_key_violation USING MESSAGE = 'An attachment belongs to an item of its own organisation.';
            END IF;
            RETURN NULL;
        END $$;
        CREATE CONSTRAINT TRIGGER attachment_belongs AFTER INSERT OR UPDATE OF subject_id ON attachments DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION attachment_belongs();

        CREATE FUNCTION attachment_removed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
            DELETE FROM stored_files WHERE id = OLD.file_id;
            RETURN NULL;
        END $$;
        CREATE TRIGGER attachment_removed AFTER DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION attachment_removed();
        REVOKE EXECUTE ON FUNCTION attachment_belongs(), attachment_removed() FROM PUBLIC;
        """;

    // The table takes its policies and triggers with it, once nothing else names it.
    public const string Down =
        $"""
        ALTER POLICY reading ON stored_files USING ({Works} OR organisation_id = {Reads} OR (purpose = 'Licence' AND {OfRegion}));
        DELETE FROM attachments;
        """;

    public const string AfterDown = "DROP FUNCTION portal_file_of(uuid, uuid), attachment_kept(), attachment_belongs(), attachment_removed();";
}
