using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.UnitTests.Capabilities;

/// <summary>Certificates end, are renewed, and count in matching until the portal has noted their end.</summary>
public sealed class CertificateTests
{
    /// <summary>The last minute of 31 December 2026 in Shanghai.</summary>
    private static readonly DateTimeOffset Now = new(2026, 12, 31, 15, 59, 0, TimeSpan.Zero);
    private static readonly Certificate Ended = new() { Name = "等保三级", ValidUntil = new(2025, 3, 1) };
    private static readonly Certificate Ending = new() { Name = "ISO9001", ValidUntil = new(2026, 12, 31) };
    private static readonly Certificate Later = new() { Name = "ISO27001", ValidUntil = new(2027, 6, 30) };
    private static readonly Certificate Endless = new() { Name = "高新技术企业" };

    [Fact]
    public void A_last_day_still_holds_and_is_announced_sixty_days_before()
    {
        Assert.False(Ending.HasExpired(new(2026, 12, 31)));
        Assert.True(Ending.HasExpired(new(2027, 1, 1)));
        Assert.Equal([false, true, true, false], new DateOnly[] { new(2026, 10, 31), new(2026, 11, 1), new(2026, 12, 31), new(2027, 1, 1) }.Select(Ending.EndsSoon));
        Assert.False(Endless.HasExpired(DateOnly.MaxValue));
    }

    [Fact]
    public void What_has_ended_is_not_counted_and_what_ends_later_until_it_is_noted()
    {
        var capability = Published(Ended, Ending, Later, Endless);
        Assert.Equal([Ending, Later, Endless], capability.CountedCertificates);
        Assert.Throws<RuleBrokenException>(() => capability.EndCertificates(Now));
        var revision = capability.Revision;

        capability.EndCertificates(Now.AddMinutes(1));

        Assert.Equal([Later, Endless], capability.CountedCertificates);
        Assert.Equal((Later.ValidUntil, revision + 1), (capability.CertificateEndsOn, capability.Revision));
        capability.EndCertificates(Now.AddYears(1));
        Assert.Equal([Endless], capability.CountedCertificates);
        Assert.Null(capability.CertificateEndsOn);
    }

    [Fact]
    public void A_later_day_is_taken_over_for_the_same_name_and_nothing_else()
    {
        var capability = Published(Ended, Later, Endless);
        var renewed = Ended with { Number = "7", ValidUntil = new(2028, 1, 1) };

        Assert.False(capability.Renew([Later with { ValidUntil = new(2027, 1, 1) }, Endless with { ValidUntil = new(2030, 1, 1) }, Ending], InWords, Now));
        Assert.True(capability.Renew([renewed, Ending], InWords, Now));

        Assert.Equal([renewed, Later, Endless], capability.Certificates);
        Assert.Equal([renewed, Later, Endless], capability.CountedCertificates);
        var addendum = Assert.Single(capability.Addenda);
        Assert.Equal(("等保三级 2025、ISO27001 2027、高新技术企业 ", "等保三级 2028、ISO27001 2027、高新技术企业 "), (addendum.Before, addendum.After));
        Assert.Equal([nameof(Capability.Certificates)], addendum.Parts);
    }

    [Fact]
    public void Certificates_and_capacity_are_part_of_what_is_said()
    {
        var offer = Offer(Endless);

        Assert.True(offer.SaysTheSameAs(Offer(Endless with { })));
        Assert.False(offer.SaysTheSameAs(Offer(Endless with { Number = "7" })));
        Assert.False(offer.SaysTheSameAs(offer with { ProjectsAtOnce = 3 }));
        Assert.All([0, 1000], n => Assert.Throws<RuleBrokenException>(() => new Capability(null, offer with { ProjectsAtOnce = n }, Now)));
        Assert.Throws<RuleBrokenException>(() => new Capability(null, Offer(new Certificate { Name = "" }), Now));
        Assert.Throws<RuleBrokenException>(() => new Capability(null, Offer([.. Enumerable.Range(0, 31).Select(i => new Certificate { Name = $"{i}" })]), Now));
    }

    [Fact]
    public void A_profile_that_states_less_keeps_what_it_has_until_it_is_described_anew()
    {
        var company = new Organisation("青禾水域机器人有限公司", OrganisationKind.Company);
        company.Complete(new OrganisationDetails { Certificates = [Endless], ServiceRegionCodes = ["110000"], Website = "https://qinghe.example" });

        Assert.False(company.Complete(new OrganisationDetails()));
        Assert.Throws<RuleBrokenException>(() => company.Describe(new OrganisationDetails { Website = "javascript:alert(1)" }));
        Assert.True(company.Describe(new OrganisationDetails()));

        Assert.Equal((0, 0, (string?)null), (company.Certificates.Count, company.ServiceRegionCodes.Count, company.Website));
    }

    private static Capability Published(params Certificate[] certificates)
    {
        var capability = new Capability(Guid.CreateVersion7(), Offer(certificates), Now);
        capability.Submit(Now);
        capability.Publish(null, Now);
        return capability;
    }

    private static string InWords(IReadOnlyList<Certificate> certificates) => string.Join('、', certificates.Select(c => $"{c.Name} {c.ValidUntil?.Year}"));

    private static Offer Offer(params Certificate[] certificates) => new() { Title = "无人机", Description = "森林防火", Certificates = certificates };
}
