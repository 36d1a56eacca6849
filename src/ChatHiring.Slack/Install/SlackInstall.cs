using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack.Install;

/// <summary>
/// Installs the app through OAuth: an administrator is sent to Slack and comes back with a code. Who they are travels in the sealed
/// state, since a browser that comes from another site brings no sign-in; a cookie ties the state to the browser that asked for it.
/// </summary>
internal sealed class SlackInstall(IOptions<SlackOptions> options, PublicAddress address, SlackOAuth oauth, SlackTokens tokens, IDataProtectionProvider protection, Wording words)
{
    private const string Cookie = "ChatHiring.SlackInstall";
    private const string Return = "/slack/oauth";

    /// <summary>As long as Slack's code lives.</summary>
    private static readonly TimeSpan StateLives = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("ChatHiring.Slack.Install").ToTimeLimitedDataProtector();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/slack/install", (HttpContext context, SlackInstall install) => install.Begin(context)).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet(Return, (HttpContext context, SlackInstall install) => install.End(context)).AllowAnonymous().ExcludeFromDescription();
    }

    private IResult Begin(HttpContext context)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var person = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        context.Response.Cookies.Append(Cookie, nonce, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = Return, MaxAge = StateLives });
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["client_id"] = options.Value.ClientId,
            ["scope"] = string.Join(',', SlackScopes.Asked),
            ["redirect_uri"] = RedirectUri(context),
            ["state"] = _seal.Protect($"{person}:{nonce}", StateLives),
        });
        return Results.Redirect(new Uri(options.Value.Api, "/oauth/v2/authorize") + query.ToUriComponent());
    }

    private async Task<IResult> End(HttpContext context)
    {
        if (PersonOf(context) is not { } person || context.Request.Query["code"] is not [{ Length: > 0 } code])
            return Say("slack.install-refused", StatusCodes.Status400BadRequest);
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = Return });
        // Slack gives it once: a browser that leaves takes nothing with it.
        if (await oauth.Exchange(code, RedirectUri(context), CancellationToken.None) is not { } grant)
            return Say("slack.install-refused", StatusCodes.Status400BadRequest);
        return await tokens.Keep(person, grant, CancellationToken.None)
            ? Say("slack.installed", StatusCodes.Status200OK)
            : Say("slack.install-not-yours", StatusCodes.Status404NotFound);
    }

    private PersonId? PersonOf(HttpContext context)
    {
        try
        {
            var state = _seal.Unprotect(context.Request.Query["state"].ToString()).Split(':');
            var nonce = context.Request.Cookies[Cookie] ?? "";
            return state is [var person, var sent] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(nonce)) && Guid.TryParse(person, out var id)
                ? new PersonId(id)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string RedirectUri(HttpContext context) =>
        new Uri(address.Told ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}"), Return).AbsoluteUri;

    private IResult Say(string word, int status) => Results.Text(words.Say(word), "text/plain", Encoding.UTF8, status);
}
