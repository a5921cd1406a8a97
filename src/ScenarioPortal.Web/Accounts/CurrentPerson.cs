using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Who makes the request; outside of requests, and before anybody has signed in, a visitor.</summary>
internal sealed class CurrentPerson(IHttpContextAccessor http)
{
    public Person Person => http.HttpContext?.Person ?? Person.Visitor;
}

internal static class PersonOfRequest
{
    extension(HttpContext context)
    {
        public Person Person => context.Features.Get<Person>() ?? Person.Visitor;
    }
}
