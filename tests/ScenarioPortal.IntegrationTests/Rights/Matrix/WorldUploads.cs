using System.Text;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Lists that were uploaded and checked, each with a good row and a wrong one.</summary>
internal static class WorldUploads
{
    public static void AddTo(WorldBuilder world, WorldOrganisations of)
    {
        world.Name("template of needs", "needs");
        Upload("upload A", ListKind.Opportunities, of.UnitA, "unit-a", world.Secret("清单甲", "unit-a"));
        Upload("upload of company A", ListKind.Capabilities, of.CompanyA, "editor-a", world.Secret("公司清单", WorldPeople.OfCompanyA));

        void Upload(string name, ListKind kind, Organisation organisation, string by, string secret)
        {
            var account = world.World.Actors[by].Account!.Id;
            var content = Encoding.UTF8.GetBytes($"名称,简介\n{secret},甲\n,乙\n");
            var file = new StoredFile
            {
                OrganisationId = organisation.Id,
                Purpose = FilePurpose.Workbook,
                Name = $"{secret}.csv",
                ContentType = "application/octet-stream",
                Size = content.Length,
                Content = content,
                UploadedAt = world.Now,
                UploadedBy = account
            };
            var sheet = new UploadSheet { HeaderRow = 1, Columns = [new("A", "名称", "Title"), new("B", "简介", "Description")] };
            var upload = new WorkbookUpload(kind, organisation.Id, file.Id, file.Name, account, world.Now);
            UploadedRow[] rows =
            [
                new(upload.Id, 1, RowOutcome.Added, []) { Row = 2, Title = secret },
                new(upload.Id, 2, RowOutcome.Refused, [new RowFault { Letter = "A", Header = "名称", Reason = new UploadReason("请填写名称。") }]) { Row = 3 }
            ];
            upload.Recognise(sheet, new string('0', RememberedColumns.ShapeLength), new Dictionary<string, string>());
            upload.Begin();
            upload.Saw([sheet]);
            upload.Count(rows, 1);
            upload.FinishCheck();
            world.Add((object)file);
            world.Add(name, upload, upload.Id);
            world.Add([.. rows]);
        }
    }
}
