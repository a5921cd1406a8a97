using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Choosing;

internal sealed class ChoiceConfiguration : IEntityTypeConfiguration<Choice>
{
    public void Configure(EntityTypeBuilder<Choice> choice)
    {
        choice.ToTable("choices");
        choice.Property(c => c.Id).ValueGeneratedNever();
        choice.Property(c => c.NeedTitle).HasMaxLength(Opportunity.TitleMaxLength);
        choice.Property(c => c.Criteria).HasJsonConversion();
        choice.Property(c => c.ClosedEarlyWhy).HasMaxLength(Choice.NoteMaxLength);
        choice.Property(c => c.DecisionNote).HasMaxLength(Choice.NoteMaxLength);
        choice.Property(c => c.Revision).IsConcurrencyToken();
        choice.Ignore(c => c.IsOver);
        choice.Ignore(c => c.IsTogether);
        choice.Ignore(c => c.Round);
        choice.HasOne<Opportunity>().WithMany().HasForeignKey(c => c.OpportunityId).OnDelete(DeleteBehavior.Restrict);
        choice.HasOne<Organisation>().WithMany().HasForeignKey(c => c.PublisherId).OnDelete(DeleteBehavior.Restrict);
        choice.HasOne<Pairing>().WithMany().HasForeignKey(c => c.ChosenPairingId).OnDelete(DeleteBehavior.Restrict);
        choice.HasIndex(c => c.OpportunityId).IsUnique().HasFilter(UnderWay);
        choice.HasIndex(c => new { c.OpportunityId, c.BegunAt });
        choice.HasIndex(c => c.PublisherId);

        choice.OwnsMany(c => c.Candidates, candidate =>
        {
            candidate.ToTable("choice_candidates");
            candidate.WithOwner().HasForeignKey("ChoiceId");
            candidate.HasKey("ChoiceId", nameof(ChoiceCandidate.Place));
            candidate.Property(c => c.Place).ValueGeneratedNever();
            candidate.Property(c => c.Company).HasMaxLength(Organisation.NameMaxLength);
            candidate.Property(c => c.Capability).HasMaxLength(Capability.TitleMaxLength);
            candidate.HasOne<Pairing>().WithMany().HasForeignKey(c => c.PairingId).OnDelete(DeleteBehavior.Restrict);
            candidate.HasIndex(c => c.PairingId);
        });
        choice.OwnsMany(c => c.Experts, expert =>
        {
            expert.ToTable("choice_experts");
            expert.WithOwner().HasForeignKey("ChoiceId");
            expert.HasKey("ChoiceId", nameof(ChoiceExpert.Place));
            expert.Property(e => e.Place).ValueGeneratedNever();
            expert.Property(e => e.ConflictNote).HasMaxLength(ChoiceExpert.NoteMaxLength);
            expert.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
            expert.HasIndex("ChoiceId", nameof(ChoiceExpert.AccountId)).IsUnique();
            expert.HasIndex(e => e.AccountId);
        });
    }

    /// <summary>A need has one choice at a time.</summary>
    private const string UnderWay = "state NOT IN ('Decided', 'Abandoned')";
}

internal sealed class ChoiceDossierConfiguration : IEntityTypeConfiguration<ChoiceDossier>
{
    public void Configure(EntityTypeBuilder<ChoiceDossier> dossier)
    {
        dossier.ToTable("choice_dossiers");
        dossier.HasKey(d => new { d.ChoiceId, d.Candidate });
        dossier.Property(d => d.Content).HasJsonConversion();
        dossier.HasOne<Choice>().WithMany().HasForeignKey(d => d.ChoiceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChoiceOpinionConfiguration : IEntityTypeConfiguration<ChoiceOpinion>
{
    public void Configure(EntityTypeBuilder<ChoiceOpinion> opinion)
    {
        opinion.ToTable("choice_opinions");
        opinion.HasKey(o => new { o.ChoiceId, o.Expert, o.Round });
        opinion.Property(o => o.Marks).HasJsonConversion();
        opinion.Property(o => o.Why).HasMaxLength(ChoiceOpinion.WhyMaxLength);
        opinion.HasOne<Choice>().WithMany().HasForeignKey(o => o.ChoiceId).OnDelete(DeleteBehavior.Restrict);
    }
}
