using Microsoft.Extensions.Configuration;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.UnitTests.Hosting;

public sealed class StartUpChecksTests
{
    private const string Owner = "Host=db.example;Database=portal;Username=owner;Password=7c1f0be2;SSL Mode=VerifyFull";
    private const string Application = "Host=db.example;Database=portal;Username=application;Password=9a40d1e7;SSL Mode=VerifyFull";
    private const string Socket = "Host=/var/run/postgresql;Database=portal;Username=owner;Password=7c1f0be2";

    [Theory]
    [InlineData("AllowedHosts=*")]
    [InlineData("AllowedHosts=*|urls=http://127.0.0.1:5080")]
    [InlineData("AllowedHosts=*|urls=http://localhost:5080;https://[::1]:5081")]
    [InlineData("AllowedHosts=portal.example;127.0.0.1|urls=http://+:8080")]
    [InlineData("AllowedHosts=*|ConnectionStrings:Portal=" + Socket)]
    [InlineData("AllowedHosts=*|ConnectionStrings:Portal=Host=127.0.0.1;Username=owner;Password=7c1f0be2")]
    [InlineData("AllowedHosts=portal.example|urls=http://*:80|Transport:TrustedProxies:0=10.1.0.0/16|ConnectionStrings:Portal=" + Owner + "|ConnectionStrings:PortalApplication=" + Application)]
    public void Safe_settings_start(string settings) => StartUpChecks.Require(Read(settings), isDevelopment: false);

    [Theory]
    [InlineData("AllowedHosts=*|urls=http://+:8080", "AllowedHosts")]
    [InlineData("AllowedHosts=*|urls=http://0.0.0.0:8080", "AllowedHosts")]
    [InlineData("AllowedHosts=*|urls=http://127.0.0.1:80;http://10.0.0.7:80", "AllowedHosts")]
    [InlineData("AllowedHosts=portal.example;*|urls=http://[::]:8080", "AllowedHosts")]
    [InlineData("urls=http://portal.example", "AllowedHosts")]
    [InlineData("AllowedHosts=*|http_ports=8080", "AllowedHosts")]
    [InlineData("AllowedHosts=*|Kestrel:Endpoints:Https:Url=https://*:443", "AllowedHosts")]
    [InlineData("Transport:TrustedProxies:0=0.0.0.0/0", "TrustedProxies")]
    [InlineData("Transport:TrustedProxies:0=everybody", "TrustedProxies")]
    [InlineData("ConnectionStrings:Portal=" + Owner, "PortalApplication")]
    [InlineData("ConnectionStrings:Portal=Host=10.0.0.7;Username=owner;Password=7c1f0be2|ConnectionStrings:PortalApplication=" + Application, "SSL Mode=VerifyFull")]
    [InlineData("ConnectionStrings:Portal=Host=10.0.0.7;Username=owner;Password=7c1f0be2;SSL Mode=Require|ConnectionStrings:PortalApplication=" + Application, "SSL Mode=VerifyFull")]
    [InlineData("ConnectionStrings:Portal=" + Owner + "|ConnectionStrings:PortalApplication=Host=127.0.0.1,10.0.0.8:5433;Username=application;Password=9a40d1e7", "10.0.0.8")]
    [InlineData("ConnectionStrings:Portal=" + Owner + "|ConnectionStrings:PortalApplication=" + Owner, "as the owner")]
    [InlineData("ConnectionStrings:Portal=" + Socket + ";No Reset On Close=true", "No Reset On Close")]
    [InlineData("ConnectionStrings:Portal=Host=127.0.0.1;Username=owner;Password=postgres", "password")]
    [InlineData("ConnectionStrings:Portal=Host=127.0.0.1;Username=owner;Password=owner", "password")]
    [InlineData("ConnectionStrings:Portal=nonsense", "cannot be read")]
    public void Unsafe_settings_do_not_start_and_are_named(string settings, string named)
    {
        var refusal = Assert.Throws<UnsafeSettingsException>(() => StartUpChecks.Require(Read(settings), isDevelopment: false));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("7c1f0be2", refusal.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Read(string settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split('|').Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => (string?)s[1])).Build();
}
