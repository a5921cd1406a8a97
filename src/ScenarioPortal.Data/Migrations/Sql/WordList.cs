namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>What was typed when a session was over is the work's behind the pages alone. The word list has its policies since the beginning.</summary>
internal static class WordList
{
    public const string Up =
        """
        ALTER TABLE kept_forms ENABLE ROW LEVEL SECURITY;
        CREATE POLICY working ON kept_forms USING ((SELECT portal_works())) WITH CHECK ((SELECT portal_works()));
        """;
}
