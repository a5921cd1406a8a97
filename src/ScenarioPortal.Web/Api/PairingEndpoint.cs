using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Api;

/// <summary><c>GET /api/v1/pairings</c>: what the public list shows, with the same names for the same conditions.</summary>
internal static class PairingEndpoint
{
    public const int PageSizeMax = 100;
    private const int UsualPageSize = 20;

    public static async Task<Results<Ok<PairingAnswer>, ValidationProblem>> Answer(
        HttpRequest request, LiveIndex index, PortalDbContext db, CodeBooks codeBooks, IStringLocalizer<Texts> L, CancellationToken cancellation)
    {
        Dictionary<string, string[]> mistakes = [];
        var page = Number("page", 1, int.MaxValue, 1, L["页码应为正整数。"]);
        var size = Number("pageSize", 1, PageSizeMax, UsualPageSize, L["每页条数应为 1 到 100。"]);
        DateTimeOffset? since = null;
        if (request.Query["updatedSince"].ToString() is { Length: > 0 } written)
        {
            // A plus that was not escaped arrives as a blank.
            if (DateTimeOffset.TryParse(written.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                since = time;
            }
            else
            {
                mistakes["updatedSince"] = [L["时间应写成 2026-11-27 或 2026-11-27T08:00:00Z。"]];
            }
        }

        if (mistakes.Count > 0)
        {
            return TypedResults.ValidationProblem(mistakes);
        }

        var (book, codes) = (index.Current.Pairings, codeBooks.Current);
        var filter = ListFilter.From(request.Query, ListShape.Pairings) with { Page = page };
        var found = book.List.Find(filter, book.Hits(filter, since), size);

        // A program that counts pages ends after the last one; people are shown it again.
        var ids = page > found.Pages ? [] : found.Ids;
        var rows = await (
            from pairing in db.Pairings.AsNoTracking().Public()
            where ids.Contains(pairing.Id)
            select new
            {
                pairing.Id,
                pairing.Number,
                pairing.OpportunityId,
                pairing.NeedTitle,
                pairing.PublisherId,
                pairing.CapabilityId,
                pairing.CapabilityTitle,
                pairing.CompanyId,
                pairing.FieldCode,
                pairing.RegionCode,
                pairing.State,
                pairing.BeganAt,
                pairing.StateSince,
                pairing.MovedAt,
                pairing.StuckAt,
                pairing.Steps,
                Publisher = db.Organisations.Where(o => o.Id == pairing.PublisherId).Select(o => o.Name).First(),
                Company = db.Organisations.Where(o => o.Id == pairing.CompanyId).Select(o => o.Name).First()
            }).ToDictionaryAsync(r => r.Id, cancellation);
        return TypedResults.Ok(new PairingAnswer
        {
            Total = found.Total,
            Page = page,
            PageSize = size,
            Items =
            [
                .. from id in ids
                   where rows.ContainsKey(id)
                   let pairing = rows[id]
                   select new PairingAnswer.Item
                   {
                       Id = id,
                       Number = pairing.Number,
                       Opportunity = new() { Id = pairing.OpportunityId, Title = pairing.NeedTitle, Organisation = new() { Id = pairing.PublisherId, Name = pairing.Publisher } },
                       Capability = new() { Id = pairing.CapabilityId, Title = pairing.CapabilityTitle, Organisation = new() { Id = pairing.CompanyId, Name = pairing.Company } },
                       Field = pairing.FieldCode,
                       Region = pairing.RegionCode is { } region ? new() { Code = region, Name = codes.RegionName(region) } : null,
                       Step = pairing.State.ToString(),
                       BeganAt = pairing.BeganAt,
                       StepSince = pairing.StateSince,
                       UpdatedAt = pairing.MovedAt,
                       Stuck = pairing.StuckAt?.DayInShanghai() < book.Today ? true : null,
                       Steps = [.. pairing.Steps.Select(s => new PairingAnswer.Come { Step = s.State.ToString(), Since = s.Since })]
                   }
            ]
        });

        int Number(string name, int least, int most, int usual, string mistake)
        {
            if (request.Query[name].ToString() is not { Length: > 0 } text)
            {
                return usual;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            mistakes[name] = [mistake];
            return usual;
        }
    }
}
