using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Api;

/// <summary><c>GET /api/v1/showcases</c>: what the public list shows, with the same names for the same conditions.</summary>
internal static class ShowcaseEndpoint
{
    private const int UsualPageSize = 20;

    public static async Task<Results<Ok<ShowcaseAnswer>, ValidationProblem>> Answer(
        HttpRequest request, PortalDbContext db, CodeBooks codeBooks, TimeProvider time, IStringLocalizer<Texts> L, CancellationToken cancellation)
    {
        if (Number(request.Query["page"], int.MaxValue, 1) is not { } page)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["page"] = [L["页码应为正整数。"]] });
        }

        if (Number(request.Query["pageSize"], PairingEndpoint.PageSizeMax, UsualPageSize) is not { } size)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["pageSize"] = [L["每页条数应为 1 到 100。"]] });
        }

        var codes = codeBooks.Current;
        var filter = ListFilter.From(request.Query, ListShape.Showcases) with { Page = page };
        var book = await ShowcaseBook.ReadAsync(db, time.Today, cancellation);
        var found = book.List.Find(filter, book.Hits(filter), size);

        // A program that counts pages ends after the last one; people are shown it again.
        var ids = page > found.Pages ? [] : found.Ids;
        var rows = await db.Showcases.AsNoTracking().Public().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
        return TypedResults.Ok(new ShowcaseAnswer
        {
            Total = found.Total,
            Page = page,
            PageSize = size,
            Items =
            [
                .. from id in ids
                   where rows.ContainsKey(id)
                   let showcase = rows[id]
                   select new ShowcaseAnswer.Item
                   {
                       Id = id,
                       Number = showcase.Number!,
                       Title = showcase.Title,
                       Field = showcase.FieldCode,
                       Region = showcase.RegionCode is { } region ? new() { Code = region, Name = codes.RegionName(region) } : null,
                       Opportunity = new() { Id = showcase.OpportunityId, Title = showcase.Proof.Need, Organisation = new() { Id = showcase.PublisherId, Name = showcase.Proof.Publisher } },
                       Capability = new() { Id = showcase.CapabilityId, Title = showcase.Proof.Capability, Organisation = new() { Id = showcase.CompanyId, Name = showcase.Proof.Company } },
                       Solution = showcase.Content.Solution,
                       Results = [.. showcase.Proof.Values.Select(v => new ShowcaseAnswer.Result(v.Criterion.What, v.Criterion.Target, v.Measured.Value))],
                       CertificateCode = showcase.CertificateCode,
                       ReleasedAt = showcase.ReleasedAt!.Value
                   }
            ]
        });
    }

    /// <returns>Null when it is none from 1 to the greatest.</returns>
    private static int? Number(string? text, int greatest, int usual) => string.IsNullOrEmpty(text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= greatest ? number
        : null;
}
