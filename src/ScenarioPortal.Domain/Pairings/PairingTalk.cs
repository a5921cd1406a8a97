namespace ScenarioPortal.Domain.Pairings;

/// <summary>Until when two sides can still write to one another.</summary>
public static class PairingTalk
{
    /// <summary>After an exit there is still something to settle: what was lent, what was paid. Then the record is closed.</summary>
    public const int DaysAfterExit = 30;

    extension(Pairing pairing)
    {
        /// <summary>The last second in which something can be written; null while it has not ended.</summary>
        public DateTimeOffset? TalksUntil => pairing.State.IsExit ? DeadlineDays.EndOf(DeadlineDays.Of(pairing.StateSince).AddDays(DaysAfterExit)).ToUniversalTime() : null;

        public bool MayTalk(DateTimeOffset now) => !pairing.IsVeiled && !(pairing.TalksUntil < now);

        internal void RequireTalk(DateTimeOffset now)
        {
            Rule.Require(!pairing.IsVeiled, "署名之前不能留言，也不能约时间。");
            Rule.Require(pairing.MayTalk(now), "这次对接结束已经超过 {0} 天，只能看，不能再写。", DaysAfterExit);
        }
    }
}
