using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Api;

/// <summary><c>POST /api/v1/match</c>.</summary>
internal static class MatchEndpoint
{
    public static async Task<Results<Ok<MatchAnswer>, ValidationProblem>> Answer(
        MatchRequest request, MatchRequestValidator validator, TryMatch matches, PortalDbContext db, CodeBooks codeBooks, IStringLocalizer<Texts> localizer, CancellationToken cancellation)
    {
        var checkedRequest = validator.Validate(request);
        if (!checkedRequest.IsValid)
        {
            return TypedResults.ValidationProblem(checkedRequest.Errors
                .GroupBy(e => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(e.PropertyName), e => localizer[e.ErrorMessage].Value)
                .ToDictionary(g => g.Key, g => g.ToArray()));
        }

        var fits = matches.Run(new TryMatch.Wish
        {
            Title = request.Title,
            Description = request.Description!,
            Technologies = request.RequiredTech ?? [],
            Field = request.Field,
            Region = request.Region
        }, request.Top ?? MatchRequest.UsualTop);
        var ids = fits.Select(f => f.CapabilityId).ToArray();
        var named = await (
            from capability in db.Capabilities.AsNoTracking().Public()
            join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            where ids.Contains(capability.Id)
            select new MatchAnswer.Capability
            {
                Id = capability.Id,
                ExternalId = capability.ExternalId,
                Title = capability.Title,
                Organisation = organisation == null ? null : new MatchAnswer.Organisation { Id = organisation.Id, Name = organisation.Name }
            }).ToDictionaryAsync(c => c.Id, cancellation);

        return TypedResults.Ok(new MatchAnswer
        {
            Matches =
            [
                .. from fit in fits
                   where named.ContainsKey(fit.CapabilityId)
                   select new MatchAnswer.Match
                   {
                       Capability = named[fit.CapabilityId],
                       Score = fit.Score,
                       Reasons = [.. fit.Reasons.Select(r => ReasonOf(r, codeBooks.Current, localizer))]
                   }
            ]
        });
    }

    private static MatchAnswer.Reason ReasonOf(MatchReason reason, CodeBook codes, IStringLocalizer<Texts> localizer) => new()
    {
        Criterion = Lower(reason.Criterion),
        Verdict = Lower(reason.Verdict),
        Points = reason.Points,
        Text = localizer.Sentence(reason, codes),
        Passages = [.. reason.Passages.Select(p => new MatchAnswer.Passage { Side = Lower(p.Side), Text = p.Text })]
    };

    private static string Lower<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
