using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Pairings;

/// <summary>
/// A pairing in which the company does not show itself (暂不署名), as the publisher sees it. The row of the pairing is hidden from the publisher; the database
/// gives out only this, and there is nothing in it to be masked.
/// </summary>
public sealed record VeiledInterest
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required Guid OpportunityId { get; init; }

    public required Guid PublisherId { get; init; }

    public required string NeedTitle { get; init; }

    public string? RegionCode { get; init; }

    public string? FieldCode { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public required DateTimeOffset MovedAt { get; init; }

    public DateTimeOffset? AnswerDueAt { get; init; }

    public required int Revision { get; init; }

    /// <summary>Of the capability.</summary>
    public string? OfferedField { get; init; }

    /// <summary>The province in which it is.</summary>
    public string? OfferedProvince { get; init; }

    public int? Trl { get; init; }

    /// <summary>The tens of its score out of a hundred: the score itself stands beside names in the public lists. Null where the two were not judged.</summary>
    public int? ScoreFrom { get; init; }

    /// <summary>Criterion by criterion, without words of the capability.</summary>
    public string? Reasons { get; init; }

    public required string Steps { get; init; }

    /// <summary>What was done and said, without who pressed.</summary>
    public required string Events { get; init; }

    public PairingState Standing => Enum.Parse<PairingState>(State);

    public bool WaitsForAnswer => Standing is PairingState.Interested;

    public IReadOnlyList<PairingStep> Course() => Read<PairingStep>(Steps);

    public IReadOnlyList<PairingEvent> Story() => Read<PairingEvent>(Events);

    public IReadOnlyList<VeiledReason> Why() => Reasons is null ? [] : Read<VeiledReason>(Reasons);

    private static IReadOnlyList<T> Read<T>(string json) => JsonSerializer.Deserialize<IReadOnlyList<T>>(json, JsonConversion.Options)!;
}

/// <summary>How one criterion turned out, and nothing of what was compared.</summary>
public sealed record VeiledReason(Criterion Criterion, Verdict Verdict);

public static class VeiledInterestQueries
{
    /// <summary>Those of the needs of the person's organisations.</summary>
    public static IQueryable<VeiledInterest> VeiledFor(this PortalDbContext db, Person person)
    {
        var own = person.IsComplete ? person.Reads.ToArray() : [];
        var veiled = db.Database.SqlQuery<VeiledInterest>($"SELECT * FROM portal_veiled_interests()");
        return person.LeavesItToTheDatabase ? veiled : veiled.Where(v => own.Contains(v.PublisherId));
    }
}
