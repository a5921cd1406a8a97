using System.Reflection;
using System.Runtime.CompilerServices;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Matching;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using static ArchUnitNET.Fluent.Slices.SliceRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace ScenarioPortal.UnitTests;

/// <summary>The arrows of the house: Web → Data, Matching, Exchange → Domain, and nothing sideways.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(Organisation).Assembly;
    private static readonly Assembly Matching = typeof(Matcher).Assembly;
    private static readonly Assembly Exchange = typeof(OpportunityRow).Assembly;
    private static readonly Assembly Data = typeof(PortalDbContext).Assembly;
    private static readonly Assembly Web = typeof(Program).Assembly;

    private static readonly Architecture Portal = new ArchLoader().LoadAssemblies(Domain, Matching, Exchange, Data, Web).Build();

    [Fact]
    public void The_domain_refers_to_nothing_but_the_runtime() =>
        Assert.DoesNotContain(ReferencesOf(Domain), r => !r.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void Matching_refers_to_the_domain_and_the_runtime_only() =>
        Assert.DoesNotContain(ReferencesOf(Matching), r => !r.StartsWith("System", StringComparison.Ordinal) && r != Domain.GetName().Name);

    [Fact]
    public void Matching_exchange_and_data_do_not_know_one_another_or_the_web()
    {
        foreach (var room in (Assembly[])[Matching, Exchange, Data])
        {
            var others = ((Assembly[])[Matching, Exchange, Data, Web]).Except([room]).Select(a => a.GetName().Name);
            Assert.Empty(ReferencesOf(room).Intersect(others));
        }
    }

    [Fact]
    public void Only_data_and_web_know_the_database()
    {
        foreach (var room in (Assembly[])[Domain, Matching, Exchange])
        {
            Assert.DoesNotContain(ReferencesOf(room), r => r.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || r.StartsWith("Npgsql", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Areas_of_the_domain_form_no_cycles() =>
        Holds(Slices().Matching("ScenarioPortal.Domain.(*)").Should().BeFreeOfCycles());

    [Fact]
    public void Areas_of_pages_do_not_use_one_another()
    {
        var areas = Web.GetTypes().Select(t => t.Namespace)
            .Where(n => n is not null && n.StartsWith("ScenarioPortal.Web.Pages.", StringComparison.Ordinal) && n != "ScenarioPortal.Web.Pages.Shared" && n != "ScenarioPortal.Web.Pages.Errors")
            .Distinct().ToArray();
        Assert.NotEmpty(areas);
        foreach (var area in areas)
        {
            foreach (var other in areas.Except([area]))
            {
                Holds(Types().That().ResideInNamespace(area!).Should().NotDependOnAny(Types().That().ResideInNamespace(other!)).WithoutRequiringPositiveResults());
            }
        }
    }

    [Fact]
    public void State_of_the_domain_changes_only_through_verbs() =>
        Assert.Empty(
            from type in Domain.GetExportedTypes()
            from property in type.GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Public)
            let setter = property.SetMethod
            where setter is { IsPublic: true } && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select $"{type.Name}.{property.Name}");

    [Fact]
    public void Page_models_are_sealed()
    {
        var models = Web.GetTypes().Where(t => t.IsAssignableTo(typeof(PageModel)) && !t.IsAbstract).ToArray();

        Assert.NotEmpty(models);
        Assert.DoesNotContain(models, m => !m.IsSealed);
    }

    private static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(r => r.Name!);

    private static void Holds(IArchRule rule) => Assert.True(
        rule.HasNoViolations(Portal),
        string.Join(Environment.NewLine, rule.Evaluate(Portal).Where(e => !e.Passed).Select(e => e.Description)));
}
