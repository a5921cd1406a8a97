using System.Runtime.CompilerServices;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What handlers of forms say: is it filled in, show it again, tell on the next page what was done.</summary>
internal static class FormHandling
{
    extension(PageModel page)
    {
        /// <summary>
        /// Asks the validator, and puts what it finds at the fields in the reader's language. A message with numbered gaps gets its values
        /// from <c>WithState(_ => new object[] { … })</c>.
        /// </summary>
        public async Task<bool> IsValidAsync<T>(
            IValidator<T> validator, T form, CancellationToken cancellation, [CallerArgumentExpression(nameof(form))] string prefix = "")
        {
            var L = page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
            foreach (var failure in (await validator.ValidateAsync(form, cancellation)).Errors)
            {
                page.Refuse($"{prefix}.{failure.PropertyName}", L[failure.ErrorMessage, failure.CustomState as object[] ?? []]);
            }

            return page.ModelState.IsValid;
        }

        /// <summary>Notes a mistake at a field, such as <c>Input.Email</c>, or with an empty name on top.</summary>
        public void Refuse(string field, string text)
        {
            page.ViewData.MistakenFields.Add(field);
            page.ModelState.AddModelError(field, text);
        }

        /// <summary>The same page with what was typed and what is wrong.</summary>
        public IActionResult Again(int status = StatusCodes.Status400BadRequest)
        {
            page.Response.StatusCode = status;
            return page.Page();
        }

        /// <summary>Says on the next page what was done.</summary>
        public void Flash(string text) => page.TempData[PageFrame.FlashKey] = text;
    }
}
