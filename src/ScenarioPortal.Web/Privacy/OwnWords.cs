using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;

namespace ScenarioPortal.Web.Privacy;

/// <summary>A kept value as a person reads it: times in Asia/Shanghai, organisations and regions by their names.</summary>
internal sealed class OwnWords(IReadOnlyDictionary<Guid, string> organisations, CodeBook codes, IStringLocalizer<Texts> L)
{
    private static readonly JsonSerializerOptions ByName = new() { Converters = { new JsonStringEnumConverter() } };

    public string? Of(string property, object? value) => value switch
    {
        null => null,
        string region when property == nameof(StaffGrant.RegionCode) => codes.RegionName(region),
        string text => text,
        DateTimeOffset instant => instant.InFull(),
        bool yes => yes ? L["是"] : L["否"],
        Guid id => organisations.GetValueOrDefault(id) ?? id.ToString(),
        Factors factors => L.FactorsName(factors),
        MemberRole role => L.Name(role),
        StaffRole role => L.Name(role),
        ConsentPurpose purpose => L.Name(purpose),
        LinkPurpose purpose => L.Name(purpose),
        NotificationKind kind => L.Name(kind),
        NotificationDelivery delivery => L.Name(delivery),
        AuditResult result => result is AuditResult.Done ? L["完成"] : L["拒绝"],
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, ByName)
    };
}
