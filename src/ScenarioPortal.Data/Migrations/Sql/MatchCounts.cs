namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>What was shown and opened is written by the portal alone, a decision by whoever takes it; the numbers are for the system administrator, who lets weights be learnt from them.</summary>
internal static class MatchCounts
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string System = "(SELECT portal_is('SystemAdministrator'))";

    public const string Up =
        $"""
        ALTER TABLE match_counts ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON match_counts FOR SELECT USING ({Works} OR {System});
        CREATE POLICY adding ON match_counts FOR INSERT WITH CHECK ({Works} OR ({Me} IS NOT NULL AND event IN ('Contacted', 'Agreed') AND count = 1));
        CREATE POLICY changing ON match_counts FOR UPDATE USING ({Works}) WITH CHECK ({Works});
        CREATE POLICY removing ON match_counts FOR DELETE USING ({Works});
        """;
}
