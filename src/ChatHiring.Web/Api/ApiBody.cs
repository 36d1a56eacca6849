using System.Text;
using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.LoopFiles;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChatHiring.Web.Api;

/// <summary>The text of a request, or why it is none.</summary>
internal sealed record ApiBody(string? Text, ApiProblem Problem)
{
    public const string Json = "application/json";

    /// <summary>RFC 9512.</summary>
    public const string Yaml = "application/yaml";

    // As deep as the reader of files looks before it says that this is too deep.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    public static async Task<ApiBody> Read(HttpRequest request, Wording words, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !IsKnown(type))
            return No(StatusCodes.Status415UnsupportedMediaType, words.Say("api.other-type"));
        var bytes = new byte[ImportLoops.LargestFile + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (length > ImportLoops.LargestFile)
            return No(StatusCodes.Status413PayloadTooLarge, words.Say("api.too-large"));
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return type.MediaType == Json && WhyNoJson(text) is { } line
            ? No(StatusCodes.Status400BadRequest, words.Say("api.no-json", ("line", line)))
            : new ApiBody(text, ApiProblem.None);
    }

    private static bool IsKnown(MediaTypeHeaderValue type) =>
        (type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals(Yaml, StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Encoding is UTF8Encoding);

    /// <summary>The line on which the text stops being JSON; null when it is JSON.</summary>
    private static long? WhyNoJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(text.StartsWith('\uFEFF') ? 1 : 0), Options);
            return null;
        }
        catch (JsonException broken)
        {
            return (broken.LineNumber ?? 0) + 1;
        }
    }

    private static ApiBody No(int status, string sentence) => new(null, ApiProblem.Of(status, sentence));
}
