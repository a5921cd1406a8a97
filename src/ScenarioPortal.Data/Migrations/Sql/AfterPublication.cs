namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// What happens to a need after its release. Members of companies ask, the publisher's editors answer; who asked lies in a table of its own, which
/// only the asker reads. Whoever brings something about leaves notifications for others and cannot read them.
/// </summary>
internal static class AfterPublication
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string Region = "(SELECT s.region_code FROM scenarios s WHERE s.id = scenario_id)";
    private const string OfACompany = $"EXISTS (SELECT 1 FROM organisations c WHERE c.id = {Reads} AND c.kind IN ('Company', 'Institute'))";

    public const string Up =
        $"""
        -- A reviewer decides and releases; what is released is its publisher's to change and to close.
        ALTER POLICY changing ON opportunities USING ({Works} OR publisher_id = {Edits} OR (status IN ('Submitted', 'Approved') AND {Reviewer} AND portal_reviews({Region})));

        ALTER TABLE questions ENABLE ROW LEVEL SECURITY;
        ALTER TABLE question_askers ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON question_askers FOR SELECT USING ({Works} OR account_id = {Me});
        CREATE POLICY adding ON question_askers FOR INSERT WITH CHECK ({Works} OR (account_id = {Me} AND {OfACompany}));
        CREATE POLICY removing ON question_askers FOR DELETE USING ({Works} OR account_id = {Me});
        CREATE POLICY reading ON questions FOR SELECT USING (answered_at IS NOT NULL OR {Works} OR publisher_id = {Reads}
            OR EXISTS (SELECT 1 FROM question_askers a WHERE a.question_id = questions.id AND a.account_id = {Me}));
        CREATE POLICY adding ON questions FOR INSERT WITH CHECK ({Works} OR ({Me} IS NOT NULL AND answered_at IS NULL AND {OfACompany}
            AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id AND o.publisher_id = questions.publisher_id AND o.status = 'Released')));
        CREATE POLICY changing ON questions FOR UPDATE USING ({Works} OR (publisher_id = {Edits} AND answered_at IS NULL))
            WITH CHECK ({Works} OR (publisher_id = {Edits} AND answered_by = {Me}));

        ALTER TABLE watches ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON watches FOR SELECT USING ({Works} OR account_id = {Me});
        CREATE POLICY adding ON watches FOR INSERT WITH CHECK ({Works} OR (account_id = {Me}
            AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id AND o.status IN ('Released', 'Closed'))));
        CREATE POLICY removing ON watches FOR DELETE USING ({Works} OR account_id = {Me});

        ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON notifications FOR SELECT USING ({Works} OR account_id = {Me});
        CREATE POLICY adding ON notifications FOR INSERT WITH CHECK ({Works} OR (read_at IS NULL AND CASE kind
            WHEN 'ReviewDecided' THEN {Reviewer}
            WHEN 'QuestionAsked' THEN {OfACompany}
            ELSE EXISTS (SELECT 1 FROM opportunities o WHERE o.id = subject_id AND o.publisher_id = {Edits}) END));
        CREATE POLICY changing ON notifications FOR UPDATE USING ({Works} OR account_id = {Me}) WITH CHECK ({Works} OR account_id = {Me});
        CREATE POLICY removing ON notifications FOR DELETE USING ({Works} OR account_id = {Me});

        ALTER TABLE notification_choices ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON notification_choices FOR SELECT USING ({Works} OR account_id = {Me});
        CREATE POLICY adding ON notification_choices FOR INSERT WITH CHECK ({Works} OR account_id = {Me});
        CREATE POLICY changing ON notification_choices FOR UPDATE USING ({Works} OR account_id = {Me}) WITH CHECK ({Works} OR account_id = {Me});
        CREATE POLICY removing ON notification_choices FOR DELETE USING ({Works} OR account_id = {Me});
        """;

    // Tables take their policies with them; the question's names the asker's table, which goes first.
    public const string Down =
        $"""
        DROP POLICY reading ON questions;
        ALTER POLICY changing ON opportunities USING ({Works} OR publisher_id = {Edits} OR ({Reviewer} AND portal_reviews({Region})));
        """;
}
