using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>
/// A label, a hint, what is filled in, and what is wrong with it. The control inside says by itself that it is wrong and by what it is described:
/// <code>
/// &lt;field for="Input.Email" label="@L["邮箱"]" hint="@L["…"]" required&gt;
///   &lt;input asp-for="Input.Email" type="email" class="form-control" autocomplete="username"&gt;
/// &lt;/field&gt;
/// </code>
/// With <c>group</c> it is a fieldset with a legend, for radio buttons.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper(IStringLocalizer<Texts> L) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public bool Required { get; set; }

    public bool Group { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FieldState(For, ViewContext, hasHint: Hint is not null);
        context.Items[typeof(FieldState)] = field;
        var content = await output.GetChildContentAsync();
        output.TagName = Group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        if (Group)
        {
            output.Attributes.SetAttribute("id", field.Id);
            output.Attributes.SetAttribute("tabindex", "-1");
            output.Attributes.SetAttribute("aria-describedby", field.DescribedBy);
        }

        output.Content.AppendHtml(LabelOf(field));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Paragraph("form-text", field.HintId, Hint));
        }

        output.Content.AppendHtml(content);
        if (field.Error is { } error)
        {
            output.Content.AppendHtml(field.ErrorParagraph(error));
        }
    }

    private TagBuilder LabelOf(FieldState field)
    {
        var label = new TagBuilder(Group ? "legend" : "label");
        label.AddCssClass(Group ? "form-label fs-6" : "form-label");
        if (!Group)
        {
            label.Attributes["for"] = field.Id;
        }

        label.InnerHtml.Append(Label);
        if (Required)
        {
            var mark = new TagBuilder("span");
            mark.AddCssClass("required");
            mark.InnerHtml.Append(L["必填"]);
            label.InnerHtml.AppendHtml(mark);
        }

        return label;
    }

    private static TagBuilder Paragraph(string cssClass, string id, string text)
    {
        var paragraph = new TagBuilder("p") { Attributes = { ["id"] = id } };
        paragraph.AddCssClass(cssClass);
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
