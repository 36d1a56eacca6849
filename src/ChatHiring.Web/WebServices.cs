using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Demo;
using ChatHiring.Storage;
using ChatHiring.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace ChatHiring.Web;

/// <summary>Registers the web platform and puts it into the pipeline.</summary>
public static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddSingleton<IChatPlatform, WebPosts>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Cookie);
        services.AddAuthorization();
        services.AddSingleton<ApiCaller>();
        services.AddApiDocument();
        services.AddRazorPages(pages => pages.Conventions.AuthorizeFolder("/").AllowAnonymousToPage("/SignIn").AllowAnonymousToPage("/SignOut").AllowAnonymousToFolder("/Demo").AllowAnonymousToPage("/Error"))
            .AddMvcOptions(mvc => mvc.Filters.Add<OutdatedForm>());
        return services;
    }

    /// <param name="isReady">Whether the database is there. Until it is, every page says so and hands typed text back.</param>
    public static void UseWeb(this WebApplication app, Func<bool> isReady)
    {
        app.UseMiddleware<WebErrors>();
        app.UseMiddleware<SecurityHeaders>();
        app.Use(TypedForm.Use);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new EmbeddedFileProvider(typeof(WebServices).Assembly, "ChatHiring.Web.Assets"),
            RequestPath = "/assets",
        });
        app.Use((context, next) => isReady() || HasItsOwnAnswer(context.Request.Path)
            ? next(context)
            : throw new StorageUnavailableException("The database does not answer yet."));
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseWhen(context => ApiProblem.IsAsked(context) && !HasItsOwnAnswer(context.Request.Path), api => api.UseStatusCodePages(unanswered =>
            ApiProblem.OfStatus(unanswered.HttpContext.Response.StatusCode, app.Services.GetRequiredService<Wording>()).ExecuteAsync(unanswered.HttpContext)));
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapLoopsApi();
        app.MapOpenApi();
    }

    // Health says what is missing; a chat service is told in its own way.
    private static bool HasItsOwnAnswer(PathString path) => path.StartsWithSegments("/healthz") || path.StartsWithSegments("/slack") || path.StartsWithSegments("/api/messages");

    private static void Cookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = SignedIn.Cookie;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/error/404";
        cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
        var toSignIn = cookie.Events.OnRedirectToLogin;
        // A redirect would lose what was posted.
        cookie.Events.OnRedirectToLogin = login => HttpMethods.IsPost(login.Request.Method)
            ? FailedPage.Write(login.HttpContext, StatusCodes.Status401Unauthorized, null)
            : ToDemo(login, toSignIn);
    }

    // Somebody who opens the printed address for the first time: a list of names would not tell them what to do.
    private static async Task ToDemo(RedirectContext<CookieAuthenticationOptions> login, Func<RedirectContext<CookieAuthenticationOptions>, Task> toSignIn)
    {
        var demo = login.Request.Path == "/" ? login.HttpContext.RequestServices.GetService<ReadDemo>() : null;
        if (demo is not null && await demo.IsIn(login.HttpContext.RequestAborted))
            login.Response.Redirect("/demo");
        else
            await toSignIn(login);
    }
}
