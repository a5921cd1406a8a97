using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>How this person wants to be told about each kind of thing.</summary>
internal sealed class NotificationChoicesModel(PortalDbContext db, AuditTrail audit, IStringLocalizer<Texts> L) : PageModel
{
    public static readonly NotificationKind[] Kinds = Enum.GetValues<NotificationKind>();
    public static readonly NotificationDelivery[] Deliveries = Enum.GetValues<NotificationDelivery>();

    [BindProperty]
    public Dictionary<NotificationKind, NotificationDelivery> Choices { get; set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Choices = await Mine().AsNoTracking().ToDictionaryAsync(c => c.Kind, c => c.Delivery, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || Choices.Keys.Except(Kinds).Any() || Choices.Values.Except(Deliveries).Any())
        {
            ModelState.Clear();
            this.Refuse("", L["有一项选得不对，请重新选。"]);
            return this.Again();
        }

        var stored = await Mine().ToDictionaryAsync(c => c.Kind, cancellation);
        foreach (var (kind, delivery) in Choices)
        {
            if (stored.TryGetValue(kind, out var choice))
            {
                choice.Choose(delivery);
            }
            else
            {
                db.Add(new NotificationChoice(HttpContext.Person.AccountId!.Value, kind, delivery));
            }
        }

        audit.Note(db, new Act { Action = "notification.choose", Detail = new { choices = Choices.Select(c => $"{c.Key}={c.Value}") } });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["接收方式已保存。"]);
        return Redirect(Links.NotificationChoices);
    }

    public NotificationDelivery Of(NotificationKind kind) => Choices.TryGetValue(kind, out var delivery) ? delivery : NotificationDelivery.AtOnce;

    private IQueryable<NotificationChoice> Mine()
    {
        var me = HttpContext.Person.AccountId;
        return db.NotificationChoices.Where(c => c.AccountId == me);
    }
}
