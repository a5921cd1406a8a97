using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>
/// The revision that an editor has before their eyes, hidden in the form: <c>&lt;revision for="Input.Revision" now="Model.Organisation.Revision" /&gt;</c>.
/// A form shown again keeps the one it was opened with; after an edit conflict, which says so on top, it takes the present one.
/// </summary>
[HtmlTargetElement("revision", Attributes = "for,now", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RevisionTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public int Now { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var posted = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.AttemptedValue : null;
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", name);
        output.Attributes.SetAttribute("value", posted ?? Now.ToString(CultureInfo.InvariantCulture));
    }
}
