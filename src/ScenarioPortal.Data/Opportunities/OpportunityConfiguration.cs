using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Showcases;

namespace ScenarioPortal.Data.Opportunities;

internal sealed class OpportunityConfiguration : IEntityTypeConfiguration<Opportunity>
{
    public void Configure(EntityTypeBuilder<Opportunity> opportunity)
    {
        opportunity.Property(o => o.Id).ValueGeneratedNever();
        opportunity.Property(o => o.ExternalId).HasMaxLength(Opportunity.ExternalIdMaxLength);
        opportunity.Property(o => o.Number).HasMaxLength(Opportunity.NumberMaxLength);
        opportunity.Property(o => o.Title).HasMaxLength(Opportunity.TitleMaxLength);
        opportunity.Property(o => o.Description).HasMaxLength(Opportunity.DescriptionMaxLength);
        opportunity.Property(o => o.FieldText).HasMaxLength(Opportunity.ShortNoteMaxLength);
        opportunity.Property(o => o.Subfield).HasMaxLength(Opportunity.ShortNoteMaxLength);
        opportunity.Property(o => o.Technologies).HasColumnType("text[]");
        opportunity.Property(o => o.Cooperation).HasMaxLength(Opportunity.NoteMaxLength);
        opportunity.Property(o => o.Investment).HasMaxLength(Opportunity.ShortNoteMaxLength);
        opportunity.Property(o => o.BudgetMinimum).HasPrecision(12, 4);
        opportunity.Property(o => o.BudgetMaximum).HasPrecision(12, 4);
        opportunity.Property(o => o.BudgetNote).HasMaxLength(Opportunity.ShortNoteMaxLength);
        opportunity.Property(o => o.DeadlineNote).HasMaxLength(Opportunity.ShortNoteMaxLength);
        opportunity.Property(o => o.AcceptanceCriteria).HasMaxLength(Opportunity.NoteMaxLength);
        opportunity.Property(o => o.Contact).HasMaxLength(Opportunity.ShortNoteMaxLength);
        opportunity.Property(o => o.EndingNote).HasMaxLength(Opportunity.EndingNoteMaxLength);
        opportunity.Property(o => o.Conditions).HasJsonConversion();
        opportunity.Property(o => o.Revision).IsConcurrencyToken();
        opportunity.Ignore(o => o.Budget);
        opportunity.Ignore(o => o.Need);
        opportunity.Ignore(o => o.ClosesAt);

        opportunity.HasOne<Scenario>().WithMany().HasForeignKey(o => o.ScenarioId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasOne<Organisation>().WithMany().HasForeignKey(o => o.PublisherId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasOne<Field>().WithMany().HasForeignKey(o => o.FieldCode).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasOne<Showcase>().WithMany().HasForeignKey(o => o.ShowcaseId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasOne<JointDemand>().WithOne().HasForeignKey<Opportunity>(o => o.DemandId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasIndex(o => o.ShowcaseId).HasFilter("showcase_id IS NOT NULL");
        opportunity.HasIndex(o => o.Number).IsUnique();
        opportunity.HasIndex(o => new { o.Title, o.PublisherId });
        opportunity.HasIndex(o => o.ExternalId).IsUnique();
        opportunity.HasIndex(o => o.Deadline).HasFilter("status = 'Released'");
        opportunity.ToTable(t => t.HasCheckConstraint("ck_opportunities_budget", "budget_minimum > 0 AND budget_maximum > 0 AND budget_minimum <= budget_maximum"));

        opportunity.OwnsMany(o => o.Addenda, addendum => addendum.KeepIn("opportunity_addenda", "OpportunityId"));
    }
}
