namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>The chain of the audit trail: a trigger that belongs to the owner numbers each entry and hashes it with the one before.</summary>
internal static class AuditChain
{
    /// <summary>Each part is written with its length in bytes before it, so that no two different entries hash the same text.</summary>
    public const string Up =
        """
        CREATE TABLE audit_head (one boolean PRIMARY KEY DEFAULT true CHECK (one), sequence bigint NOT NULL, hash char(64) NOT NULL);
        INSERT INTO audit_head (sequence, hash) VALUES (0, repeat('0', 64));

        CREATE FUNCTION audit_part(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
            AS $$ SELECT CASE WHEN value IS NULL THEN '-' ELSE octet_length(value) || ':' || value END $$;

        CREATE FUNCTION audit_hash(previous text, entry audit_entries) RETURNS text LANGUAGE sql IMMUTABLE AS $$
            SELECT encode(sha256(convert_to(
                audit_part(previous) || audit_part(entry.sequence::text) || audit_part((extract(epoch FROM entry.at) * 1000000)::bigint::text)
                || audit_part(entry.actor) || audit_part(entry.organisation_id::text) || audit_part(entry.through_operator_id::text)
                || audit_part(entry.address) || audit_part(entry.action) || audit_part(entry.subject_kind) || audit_part(entry.subject_id::text)
                || audit_part(entry.result) || audit_part(entry.request) || audit_part(entry.detail::text), 'UTF8')), 'hex') $$;

        CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE
            head audit_head;
        BEGIN
            SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
            NEW.sequence := head.sequence + 1;
            NEW.hash := audit_hash(head.hash, NEW);
            UPDATE audit_head SET sequence = NEW.sequence, hash = NEW.hash;
            RETURN NEW;
        END $$;

        CREATE TRIGGER audit_chain BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION audit_chain();
        REVOKE EXECUTE ON FUNCTION audit_chain() FROM PUBLIC;
        """;

    public const string Down =
        """
        DROP TRIGGER audit_chain ON audit_entries;
        DROP FUNCTION audit_chain();
        DROP FUNCTION audit_hash(text, audit_entries);
        DROP FUNCTION audit_part(text);
        DROP TABLE audit_head;
        """;
}
