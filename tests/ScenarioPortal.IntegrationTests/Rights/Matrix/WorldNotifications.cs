using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What an owner of company A watches, was told, and could stop.</summary>
internal static class WorldNotifications
{
    public static void AddTo(WorldBuilder world, Opportunity need)
    {
        var owner = world.World.Actors["owner-a"].Account!.Id;
        var title = world.Secret("消息标题", "owner-a");
        var notification = new Notification(owner, NotificationKind.Closed, NotificationDelivery.PortalOnly, world.Now) { SubjectId = need.Id, Title = title };
        world.Add("notification of owner-a", notification, notification.Id);
        world.Name("title of notification of owner-a", title);
        world.Name("stop of owner-a", world.Service<StopLinks>().TokenOf(owner, NotificationKind.Closed));
        world.Add(new Watch(owner, need.Id, world.Now));
    }
}
