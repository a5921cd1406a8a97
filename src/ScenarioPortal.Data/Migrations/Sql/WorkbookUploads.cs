namespace ScenarioPortal.Data.Migrations.Sql;

/// <summary>
/// Who sees an uploaded list: the members of its organisation and nobody else, reviewers neither; its editors add and work on it. Of stored
/// files, reviewers of the region read licences only.
/// </summary>
internal static class WorkbookUploads
{
    private const string Works = "(SELECT portal_works())";
    private const string Me = "(SELECT portal_account())";
    private const string Reads = "ANY ((SELECT portal_ids('portal.reads'))::uuid[])";
    private const string Edits = "ANY ((SELECT portal_ids('portal.edits'))::uuid[])";
    private const string Reviewer = "(SELECT portal_is('Reviewer'))";
    private const string OfRegion = $"{Reviewer} AND portal_reviews(portal_region_of(organisation_id))";

    public const string Up =
        $"""
        ALTER TABLE workbook_uploads ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON workbook_uploads FOR SELECT USING ({Works} OR organisation_id = {Reads});
        CREATE POLICY adding ON workbook_uploads FOR INSERT WITH CHECK ({Works} OR (organisation_id = {Edits} AND uploaded_by = {Me}
            AND EXISTS (SELECT 1 FROM stored_files f WHERE f.id = file_id AND f.organisation_id = workbook_uploads.organisation_id)));
        CREATE POLICY changing ON workbook_uploads FOR UPDATE USING ({Works} OR organisation_id = {Edits});
        CREATE POLICY removing ON workbook_uploads FOR DELETE USING ({Works} OR organisation_id = {Edits});

        ALTER TABLE uploaded_rows ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON uploaded_rows FOR SELECT USING ({Works} OR EXISTS (SELECT 1 FROM workbook_uploads u WHERE u.id = upload_id AND u.organisation_id = {Reads}));
        CREATE POLICY adding ON uploaded_rows FOR INSERT WITH CHECK ({Works} OR EXISTS (SELECT 1 FROM workbook_uploads u WHERE u.id = upload_id AND u.organisation_id = {Edits}));
        CREATE POLICY removing ON uploaded_rows FOR DELETE USING ({Works} OR EXISTS (SELECT 1 FROM workbook_uploads u WHERE u.id = upload_id AND u.organisation_id = {Edits}));

        ALTER TABLE remembered_columns ENABLE ROW LEVEL SECURITY;
        CREATE POLICY reading ON remembered_columns FOR SELECT USING ({Works} OR organisation_id = {Reads});
        CREATE POLICY adding ON remembered_columns FOR INSERT WITH CHECK ({Works} OR organisation_id = {Edits});
        CREATE POLICY changing ON remembered_columns FOR UPDATE USING ({Works} OR organisation_id = {Edits});
        CREATE POLICY removing ON remembered_columns FOR DELETE USING ({Works} OR organisation_id = {Edits});

        ALTER POLICY reading ON stored_files USING ({Works} OR organisation_id = {Reads} OR (purpose = 'Licence' AND {OfRegion}));
        """;

    public const string Down =
        $"""
        ALTER POLICY reading ON stored_files USING ({Works} OR organisation_id = {Reads} OR ({OfRegion}));
        DELETE FROM stored_files WHERE purpose = 'Workbook';
        """;
}
