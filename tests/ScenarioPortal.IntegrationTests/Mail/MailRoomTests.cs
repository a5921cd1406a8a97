using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Mail;
using ScenarioPortal.Web.Mail;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Mail;

public sealed class MailRoomTests(PortalDatabase database)
{
    [Fact]
    public async Task A_mail_is_put_into_the_folder_as_it_was_written_and_forgotten()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.SaveAsync(Mail(portal, "lin@example.cn"));

        var mail = Assert.Single(await portal.MailToAsync("lin@example.cn"));

        Assert.Equal(("主题 {{7*7}} @Model", "正文 {{7*7}}\n"), (mail.Subject, ((TextPart)mail.Body!).Text.ReplaceLineEndings("\n")));
        Assert.Equal(0, await portal.ReadAsync(db => db.Mail.CountAsync()));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_waits_longer_each_time_and_is_parked_after_five_tries()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var carrier = new BrokenCarrier();

        // Nobody but the test sends: the worker would, each time the clock moves.
        await using var broken = portal.WithWebHostBuilder(b => b.ConfigureTestServices(s =>
        {
            s.Remove(s.Single(d => d.ImplementationType == typeof(MailWorker)));
            s.AddSingleton<IMailCarrier>(carrier);
        }));
        var room = broken.Services.GetRequiredService<MailRoom>();
        await using var db = await broken.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var mail = db.Add(Mail(portal, "lin@example.cn"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        List<TimeSpan> waits = [];

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(1, await room.SendDueAsync(CancellationToken.None));
            Assert.Equal(0, await room.SendDueAsync(CancellationToken.None));
            await mail.ReloadAsync(TestContext.Current.CancellationToken);
            waits.Add(mail.Entity.DueAt - portal.Clock.GetUtcNow());
            portal.Clock.SetUtcNow(mail.Entity.DueAt);
        }

        Assert.Equal([1, 4, 16, 64, 256], waits.Select(w => w.TotalMinutes));
        Assert.NotNull(mail.Entity.ParkedAt);
        Assert.Equal(0, await room.SendDueAsync(CancellationToken.None));
        Assert.Equal(5, carrier.Tries);
    }

    private static MailMessage Mail(PortalHost portal, string to) => new()
    {
        To = to,
        Subject = "主题 {{7*7}} @Model",
        Body = "正文 {{7*7}}\n",
        CreatedAt = portal.Clock.GetUtcNow(),
        DueAt = portal.Clock.GetUtcNow()
    };

    private sealed class BrokenCarrier : IMailCarrier
    {
        public int Tries { get; private set; }

        public Task SendAsync(MimeMessage mail, CancellationToken cancellation)
        {
            Tries++;
            throw new IOException("No room.");
        }
    }
}
