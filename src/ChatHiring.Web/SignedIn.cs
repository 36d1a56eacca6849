using System.Security.Claims;
using ChatHiring.People;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Web;

/// <summary>Who is signed in on the web.</summary>
public static class SignedIn
{
    /// <summary>The role claim of an administrator.</summary>
    public const string Administrator = "administrator";

    internal const string Cookie = "chathiring";

    /// <summary>Null when nobody is signed in.</summary>
    public static PersonId? Person(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new PersonId(id) : null;

    /// <summary>How many people the layout offers for a change of person; the sign-in page offers all.</summary>
    internal const int MostInStrip = 12;

    /// <summary>Whether a browser says that another site sent this. Stands in for the token where a change of person outdates it.</summary>
    // Not by Origin: pages are sent with no-referrer, so a browser says Origin: null of its own forms.
    internal static bool IsFromElsewhere(this HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    internal static ClaimsPrincipal As(PersonLink person, string scheme)
    {
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.Name, person.Name) };
        if (person.IsAdministrator)
            claims.Add(new Claim(ClaimTypes.Role, Administrator));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }
}
