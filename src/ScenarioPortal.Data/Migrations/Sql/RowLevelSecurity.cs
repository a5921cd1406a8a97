namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// The second wall: what a connection sees and may change, whatever the query says. The settings <c>portal.*</c> say who asks; where nothing is set
/// it is a visitor, and <c>portal.work</c> is on only for connections that work behind the pages. The owner of the tables is not bound by it.
/// </summary>
internal static class RowLevelSecurity
{
    /// <summary>In policies each function stands in a sub-select: evaluated once for a query and not for each row.</summary>
    public const string Functions =
        """
        CREATE FUNCTION portal_ids(setting text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
            AS $$ SELECT coalesce(string_to_array(nullif(current_setting(setting, true), ''), ',')::uuid[], '{}') $$;
        CREATE FUNCTION portal_words(setting text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
            AS $$ SELECT coalesce(string_to_array(nullif(current_setting(setting, true), ''), ','), '{}') $$;
        CREATE FUNCTION portal_works() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
            AS $$ SELECT coalesce(current_setting('portal.work', true), '') = 'on' $$;
        CREATE FUNCTION portal_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
            AS $$ SELECT nullif(current_setting('portal.account', true), '')::uuid $$;
        CREATE FUNCTION portal_is(role text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
            AS $$ SELECT role = ANY (portal_words('portal.posts')) $$;
        CREATE FUNCTION portal_reviews(region text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
            AS $$ SELECT region IS NOT NULL AND EXISTS (SELECT 1 FROM unnest(portal_words('portal.regions')) prefix WHERE starts_with(region, prefix)) $$;

        -- Asked with the owner's eyes: whether anybody has this organisation must not depend on who asks.
        CREATE FUNCTION portal_is_unclaimed(organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT NOT EXISTS (SELECT 1 FROM memberships WHERE organisation_id = organisation) $$;
        CREATE FUNCTION portal_region_of(organisation uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT region_code FROM organisations WHERE id = organisation $$;

        -- How far a scenario has come with any of its opportunities: 0 drafts only, 1 handed in, 2 public.
        ALTER TABLE scenarios ADD COLUMN exposure smallint NOT NULL DEFAULT 0;
        UPDATE scenarios SET exposure = 2 WHERE EXISTS (SELECT 1 FROM opportunities o WHERE o.scenario_id = scenarios.id AND o.status IN ('Released', 'Closed'));
        CREATE FUNCTION scenario_exposure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
            UPDATE scenarios SET exposure = CASE WHEN NEW.status IN ('Released', 'Closed') THEN 2 ELSE 1 END
            WHERE id = NEW.scenario_id AND exposure < CASE WHEN NEW.status IN ('Released', 'Closed') THEN 2 ELSE 1 END;
            RETURN NULL;
        END $$;
        CREATE TRIGGER scenario_exposure AFTER INSERT OR UPDATE OF status ON opportunities
            FOR EACH ROW WHEN (NEW.status <> 'Draft') EXECUTE FUNCTION scenario_exposure();
        REVOKE EXECUTE ON FUNCTION scenario_exposure() FROM PUBLIC;
        """;

    public static string Up { get; } = string.Join('\n', Tables.Select(t => $"ALTER TABLE {t.Key} ENABLE ROW LEVEL SECURITY;\n{t.Value.Replace("@", t.Key, StringComparison.Ordinal)}"));

    public static string Down { get; } = string.Join('\n', Tables.Keys.SelectMany(t => new[] { "reading", "adding", "changing", "removing" }.Select(p => $"DROP POLICY IF EXISTS {p} ON {t};"))
        .Concat(Tables.Keys.Select(t => $"ALTER TABLE {t} DISABLE ROW LEVEL SECURITY;")))
        + """

        DROP TRIGGER scenario_exposure ON opportunities;
        DROP FUNCTION scenario_exposure(), portal_region_of(uuid), portal_is_unclaimed(uuid), portal_reviews(text), portal_is(text),
            portal_account(), portal_works(), portal_words(text), portal_ids(text);
        ALTER TABLE scenarios DROP COLUMN exposure;
        """;

    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Owns = "ANY ((SELECT portal_ids('portal.owns'))::uuid[])";
    private const string System = "(SELECT portal_is('SystemAdministrator'))";
    private const string Security = "(SELECT portal_is('SecurityAdministrator'))";
    private const string Audit = "(SELECT portal_is('AuditAdministrator'))";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";

    private static Dictionary<string, string> Tables => new()
    {
        ["organisations"] = Read("true") + Insert($"{Works} OR {Me} IS NOT NULL")
            + Update($"{Works} OR id = {Edits} OR {System} OR ({Reviewer} AND portal_reviews(region_code))"),
        ["organisation_contacts"] = Read($"{Works} OR shown_since IS NOT NULL OR organisation_id = {Reads} OR ({Reviewer} AND portal_reviews(portal_region_of(organisation_id)))")
            + Insert($"{Works} OR organisation_id = {Edits} OR ({Me} IS NOT NULL AND portal_is_unclaimed(organisation_id))") + Update($"{Works} OR organisation_id = {Edits}")
            + Delete($"{Works} OR organisation_id = {Owns}"),
        ["organisation_claims"] = Read($"{Works} OR account_id = {Me} OR ({Reviewer} AND portal_reviews(portal_region_of(organisation_id)))")
            + Insert($"{Works} OR account_id = {Me}") + Update($"{Works} OR (account_id <> {Me} AND {Reviewer} AND portal_reviews(portal_region_of(organisation_id)))")
            + Delete(Works),
        ["memberships"] = Read($"{Works} OR account_id = {Me} OR organisation_id = {Reads} OR {System} OR {Security}")
            + Insert($"{Works} OR organisation_id = {Owns} OR (account_id = {Me} AND portal_is_unclaimed(organisation_id))")
            + Update($"{Works} OR organisation_id = {Owns}") + Delete($"{Works} OR organisation_id = {Owns} OR account_id = {Me}"),
        ["mandates"] = Read($"{Works} OR organisation_id = {Reads} OR operator_id = {Reads}")
            + Insert($"{Works} OR organisation_id = {Owns}") + Update($"{Works} OR organisation_id = {Owns}"),
        ["stored_files"] = Read($"{Works} OR organisation_id = {Reads} OR ({Reviewer} AND portal_reviews(portal_region_of(organisation_id)))")
            + Insert($"{Works} OR (uploaded_by = {Me} AND (organisation_id = {Edits} OR portal_is_unclaimed(organisation_id)))")
            + Delete($"{Works} OR organisation_id = {Edits}"),
        ["scenarios"] = Read($"exposure = 2 OR {Works} OR owner_id = {Reads} OR (exposure = 1 AND {Reviewer} AND portal_reviews(region_code))")
            + Insert($"{Works} OR owner_id = {Edits}") + Update($"{Works} OR owner_id = {Edits}") + Delete($"{Works} OR owner_id = {Edits}"),
        ["opportunities"] = Read(
                $"status IN ('Released', 'Closed') OR {Works} OR publisher_id = {Reads} OR (status IN ('Submitted', 'Approved') AND {Reviewer} AND portal_reviews((SELECT s.region_code FROM scenarios s WHERE s.id = scenario_id)))")
            + Insert($"{Works} OR publisher_id = {Edits}")
            + Update($"{Works} OR publisher_id = {Edits} OR ({Reviewer} AND portal_reviews((SELECT s.region_code FROM scenarios s WHERE s.id = scenario_id)))")
            + Delete($"{Works} OR (status = 'Draft' AND publisher_id = {Edits})"),
        ["opportunity_addenda"] = Read("EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id)")
            + Insert($"{Works} OR EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id AND o.publisher_id = {Edits})"),
        ["capabilities"] = Read(
                $"status = 'Published' OR {Works} OR organisation_id = {Reads} OR (status IN ('Submitted', 'Suspended') AND {Reviewer} AND portal_reviews(coalesce(region_code, portal_region_of(organisation_id))))")
            + Insert($"{Works} OR organisation_id = {Edits}")
            + Update($"{Works} OR organisation_id = {Edits} OR ({Reviewer} AND portal_reviews(coalesce(region_code, portal_region_of(organisation_id))))")
            + Delete($"{Works} OR (status = 'Draft' AND organisation_id = {Edits})"),
        ["list_releases"] = Read($"released_at IS NOT NULL OR {Works} OR {Reviewer}") + Insert($"{Works} OR {Reviewer}") + Update($"{Works} OR {Reviewer}"),
        ["released_items"] = Read("EXISTS (SELECT 1 FROM list_releases r WHERE r.id = release_id)") + Insert($"{Works} OR {Reviewer}"),
        ["matches"] = Read("true") + Insert(Works) + Update(Works) + Delete(Works),
        ["regions"] = Read("true") + Insert($"{Works} OR {System}") + Update($"{Works} OR {System}") + Delete($"{Works} OR {System}"),
        ["fields"] = Read("true") + Insert($"{Works} OR {System}") + Update($"{Works} OR {System}") + Delete($"{Works} OR {System}"),
        ["code_list_entries"] = Read("true") + Insert($"{Works} OR {System}") + Update($"{Works} OR {System}") + Delete($"{Works} OR {System}"),
        ["code_list_versions"] = Read("true") + Insert($"{Works} OR {System}") + Update($"{Works} OR {System}"),
        ["outbox"] = Read(Works) + Insert("true") + Update(Works) + Delete(Works),
        ["mail_messages"] = Read(Works) + Insert("true") + Update(Works) + Delete(Works),
        ["audit_entries"] = Read($"{Works} OR {Audit}") + Insert("true"),
        ["accounts"] = Read(
                $"{Works} OR id = {Me} OR {System} OR {Security} OR id IN (SELECT m.account_id FROM memberships m WHERE m.organisation_id = {Reads}) OR ({Reviewer} AND id IN (SELECT c.account_id FROM organisation_claims c))")
            + Insert(Works) + Update($"{Works} OR id = {Me}") + Delete(Works),
        ["recovery_codes"] = Read(Works) + Insert(Works) + Update(Works) + Delete(Works),
        ["passkeys"] = Read($"{Works} OR user_id = {Me}") + Insert(Works) + Update(Works) + Delete($"{Works} OR user_id = {Me}"),
        ["sessions"] = Read($"{Works} OR account_id = {Me} OR {Security}") + Insert(Works) + Update(Works) + Delete($"{Works} OR account_id = {Me} OR {Security}"),
        ["one_time_links"] = Read($"{Works} OR invited_by = {Me}") + Insert($"{Works} OR invited_by = {Me}") + Update(Works) + Delete($"{Works} OR invited_by = {Me}"),
        ["guess_counters"] = Read(Works) + Insert(Works) + Update(Works) + Delete(Works),
        ["consents"] = Read($"{Works} OR account_id = {Me}") + Insert($"{Works} OR account_id = {Me}") + Update($"{Works} OR account_id = {Me}") + Delete(Works),
        ["staff_grants"] = Read($"{Works} OR account_id = {Me} OR {Security} OR {System}")
            + Insert($"{Works} OR ({Security} AND account_id <> {Me})") + Delete($"{Works} OR ({Security} AND account_id <> {Me})")
    };

    private static string Read(string rule) => $"CREATE POLICY reading ON @ FOR SELECT USING ({rule});\n";

    private static string Insert(string rule) => $"CREATE POLICY adding ON @ FOR INSERT WITH CHECK ({rule});\n";

    private static string Update(string rule) => $"CREATE POLICY changing ON @ FOR UPDATE USING ({rule}) WITH CHECK ({rule});\n";

    private static string Delete(string rule) => $"CREATE POLICY removing ON @ FOR DELETE USING ({rule});\n";
}
