using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Exchange.Writing.Lists;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Workbooks;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>An empty list to fill in, in Chinese for every reader: that is what lists are written in.</summary>
internal sealed class WorkbookTemplateModel(CodeBooks codeBooks, HomeRegion home, IStringLocalizer<Texts> L) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string list, CancellationToken cancellation)
    {
        if (((ListKind[])[ListKind.Opportunities, ListKind.Capabilities]).Where(k => Links.WorkbookTemplate(k).EndsWith($"/{list}", StringComparison.Ordinal)).Select(k => (ListKind?)k).SingleOrDefault() is not { } kind)
        {
            return NotFound();
        }

        var name = kind is ListKind.Opportunities ? "机会清单" : "能力清单";
        using var template = new MemoryStream();
        await ListTemplate.WriteAsync(name, [.. L.ColumnsOf(kind).Where(c => !c.IsOnlyRecognised).Select(ColumnOf)], template, cancellation);
        return File(template.ToArray(), MarkedWorkbook.ContentType, $"{name}模板.xlsx");
    }

    private TemplateColumn ColumnOf(ListColumn column) => new(column.Heading.Name, column.Hint.Name) { IsRequired = column.IsRequired, Words = WordsOf(column.Field) };

    private IReadOnlyList<string> WordsOf(SheetField field) => field switch
    {
        SheetField.Field => [.. codeBooks.Current.Fields.Select(f => f.Name)],
        SheetField.Region => [.. codeBooks.Current.RegionsAround(home.Code).Select(r => codeBooks.Current.RegionName(r.Code))],
        SheetField.Kind => WritingTexts.ScaleWords,
        SheetField.Trl => [.. Enumerable.Range(1, 9).Select(trl => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{trl}"))],
        _ => []
    };
}
