namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// Both sides write a showcase and agree, the reviewers of its region decide and release it, never on what they wrote themselves; what is released never
/// changes. Who joined it everyone reads, what they want only those who joined, the company and reviewers.
/// </summary>
internal static class Showcases
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string BySides = $"(publisher_id = {Edits} OR company_id = {Edits})";
    private const string ByWriter = $"CASE written_for WHEN 'Publisher' THEN publisher_id WHEN 'Company' THEN company_id END = {Edits}";
    private const string ByOther = $"CASE written_for WHEN 'Publisher' THEN company_id WHEN 'Company' THEN publisher_id END = {Edits}";
    private const string OfRegion = $"({Reviewer} AND portal_reviews(region_code))";

    public const string Up =
        $"""
        ALTER TABLE showcases ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON showcases FOR SELECT USING (state = 'Released' OR {Works} OR publisher_id = {Reads} OR company_id = {Reads} OR (state <> 'Draft' AND {OfRegion}));
        CREATE POLICY adding ON showcases FOR INSERT WITH CHECK ({Works} OR (state = 'Draft' AND written_by = {Me} AND {ByWriter}
            AND EXISTS (SELECT 1 FROM pairings p WHERE p.id = pairing_id AND p.publisher_id = showcases.publisher_id AND p.company_id = showcases.company_id AND p.state IN ('Verified', 'Adopted', 'Scaled'))));
        CREATE POLICY changing ON showcases FOR UPDATE USING ({Works} OR (state IN ('Draft', 'Returned') AND {BySides})
                OR (state = 'Approved' AND {OfRegion}) OR (state = 'Submitted' AND {OfRegion} AND written_by <> {Me} AND agreed_by <> {Me}))
            WITH CHECK ({Works} OR (state = 'Draft' AND written_by = {Me} AND {ByWriter}) OR (state = 'Submitted' AND agreed_by = {Me} AND {ByOther})
                OR (state IN ('Approved', 'Returned') AND decided_by = {Me} AND {OfRegion}) OR (state = 'Released' AND {OfRegion}));

        -- Of which pairing it tells and what was measured never changes; what was agreed to, nobody rewrites; what is released stays.
        CREATE FUNCTION showcase_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' OR OLD.state = 'Released'
                OR (NEW.id, NEW.pairing_id, NEW.opportunity_id, NEW.capability_id, NEW.publisher_id, NEW.company_id, NEW.region_code, NEW.certificate_number, NEW.certificate_code, NEW.proof)
                IS DISTINCT FROM (OLD.id, OLD.pairing_id, OLD.opportunity_id, OLD.capability_id, OLD.publisher_id, OLD.company_id, OLD.region_code, OLD.certificate_number, OLD.certificate_code, OLD.proof)
                OR ((OLD.state IN ('Submitted', 'Approved') OR NEW.state <> 'Draft') AND (NEW.title, NEW.content) IS DISTINCT FROM (OLD.title, OLD.content)) THEN
                RAISE insufficient_privilege USING MESSAGE = 'That of a showcase never changes.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER showcase_kept BEFORE UPDATE OR DELETE ON showcases FOR EACH ROW EXECUTE FUNCTION showcase_kept();

        -- Those who joined see who leads whom; everyone does once the need can be seen.
        ALTER TABLE joint_demands ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON joint_demands FOR SELECT USING ({Works} OR lead_id = {Reads}
            OR EXISTS (SELECT 1 FROM showcase_joins j WHERE j.showcase_id = joint_demands.showcase_id AND j.organisation_id = {Reads})
            OR EXISTS (SELECT 1 FROM opportunities o WHERE o.demand_id = joint_demands.id));
        CREATE POLICY removing ON joint_demands FOR DELETE USING ({Works} OR (lead_id = {Edits} AND NOT EXISTS (SELECT 1 FROM opportunities o WHERE o.demand_id = joint_demands.id)));

        -- Asked with the owner's eyes: the rule of demands asks for joins, and a rule must not ask for itself.
        CREATE FUNCTION showcase_join_is_free(showcase uuid, unit uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT NOT EXISTS (SELECT 1 FROM joint_demands d WHERE d.showcase_id = showcase AND (d.lead_id = unit OR unit = ANY (d.members))) $$;
        ALTER TABLE showcase_joins ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON showcase_joins FOR SELECT USING ({Works} OR EXISTS (SELECT 1 FROM showcases s WHERE s.id = showcase_id));
        CREATE POLICY adding ON showcase_joins FOR INSERT WITH CHECK ({Works} OR (organisation_id = {Edits}
            AND EXISTS (SELECT 1 FROM organisations o WHERE o.id = organisation_id AND o.kind = 'Government' AND o.status = 'Verified')
            AND EXISTS (SELECT 1 FROM showcases s WHERE s.id = showcase_id AND s.state = 'Released' AND s.publisher_id <> organisation_id)));
        CREATE POLICY removing ON showcase_joins FOR DELETE USING ({Works} OR (organisation_id = {Edits}
            AND showcase_join_is_free(showcase_id, organisation_id)));
        CREATE POLICY adding ON joint_demands FOR INSERT WITH CHECK ({Works} OR (lead_id = {Edits} AND begun_by = {Me}
            AND EXISTS (SELECT 1 FROM showcase_joins j WHERE j.showcase_id = joint_demands.showcase_id AND j.organisation_id = lead_id)
            AND members <@ (SELECT coalesce(array_agg(j.organisation_id), '{"{}"}') FROM showcase_joins j WHERE j.showcase_id = joint_demands.showcase_id)));

        ALTER TABLE showcase_wishes ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON showcase_wishes FOR SELECT USING ({Works} OR organisation_id = {Reads}
            OR EXISTS (SELECT 1 FROM showcase_joins j WHERE j.showcase_id = showcase_wishes.showcase_id AND j.organisation_id = {Reads})
            OR EXISTS (SELECT 1 FROM showcases s WHERE s.id = showcase_id AND (s.company_id = {Reads} OR ({Reviewer} AND portal_reviews(s.region_code))))
            OR ({Reviewer} AND portal_reviews(portal_region_of(organisation_id))));
        CREATE POLICY adding ON showcase_wishes FOR INSERT WITH CHECK ({Works} OR (organisation_id = {Edits} AND account_id = {Me}));
        CREATE POLICY removing ON showcase_wishes FOR DELETE USING ({Works} OR organisation_id = {Edits});

        -- Beside the rule for all other kinds.
        CREATE POLICY adding_of_showcases ON notifications FOR INSERT WITH CHECK (read_at IS NULL AND kind = 'ShowcaseMoved'
            AND EXISTS (SELECT 1 FROM showcases s WHERE s.id = subject_id AND (s.publisher_id = {Edits} OR s.company_id = {Edits} OR ({Reviewer} AND portal_reviews(s.region_code))
                OR EXISTS (SELECT 1 FROM showcase_joins j WHERE j.showcase_id = s.id AND j.organisation_id = {Edits}))));
        """;

    public const string Down =
        """
        DROP POLICY adding_of_showcases ON notifications;
        DROP POLICY reading ON joint_demands;
        DROP POLICY adding ON joint_demands;
        DROP POLICY removing ON joint_demands;
        DROP POLICY removing ON showcase_joins;
        DROP POLICY reading ON showcase_wishes;
        """;

    // The tables take their policies and triggers with them.
    public const string AfterDown = "DROP FUNCTION showcase_kept(); DROP FUNCTION showcase_join_is_free(uuid, uuid);";
}
