namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// A choice is read by its publisher and by the experts who were asked; the papers by experts who have no conflict of interest; scores by whoever gave them and,
/// from the second round on, by the others and the publisher. The companies read nothing of it.
/// </summary>
internal static class Choosing
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Expert = "(SELECT portal_is('Expert'))";
    private const string OfPublisher = $"EXISTS (SELECT 1 FROM choices c WHERE c.id = choice_id AND c.publisher_id = {Reads})";
    private const string ByPublisher = $"EXISTS (SELECT 1 FROM choices c WHERE c.id = choice_id AND c.publisher_id = {Edits} AND c.state IN ('Open', 'Alone'))";

    public const string Up =
        $"""
        -- Asked with the owner's eyes: policies of choices and of choice_experts would ask one another without end.
        CREATE FUNCTION portal_judges(choice uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT portal_is('Expert') AND EXISTS (SELECT 1 FROM choice_experts WHERE choice_id = choice AND account_id = portal_account()) $$;
        CREATE FUNCTION portal_judge_place(choice uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT place FROM choice_experts WHERE choice_id = choice AND account_id = portal_account() AND declared = 'Clear' AND portal_is('Expert') $$;
        CREATE FUNCTION portal_is_expert(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT EXISTS (SELECT 1 FROM staff_grants WHERE account_id = account AND role = 'Expert') $$;

        ALTER TABLE choices ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON choices FOR SELECT USING ({Works} OR publisher_id = {Reads} OR ({Expert} AND portal_judges(id)));
        CREATE POLICY adding ON choices FOR INSERT WITH CHECK ({Works} OR (publisher_id = {Edits} AND state IN ('Open', 'Alone') AND handed_in = 0
            AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id AND o.publisher_id = choices.publisher_id AND o.status IN ('Released', 'Closed'))));
        CREATE POLICY changing ON choices FOR UPDATE USING ({Works} OR publisher_id = {Edits} OR ({Expert} AND portal_judges(id)))
            WITH CHECK ({Works} OR publisher_id = {Edits} OR ({Expert} AND portal_judges(id)));

        -- What is over stays as it is. An expert counts themselves off, and opens the second round when nobody is left to wait for.
        CREATE FUNCTION choice_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            counted text[] := ARRAY['state', 'state_since', 'awaited', 'handed_in', 'revision'];
            decided text[] := ARRAY['chosen_pairing_id', 'decision_note', 'closed_early_why'];
        BEGIN
            IF portal_works() OR portal_account() IS NULL THEN
                RETURN NEW;
            END IF;
            IF OLD.state IN ('Decided', 'Abandoned') OR to_jsonb(NEW) - counted - decided <> to_jsonb(OLD) - counted - decided
                OR (OLD.publisher_id <> ALL (portal_ids('portal.edits')) AND (OLD.state NOT IN ('Alone', 'Together') OR to_jsonb(NEW) - counted <> to_jsonb(OLD) - counted
                    OR NOT CASE NEW.state
                        WHEN OLD.state THEN NEW.awaited BETWEEN OLD.awaited - 1 AND OLD.awaited AND NEW.handed_in BETWEEN OLD.handed_in AND OLD.handed_in + 1
                        WHEN 'Together' THEN OLD.state = 'Alone' AND OLD.awaited <= 1 AND NEW.awaited = NEW.handed_in AND NEW.handed_in BETWEEN OLD.handed_in AND OLD.handed_in + 1
                        ELSE false END)) THEN
                RAISE insufficient_privilege USING MESSAGE = 'That is not for this person to change.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER choice_kept BEFORE UPDATE ON choices FOR EACH ROW EXECUTE FUNCTION choice_kept();

        ALTER TABLE choice_candidates ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON choice_candidates FOR SELECT USING ({Works} OR EXISTS (SELECT 1 FROM choices c WHERE c.id = choice_id));
        CREATE POLICY adding ON choice_candidates FOR INSERT WITH CHECK ({Works} OR (outcome = 'Waiting' AND {ByPublisher}
            AND EXISTS (SELECT 1 FROM choices c JOIN pairings p ON p.opportunity_id = c.opportunity_id WHERE c.id = choice_id AND p.id = pairing_id AND NOT p.is_veiled)));
        CREATE POLICY changing ON choice_candidates FOR UPDATE USING ({Works} OR (outcome = 'Waiting' AND EXISTS (SELECT 1 FROM choices c WHERE c.id = choice_id AND c.publisher_id = {Edits})))
            WITH CHECK ({Works} OR EXISTS (SELECT 1 FROM choices c WHERE c.id = choice_id AND c.publisher_id = {Edits}));
        CREATE FUNCTION choice_candidate_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NOT portal_works() AND portal_account() IS NOT NULL AND to_jsonb(NEW) - 'outcome' <> to_jsonb(OLD) - 'outcome' THEN
                RAISE insufficient_privilege USING MESSAGE = 'Who was compared stays as it is.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER choice_candidate_kept BEFORE UPDATE ON choice_candidates FOR EACH ROW EXECUTE FUNCTION choice_candidate_kept();

        ALTER TABLE choice_dossiers ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON choice_dossiers FOR SELECT USING ({Works} OR {OfPublisher} OR ({Expert} AND portal_judge_place(choice_id) IS NOT NULL));
        CREATE POLICY adding ON choice_dossiers FOR INSERT WITH CHECK ({Works} OR {ByPublisher});

        ALTER TABLE choice_experts ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON choice_experts FOR SELECT USING ({Works} OR (account_id = {Me} AND {Expert}) OR {OfPublisher});
        CREATE POLICY adding ON choice_experts FOR INSERT WITH CHECK ({Works} OR ({ByPublisher} AND declared IS NULL AND first_at IS NULL AND second_at IS NULL AND portal_is_expert(account_id)));
        CREATE POLICY changing ON choice_experts FOR UPDATE USING ({Works} OR (account_id = {Me} AND {Expert})) WITH CHECK ({Works} OR (account_id = {Me} AND {Expert}));

        -- What was declared and handed in once stays.
        CREATE FUNCTION choice_expert_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            said text[] := ARRAY['declared', 'declared_at', 'conflict_note', 'first_at', 'second_at'];
        BEGIN
            IF portal_works() OR portal_account() IS NULL THEN
                RETURN NEW;
            END IF;
            IF to_jsonb(NEW) - said <> to_jsonb(OLD) - said
                OR (OLD.declared IS NOT NULL AND (NEW.declared, NEW.declared_at, NEW.conflict_note) IS DISTINCT FROM (OLD.declared, OLD.declared_at, OLD.conflict_note))
                OR (OLD.first_at IS NOT NULL AND NEW.first_at IS DISTINCT FROM OLD.first_at) OR (OLD.second_at IS NOT NULL AND NEW.second_at IS DISTINCT FROM OLD.second_at) THEN
                RAISE insufficient_privilege USING MESSAGE = 'What was said stays as it is.';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER choice_expert_kept BEFORE UPDATE ON choice_experts FOR EACH ROW EXECUTE FUNCTION choice_expert_kept();

        -- Whoever hands in last opens the second round in the same moment.
        ALTER TABLE choice_opinions ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON choice_opinions FOR SELECT USING ({Works} OR ({Expert} AND portal_judge_place(choice_id) = expert)
            OR EXISTS (SELECT 1 FROM choices c WHERE c.id = choice_id AND c.state IN ('Together', 'Decided') AND (c.publisher_id = {Reads} OR ({Expert} AND portal_judge_place(c.id) IS NOT NULL))));
        CREATE POLICY adding ON choice_opinions FOR INSERT WITH CHECK ({Works} OR ({Expert} AND portal_judge_place(choice_id) = expert
            AND EXISTS (SELECT 1 FROM choices c WHERE c.id = choice_id AND CASE round WHEN 1 THEN c.state = 'Alone' OR (c.state = 'Together' AND c.state_since = at) WHEN 2 THEN c.state = 'Together' ELSE false END)));

        -- A policy beside the others: what one adds for its own kind, the others need not name.
        CREATE POLICY adding_of_choices ON notifications FOR INSERT WITH CHECK (kind = 'ChoiceMoved' AND read_at IS NULL AND EXISTS (SELECT 1 FROM choices c WHERE c.id = subject_id));
        """;

    // The tables take their policies and triggers with them.
    public const string Down =
        """
        DROP POLICY adding_of_choices ON notifications;
        DELETE FROM notifications WHERE kind = 'ChoiceMoved';
        DELETE FROM notification_choices WHERE kind = 'ChoiceMoved';
        """;

    public const string AfterDown =
        "DROP FUNCTION choice_kept(), choice_candidate_kept(), choice_expert_kept(), portal_judges(uuid), portal_judge_place(uuid), portal_is_expert(uuid);";
}
