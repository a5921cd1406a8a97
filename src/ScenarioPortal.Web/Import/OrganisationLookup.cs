using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Web.Import;

/// <summary>
/// The organisations that some rows name. One code is one organisation; without a code the name decides. An organisation that
/// is not known yet is created as unverified.
/// </summary>
internal sealed class OrganisationLookup
{
    private static readonly string[] CompanyEndings = ["公司", "集团", "厂", "合作社", "商行"];
    private static readonly string[] InstituteEndings = ["大学", "学院", "研究院", "研究所", "实验室", "设计院"];

    private readonly PortalDbContext _db;
    private readonly Dictionary<string, Organisation> _byCode;
    private readonly Dictionary<string, List<Organisation>> _byName;

    private OrganisationLookup(PortalDbContext db, IEnumerable<Organisation> known)
    {
        _db = db;
        _byCode = [];
        _byName = [];
        foreach (var organisation in known)
        {
            Remember(organisation);
        }
    }

    public static async Task<OrganisationLookup> ForAsync(
        PortalDbContext db, IEnumerable<(string? Name, string? Code)> wanted, CancellationToken cancellation)
    {
        var names = wanted.Select(w => w.Name).OfType<string>().Distinct().ToArray();
        var codes = wanted.Select(w => w.Code is null ? null : new UnifiedSocialCreditCode(w.Code)).OfType<UnifiedSocialCreditCode>().Distinct().ToArray();
        return new OrganisationLookup(db, await db.Organisations
            .Where(o => names.Contains(o.Name) || codes.Contains(o.CreditCode))
            .OrderBy(o => o.Id)
            .ToListAsync(cancellation));
    }

    /// <summary>The organisation of that name and code, created when there is none; null when neither is given.</summary>
    public Organisation? Find(string? name, string? code, OrganisationKind usualKind, OrganisationDetails details)
    {
        if (name is null && code is null)
        {
            return null;
        }

        var organisation = Known(name, code);
        if (organisation is null)
        {
            organisation = new Organisation(name ?? code!, KindOf(name, usualKind));
            _db.Add(organisation);
            Remember(organisation);
        }

        if (code is not null && organisation.CreditCode is null)
        {
            organisation.Identify(new UnifiedSocialCreditCode(code));
            _byCode[organisation.CreditCode!.Value] = organisation;
        }

        organisation.Complete(details);
        return organisation;
    }

    /// <summary>With a code, an organisation of the same name counts only while it has no code of its own.</summary>
    private Organisation? Known(string? name, string? code)
    {
        if (code is not null && _byCode.TryGetValue(code.Trim().ToUpperInvariant(), out var byCode))
        {
            return byCode;
        }

        var namesakes = name is not null && _byName.TryGetValue(name, out var found) ? found : [];
        return code is null ? namesakes.FirstOrDefault() : namesakes.Find(o => o.CreditCode is null);
    }

    private void Remember(Organisation organisation)
    {
        if (organisation.CreditCode is { } code)
        {
            _byCode[code.Value] = organisation;
        }

        if (!_byName.TryGetValue(organisation.Name, out var namesakes))
        {
            _byName.Add(organisation.Name, namesakes = []);
        }

        namesakes.Add(organisation);
    }

    private static OrganisationKind KindOf(string? name, OrganisationKind usual) =>
        name is null ? usual
        : CompanyEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal)) ? OrganisationKind.Company
        : InstituteEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal)) ? OrganisationKind.Institute
        : usual;
}
