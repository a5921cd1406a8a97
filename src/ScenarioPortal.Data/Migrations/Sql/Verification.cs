namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// Plans and results are added by one of the two sides while it is their time, read with the story of their pairing, and never changed. A plan is frozen with
/// the beginning of its pilot, for the portal's own work too. A certificate is read with the story, or by whoever holds its code.
/// </summary>
internal static class Verification
{
    private const string Works = "(SELECT portal_works())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";

    private const string WithStory =
        $"""
        ({Works} OR EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND (p.shown = 'Story' OR p.publisher_id = {Reads} OR p.company_id = {Reads} OR p.operator_id = {Reads}
                OR ({Reviewer} AND portal_reviews(p.region_code)))))
        """;

    private const string BySides = $"EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND (p.publisher_id = {Edits} OR p.company_id = {Edits})";

    public const string Up =
        $"""
        CREATE SEQUENCE certificate_numbers;

        ALTER TABLE verification_plans ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON verification_plans FOR SELECT USING {WithStory};
        CREATE POLICY adding ON verification_plans FOR INSERT WITH CHECK ({Works} OR {BySides} AND p.state IN ('Engaged', 'Agreed')));

        ALTER TABLE verification_results ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON verification_results FOR SELECT USING {WithStory};
        CREATE POLICY adding ON verification_results FOR INSERT WITH CHECK ({Works} OR {BySides} AND p.state = 'Piloting'));

        ALTER TABLE verification_certificates ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON verification_certificates FOR SELECT USING {WithStory};
        CREATE POLICY adding ON verification_certificates FOR INSERT WITH CHECK ({Works} OR {BySides} AND p.state = 'Verified'));

        CREATE FUNCTION verification_certificate(given text) RETURNS SETOF verification_certificates LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT * FROM verification_certificates WHERE code = given::bpchar $$;

        CREATE FUNCTION verification_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE insufficient_privilege USING MESSAGE = 'What was written about a verification never changes.';
        END $$;
        CREATE TRIGGER verification_kept BEFORE UPDATE OR DELETE ON verification_plans FOR EACH ROW EXECUTE FUNCTION verification_kept();
        CREATE TRIGGER verification_kept BEFORE UPDATE OR DELETE ON verification_results FOR EACH ROW EXECUTE FUNCTION verification_kept();
        CREATE TRIGGER verification_kept BEFORE UPDATE OR DELETE ON verification_certificates FOR EACH ROW EXECUTE FUNCTION verification_kept();

        CREATE FUNCTION verification_plan_frozen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM pairings p WHERE p.id = NEW.pairing_id AND p.plan_frozen_at IS NOT NULL AND p.plan_number IS DISTINCT FROM NEW.number) THEN
                RAISE insufficient_privilege USING MESSAGE = 'The plan was frozen when the pilot began.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER verification_plan_frozen BEFORE INSERT ON verification_plans FOR EACH ROW EXECUTE FUNCTION verification_plan_frozen();

        CREATE FUNCTION pairing_plan_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF OLD.plan_frozen_at IS NOT NULL
                AND (NEW.plan_number, NEW.plan_by, NEW.plan_agreed_at, NEW.plan_frozen_at) IS DISTINCT FROM (OLD.plan_number, OLD.plan_by, OLD.plan_agreed_at, OLD.plan_frozen_at) THEN
                RAISE insufficient_privilege USING MESSAGE = 'The plan was frozen when the pilot began.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER pairing_plan_frozen BEFORE UPDATE ON pairings FOR EACH ROW EXECUTE FUNCTION pairing_plan_frozen();
        """;

    public const string Down =
        """
        DROP FUNCTION verification_certificate(text);
        DROP TRIGGER pairing_plan_frozen ON pairings;
        """;

    // The tables take their policies and triggers with them.
    public const string AfterDown = "DROP FUNCTION verification_kept(); DROP FUNCTION verification_plan_frozen(); DROP FUNCTION pairing_plan_frozen(); DROP SEQUENCE certificate_numbers;";
}
