using System.Text.Json;
using CsCheck;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.UnitTests.Pairings;
using ScenarioPortal.Web.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Credit;

/// <summary>The audit trail and the rules are enough: from the lines alone the same pairings and the same credit come out again.</summary>
public sealed class CreditReplayTests
{
    /// <summary>The clocks as they were set later: what was owed by when does not move with them.</summary>
    private static readonly PairingRules Later = new() { AnswerDays = 3 };

    [Fact]
    public void From_the_lines_of_ten_thousand_events_come_the_same_states_and_the_same_credit()
    {
        var (events, entries) = (0, 0);

        Histories.Acts.Sample(acts =>
        {
            List<AuditEntry> trail = [];
            var pairings = Histories.Made(acts, (pairing, side) => trail.Add(PairingActs.Of(pairing, side).By("account:somebody", pairing.Events[^1].At.AddSeconds(2))));

            var lines = trail.ToLookup(l => l.SubjectId!.Value);
            foreach (var pairing in pairings)
            {
                var told = lines[pairing.Id].Select(EventOf).ToArray();
                var first = JsonElement.Parse(lines[pairing.Id].First().Detail);
                var again = Pairs.Begun(PairingState.Interested).Replayed(told, Later);

                Assert.Equal(
                    (pairing.State, pairing.SuggestedStep, pairing.SuggestedBy, pairing.AnswerDueAt, pairing.Proof, pairing.Revision),
                    (again.State, again.SuggestedStep, again.SuggestedBy, again.AnswerDueAt, again.Proof, again.Revision));
                Assert.Equal(pairing.Steps, again.Steps);
                Assert.Equal(CreditLedger.Of(pairing).Select(Told), CreditLedger.Of(pairing.Id, first.GetProperty("publisher").GetGuid(), first.GetProperty("company").GetGuid(), told).Select(Told));
                Interlocked.Add(ref events, told.Length);
                Interlocked.Add(ref entries, CreditLedger.Of(pairing).Count());
            }
        }, iter: 300);

        Assert.True(events >= 10_000, $"{events} events");
        Assert.True(entries >= 1_000, $"{entries} entries");
    }

    [Fact]
    public void Written_one_event_at_a_time_it_is_what_all_events_together_bring() =>
        Histories.Acts.Sample(acts =>
        {
            List<CreditEntry> written = [];
            var pairings = Histories.Made(acts, (pairing, _) => written.AddRange(CreditLedger.Of(pairing).Where(e => e.EventNumber == pairing.Events.Count)));

            Assert.Equal(pairings.SelectMany(CreditLedger.Of).Select(Told), written.Select(Told));
        }, iter: 100);

    [Fact]
    public void What_is_left_of_the_entries_adds_up_to_the_credit_on_any_day() =>
        Gen.Select(Histories.Acts, Gen.Int[0, 3000]).Sample((acts, days) =>
        {
            var entries = Histories.Made(acts).SelectMany(CreditLedger.Of).ToArray();
            var moment = Pairs.Monday.AddDays(days);

            Assert.Equal(entries.Select(e => e.LeftAt(moment)).Sum(), CreditLedger.Sum(entries, moment));
            Assert.All(entries, e => Assert.True(Math.Abs(e.LeftAt(moment)) <= Math.Abs(e.Points) && e.LeftAt(moment) * e.Points >= 0));
            Assert.Equal(CreditLedger.Sum(entries.Take(entries.Length / 2), moment) + CreditLedger.Sum(entries.Skip(entries.Length / 2), moment), CreditLedger.Sum(entries, moment));
        }, iter: 100);

    private static PairingEvent EventOf(AuditEntry line)
    {
        var detail = JsonElement.Parse(line.Detail);
        return new PairingEvent
        {
            Number = detail.GetProperty("number").GetInt32(),
            At = detail.GetProperty("at").GetDateTimeOffset(),
            Side = Named<PairingSide>("side")!.Value,
            Action = Enum.Parse<PairingAction>(line.Action["pairing.".Length..].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            State = Named<PairingState>("state")!.Value,
            Step = Named<PairingState>("step"),
            Reason = Named<PairingReason>("reason"),
            AnswerDueAt = detail.GetProperty("due") is { ValueKind: JsonValueKind.String } due ? due.GetDateTimeOffset() : null,
            ContentHash = detail.GetProperty("hash").GetString(),
            Outcome = Named<VerificationOutcome>("outcome")
        };

        T? Named<T>(string name)
            where T : struct, Enum => detail.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? (T)Enum.ToObject(typeof(T), value.GetInt32()) : null;
    }

    private static (Guid, Guid, int, DateOnly, string, int, int, DateTimeOffset) Told(CreditEntry e) =>
        (e.OrganisationId, e.PairingId, e.EventNumber, e.RuleVersion, e.RuleCode, e.Points, e.HalfLife, e.At);
}
