using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Showcases;

namespace ScenarioPortal.Web.Writing;

/// <summary>Hands a working copy in: reads it by the rules of the lists, makes or changes the item, and keeps what it said for the reviewer.</summary>
internal sealed class HandIn(PortalDbContext db, CodeBooks codeBooks, HomeRegion home, AuditTrail audit, TimeProvider time)
{
    /// <summary>What must be mended first, each with the field it is about; none when the copy has been handed in and waits to be saved.</summary>
    public async Task<IReadOnlyList<(string Field, Reason Reason)>> RunAsync(WorkingCopy copy, Person person, CancellationToken cancellation)
    {
        var organisation = await db.Organisations.SingleAsync(o => o.Id == copy.OrganisationId, cancellation);
        if (UnknownRegion(copy) is { } unknown)
        {
            return [unknown];
        }

        var (subject, regionCode, faults) = copy.Kind is ListKind.Opportunities
            ? await NeedAsync(copy, organisation, cancellation)
            : await OfferAsync(copy, organisation, cancellation);
        if (faults.Count > 0)
        {
            return faults;
        }

        if ((regionCode ?? organisation.RegionCode) is not { } reviewedIn)
        {
            // Nobody would review it.
            return [(nameof(SheetField.Region), new Reason(HandInRefusals.NoRegion))];
        }

        var number = await db.Submissions.CountAsync(s => s.SubjectId == subject, cancellation) + 1;
        var attachments = await db.Attachments.OfCopy(copy.Id).ToListAsync(cancellation);
        audit.Note(db, Submit(db, copy, attachments, subject, number, reviewedIn, person, time.GetUtcNow()));
        return [];
    }

    /// <summary>Freezes what a copy says as a submission of its item, and gives the note for the trail.</summary>
    public static Act Submit(
        PortalDbContext db, WorkingCopy copy, IReadOnlyList<Attachment> attachments, Guid subject, int number, string? regionCode, Person person, DateTimeOffset now)
    {
        copy.HandIn(subject, now);
        foreach (var attachment in attachments)
        {
            attachment.HandIn(subject);
        }

        db.Add(new Submission(copy, subject, number, regionCode, person.AccountId!.Value, now, attachments));
        return new Act { Action = "submission.make", Organisation = copy.OrganisationId, SubjectKind = copy.Kind.ToString(), Subject = subject, Detail = new { number } };
    }

    private (string Field, Reason Reason)? UnknownRegion(WorkingCopy copy)
    {
        var region = copy.Texts.TextOf(SheetField.Region);
        return region.Length == 0 || codeBooks.Current.RegionMeantBy(region, home.Code) is not null
            ? null
            : (nameof(SheetField.Region), new Reason("没有认出这个区域。请写市、区的名称，例如“示范市云桥区”，或六位行政区划代码。"));
    }

    private async Task<Read> NeedAsync(WorkingCopy copy, Organisation organisation, CancellationToken cancellation)
    {
        var read = FormReader.Opportunity(copy.Texts.ByField());
        if (read is not ReadRow<OpportunityRow> { Row: var row })
        {
            return Read.Refused(read);
        }

        var now = time.GetUtcNow();
        var (need, setting) = (row.ToNeed(codeBooks.Current), row.ToSetting(codeBooks.Current, home, organisation.RegionCode));
        if (copy.SubjectId is not { } id)
        {
            var scenario = new Scenario(organisation.Id, setting.Name);
            scenario.Describe(setting);
            var made = new Opportunity(scenario.Id, organisation.Id, need, now);
            await FollowAsync(copy, made, cancellation);
            made.Submit(now);
            db.AddRange(scenario, made);
            return new Read(made.Id, setting.RegionCode, []);
        }

        var opportunity = await db.Opportunities.SingleAsync(o => o.Id == id, cancellation);
        var around = await db.Scenarios.SingleAsync(s => s.Id == opportunity.ScenarioId, cancellation);

        // What a list brought and no form asks for stays.
        opportunity.Describe(need with { Subfield = need.Subfield ?? (need.FieldCode == opportunity.FieldCode ? opportunity.Subfield : null) }, now);
        around.Describe(setting with { Sphere = around.Sphere });
        await FollowAsync(copy, opportunity, cancellation);
        opportunity.Submit(now);
        return new Read(id, setting.RegionCode, []);
    }

    /// <summary>What was begun from a showcase says so from now on.</summary>
    private async Task FollowAsync(WorkingCopy copy, Opportunity opportunity, CancellationToken cancellation)
    {
        if (opportunity.DemandId is null && Followed.In(copy.Texts) is { } id
            && await db.JointDemands.SingleOrDefaultAsync(d => d.Id == id && d.LeadId == copy.OrganisationId && !db.Opportunities.Any(o => o.DemandId == id), cancellation) is { } demand)
        {
            opportunity.Follow(demand.ShowcaseId, demand.Id, demand.LeadId);
        }
    }

    private async Task<Read> OfferAsync(WorkingCopy copy, Organisation organisation, CancellationToken cancellation)
    {
        var read = FormReader.Capability(copy.Texts.ByField());
        if (read is not ReadRow<CapabilityRow> { Row: var row })
        {
            return Read.Refused(read);
        }

        var now = time.GetUtcNow();
        var (region, zone) = row.ToPlace(codeBooks.Current, home);
        var offer = row.ToOffer(codeBooks.Current, home, region ?? organisation.RegionCode, zone);
        var capability = copy.SubjectId is { } id ? await db.Capabilities.SingleAsync(c => c.Id == id, cancellation) : new Capability(organisation.Id, offer, now);
        if (copy.SubjectId is null)
        {
            db.Add(capability);
        }

        capability.Describe(offer, now);
        capability.Submit(now);
        return new Read(capability.Id, offer.RegionCode, []);
    }

    private sealed record Read(Guid Subject, string? RegionCode, IReadOnlyList<(string Field, Reason Reason)> Faults)
    {
        public static Read Refused<TRow>(ReadItem<TRow> item) => new(default, null, [.. ((RefusedRow<TRow>)item).Refusals.Select(r => (r.Column ?? "", r.Reason))]);
    }
}
