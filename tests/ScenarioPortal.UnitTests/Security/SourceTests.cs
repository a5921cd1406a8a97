using System.Text.RegularExpressions;
using ScenarioPortal.UnitTests.Localisation;
using Xunit;

namespace ScenarioPortal.UnitTests.Security;

/// <summary>What is nowhere in the source, because it would be a hole.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(")]
    [InlineData(@"localStorage|sessionStorage|indexedDB|document\.cookie")]
    [InlineData(@"onpaste|https?://")]
    public void Scripts_write_no_markup_keep_nothing_and_call_nobody(string forbidden) => AssertNowhere(forbidden, Repository.Files("src/ScenarioPortal.Web/wwwroot/js", ".js"));

    [Theory]
    [InlineData(@"Html\.Raw|new HtmlString\(|SetHtmlContent\(|AppendHtml\((?!""</?mark>""\)|[a-z]+\)|[A-Za-z.]+\()")]
    [InlineData(@"\son[a-z]+\s*=\s*""|<script>|<style|style\s*=\s*""|javascript:")]
    [InlineData(@"onpaste|oncopy|autocomplete=""off""[^>]*type=""password""|type=""password""[^>]*autocomplete=""off""")]
    public void Pages_have_no_raw_markup_no_inline_script_and_let_people_paste(string forbidden) => AssertNowhere(forbidden, Repository.Files("src/ScenarioPortal.Web/Pages", ".cshtml", ".cs"));

    [Fact]
    public void Every_password_field_is_masked_and_known_to_password_managers()
    {
        var fields = Repository.Files("src/ScenarioPortal.Web/Pages", ".cshtml").SelectMany(f => Regex.Matches(File.ReadAllText(f), @"<input[^>]*asp-for=""[^""]*Password""[^>]*>")).Select(m => m.Value).ToList();

        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Contains("type=\"password\"", field, StringComparison.Ordinal));
        Assert.All(fields, field => Assert.Matches("autocomplete=\"(current|new)-password\"", field));
    }

    [Fact]
    public void Statements_are_never_put_together_from_text() => AssertNowhere(@"FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw", Sources());

    [Fact]
    public void Nothing_is_read_that_could_name_its_own_type() => AssertNowhere(@"BinaryFormatter|TypeNameHandling|NetDataContractSerializer|SoapFormatter|JavaScriptSerializer", Sources());

    /// <summary>HMAC-SHA-1 stays for the codes of authenticator apps, which know nothing else; as such it is sound.</summary>
    [Fact]
    public void No_weak_cipher_hash_or_chance_is_used() => AssertNowhere(@"\bMD5\b|(?<!HMAC)SHA1\b|\bECB\b|TripleDES|\bDES\b|\bRC2\b|Pkcs1\b|new Random\(|Random\.Shared", Sources());

    [Fact]
    public void The_portal_calls_no_other_machine_for_anybody() =>
        AssertNowhere(@"HttpClient|WebRequest|TcpClient|WebClient", Sources().Where(f => !f.EndsWith("PortalCommands.cs", StringComparison.Ordinal) && !f.EndsWith("EmbeddingClient.cs", StringComparison.Ordinal)));

    [Fact]
    public void No_address_or_question_by_which_somebody_could_be_recovered_is_asked() => AssertNowhere(@"SecretQuestion|SecurityQuestion|密保|密码提示", Repository.Files("src", ".cs", ".cshtml"));

    private static IEnumerable<string> Sources() => Repository.Files("src", ".cs").Where(f => !f.Contains("Migrations", StringComparison.Ordinal));

    private static void AssertNowhere(string forbidden, IEnumerable<string> files)
    {
        var looked = files.ToList();
        Assert.NotEmpty(looked);
        Assert.Empty(looked.Where(f => Regex.IsMatch(File.ReadAllText(f), forbidden)).Select(Repository.NameOf));
    }
}
