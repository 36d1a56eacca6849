using ChatHiring.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatHiring.Web.Pages;

/// <summary>A page of somebody who is signed in.</summary>
internal abstract class PersonPage : PageModel
{
    /// <summary>Who reads it: always the cookie, never a field of a form.</summary>
    protected PersonId Me => User.Person() ?? throw new InvalidOperationException("This page asks for a sign-in.");
}
