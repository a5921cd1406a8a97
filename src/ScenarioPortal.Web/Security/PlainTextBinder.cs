using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace ScenarioPortal.Web.Security;

/// <summary>Takes every text of a form or an address as <see cref="PlainText"/>. Passwords alone are taken exactly as they were typed.</summary>
internal sealed class PlainTextBinder(IModelBinder usual) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await usual.BindModelAsync(bindingContext);
        if (bindingContext.Result is { IsModelSet: true, Model: string text })
        {
            bindingContext.Result = ModelBindingResult.Success(PlainText.Of(text));
        }
    }

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.ModelType == typeof(string) && context.BindingInfo.BinderType is null
            && context.Metadata.Name?.Contains("Password", StringComparison.OrdinalIgnoreCase) is not true
                ? new PlainTextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
                : null;
    }
}
