using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What is said when something typed is not even a number or a date.</summary>
internal sealed class BindingTexts(IStringLocalizer<Texts> L) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => L["“{0}”不能填在这里，请检查。", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => L["“{0}”不能填在这里，请检查。", value]);
        messages.SetValueIsInvalidAccessor(value => L["“{0}”不能填在这里，请检查。", value]);
        messages.SetValueMustBeANumberAccessor(_ => L["请填写数字。"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => L["请填写数字。"]);
        messages.SetValueMustNotBeNullAccessor(_ => L["请填写这一项。"]);
        messages.SetMissingBindRequiredValueAccessor(_ => L["请填写这一项。"]);
        messages.SetMissingKeyOrValueAccessor(() => L["请填写这一项。"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => L["填写的内容不能用在这里，请检查。"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => L["填写的内容不能用在这里，请检查。"]);
    }
}
