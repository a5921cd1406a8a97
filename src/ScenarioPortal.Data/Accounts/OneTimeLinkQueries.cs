namespace ScenarioPortal.Data.Accounts;

public static class OneTimeLinkQueries
{
    extension(IQueryable<OneTimeLink> links)
    {
        /// <summary>Invitations that a person sent and that still can be accepted.</summary>
        public IQueryable<OneTimeLink> OpenInvitationsFrom(Person person, DateTimeOffset now)
        {
            var account = person.AccountId;
            var open = links.Where(l => l.Purpose == LinkPurpose.Invitation && l.UsedAt == null && l.ExpiresAt > now);
            return person.LeavesItToTheDatabase ? open : open.Where(l => l.InvitedBy == account);
        }
    }
}
