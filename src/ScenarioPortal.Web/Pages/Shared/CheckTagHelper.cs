using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>A box to tick, with what it means beside it: <c>&lt;check for="Input.Agreed"&gt;@L["…"]&lt;/check&gt;</c>.</summary>
[HtmlTargetElement("check", Attributes = "for")]
public sealed class CheckTagHelper(IHtmlGenerator generator) : TagHelper
{
    public required ModelExpression For { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldState(For, ViewContext, hasHint: false);
        var text = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");

        var attributes = new Dictionary<string, object?> { ["class"] = field.Error is null ? "form-check-input" : "form-check-input is-invalid" };
        if (field.Error is not null)
        {
            attributes["aria-invalid"] = "true";
            attributes["aria-describedby"] = field.ErrorId;
        }

        var label = new TagBuilder("label") { Attributes = { ["class"] = "form-check-label", ["for"] = field.Id } };
        label.InnerHtml.AppendHtml(text);
        var line = new TagBuilder("div") { Attributes = { ["class"] = "form-check" } };
        line.InnerHtml.AppendHtml(generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model is true, attributes));
        line.InnerHtml.AppendHtml(label);
        output.Content.AppendHtml(line);
        if (field.Error is { } error)
        {
            output.Content.AppendHtml(field.ErrorParagraph(error));
        }
    }
}
