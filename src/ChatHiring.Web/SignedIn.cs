using System.Security.Claims;
using ChatHiring.People;

namespace ChatHiring.Web;

/// <summary>Who is signed in on the web.</summary>
public static class SignedIn
{
    /// <summary>The role claim of an administrator.</summary>
    public const string Administrator = "administrator";

    /// <summary>Null when nobody is signed in.</summary>
    public static PersonId? Person(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new PersonId(id) : null;

    internal static ClaimsPrincipal As(PersonLink person, string scheme)
    {
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.Name, person.Name) };
        if (person.IsAdministrator)
            claims.Add(new Claim(ClaimTypes.Role, Administrator));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }
}
