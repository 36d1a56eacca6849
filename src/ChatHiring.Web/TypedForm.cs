using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatHiring.Web;

/// <summary>
/// Reads a form as it was typed. The framework's own reader refuses a whole form for one U+0000 in it; here such a character is a
/// fault of its field like any other that nobody can see, and the rest is saved.
/// </summary>
internal sealed class TypedForm(HttpRequest request) : IFormFeature
{
    // A score form has four fields an item.
    private const int MostFields = 1024;

    private Task<IFormCollection>? _reading;

    public bool HasFormContentType => true;

    public IFormCollection? Form { get; set; }

    public static Task Use(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
            context.Features.Set<IFormFeature>(new TypedForm(context.Request));
        return next(context);
    }

    public IFormCollection ReadForm() => Form ?? throw new InvalidOperationException("The form has not been read yet.");

    public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) =>
        Form is { } form ? Task.FromResult(form) : _reading ??= Read(cancellationToken);

    private async Task<IFormCollection> Read(CancellationToken cancel)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync(cancel);
        if (body.AsSpan().Count('&') >= MostFields)
            throw new InvalidDataException("The form has too many fields.");
        return Form = new FormCollection(QueryHelpers.ParseQuery(body));
    }
}
