using System.Net;
using ChatHiring.Audit;
using ChatHiring.Cards;
using ChatHiring.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ChatHiring.Web.Api;

/// <summary>Who calls the API: somebody signed in, or in Development a program on this machine, which acts as the operator.</summary>
internal sealed class ApiCaller(IHostEnvironment environment, Wording words)
{
    /// <summary>Null when the caller may go on; what they may do is asked by the use case.</summary>
    public IResult? WhyNot(HttpContext context)
    {
        // A body of JSON cannot be posted by a plain form, and this is what a browser says of a script's post.
        if (context.Request.IsFromElsewhere())
            return ApiProblem.Of(StatusCodes.Status403Forbidden, words.Say("api.from-elsewhere"));
        return context.User.Person() is null && !IsOperator(context) ? ApiProblem.Of(StatusCodes.Status401Unauthorized, words.Say("api.signed-out")) : null;
    }

    public static Actor ActorOf(HttpContext context) => context.User.Person() is { } person ? Actor.Person(person) : Actor.Operator;

    // Every browser names the origin of a post, so a page of whatever site, or of a name that was pointed at this machine, is never the operator.
    private bool IsOperator(HttpContext context) =>
        environment.IsDevelopment()
        && IsLoopback(context.Connection.RemoteIpAddress)
        && (context.Request.Host.Host == "localhost" || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) && IsLoopback(host)))
        && !context.Request.Headers.ContainsKey("Origin")
        && !context.Request.Headers.ContainsKey("Sec-Fetch-Site")
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Cookies.ContainsKey(SignedIn.Cookie);

    // No address: the request never left the process.
    private static bool IsLoopback(IPAddress? address) => address is null || IPAddress.IsLoopback(address);
}
