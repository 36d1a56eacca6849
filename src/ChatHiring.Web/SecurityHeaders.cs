using Microsoft.AspNetCore.Http;

namespace ChatHiring.Web;

/// <summary>Pages hold personal data: nothing is cached, framed or loaded from elsewhere, and no script of somebody's evidence runs.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = context.Request.Path.StartsWithSegments("/assets") ? "no-cache" : "no-store";
        return next(context);
    }
}
