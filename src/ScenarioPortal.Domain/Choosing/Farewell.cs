using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Domain.Choosing;

/// <summary>What a publisher says to those that were not chosen: one sentence for all, and another for whom one was written.</summary>
public sealed record Farewell
{
    public required string ToAll { get; init; }

    /// <summary>By pairing.</summary>
    public IReadOnlyDictionary<Guid, string> ToOne { get; init; } = new Dictionary<Guid, string>();

    public string To(Guid pairing) => ToOne.TryGetValue(pairing, out var own) && !string.IsNullOrWhiteSpace(own) ? own.Trim() : ToAll.Trim();
}

public static class Partings
{
    extension(Pairing pairing)
    {
        /// <summary>Both talk, or one waits, and nothing is agreed yet.</summary>
        public bool IsBeforeAgreement => pairing.State is PairingState.Proposed or PairingState.Interested or PairingState.Invited or PairingState.Engaged;

        /// <summary>Whether it can be compared with others: the company has said something.</summary>
        public bool IsComparable => pairing.State is PairingState.Interested or PairingState.Engaged;

        /// <summary>Two have agreed, and it has not ended since.</summary>
        public bool IsAgreed => !pairing.State.IsExit && pairing.State >= PairingState.Agreed;

        /// <summary>Ends it from the publisher's side with the verb that the table has for it: what one began oneself is withdrawn, everything else declined.</summary>
        internal void Part(Actor by, PairingReason reason, string words, PairingRules rules, DateTimeOffset now)
        {
            if (pairing.State is PairingState.Invited)
            {
                pairing.Withdraw(by, reason, words, rules, now);
            }
            else
            {
                pairing.Decline(by, reason, words, rules, now);
            }
        }
    }

    /// <summary>告诉其余: one company has agreed, so those that still wait are told. Says whom.</summary>
    public static IReadOnlyList<Pairing> TellOthers(IReadOnlyList<Pairing> ofNeed, Actor by, Farewell farewell, PairingRules rules, DateTimeOffset now)
    {
        Rule.Require(ofNeed.Any(p => p.IsAgreed), "还没有一家签约，现在不用告诉其余的。");
        var others = ofNeed.Where(p => p.IsBeforeAgreement).ToArray();
        Rule.Require(others.Length > 0, "没有还在等的了，都已经告诉过。");
        Rule.Require(others.All(p => farewell.To(p.Id).Length > 0), "请写一句话，每一家都会看到。");
        foreach (var pairing in others)
        {
            pairing.Part(by, PairingReason.OtherChosen, farewell.To(pairing.Id), rules, now);
        }

        return others;
    }
}
