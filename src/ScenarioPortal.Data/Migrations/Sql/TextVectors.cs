namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>Vectors are the portal's own: nobody's request reads or writes them.</summary>
internal static class TextVectors
{
    private const string Works = "(SELECT portal_works())";

    public const string Up =
        $"""
        ALTER TABLE text_vectors ENABLE ROW LEVEL SECURITY;
        CREATE POLICY working ON text_vectors USING ({Works}) WITH CHECK ({Works});
        """;
}
