namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>Hashes of former passwords are nobody's to read but the portal's own.</summary>
internal static class FormerPasswordsRights
{
    public const string Up =
        """
        ALTER TABLE former_passwords ENABLE ROW LEVEL SECURITY;
        CREATE POLICY working ON former_passwords USING ((SELECT portal_works())) WITH CHECK ((SELECT portal_works()));
        """;
}
