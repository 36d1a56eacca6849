using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace ChatHiring.Web.Api;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", document =>
    {
        document.AddDocumentTransformer((described, _, _) =>
        {
            described.Info = new OpenApiInfo { Title = "ChatHiring", Version = "v1", Description = "Set up interview loops from another program. No card, score or evidence is read or written here." };
            // Wherever the host is reached.
            described.Servers = [];
            return Task.CompletedTask;
        });
        document.AddSchemaTransformer(Describe);
    });

    private static async Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (context.JsonTypeInfo.Type == typeof(PersonOrAddress))
            await DescribeEither(schema, context, cancel);
        else if (schema.Properties is { Count: > 0 })
            // An unknown key is a fault: a slip of the pen must not be silently ignored.
            schema.AdditionalPropertiesAllowed = false;
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(WordsAttribute), inherit: false) is [WordsAttribute words])
            Of(schema).Enum = [.. words.All.Select(word => (JsonNode)word)];
    }

    private static async Task DescribeEither(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var person = await context.GetOrCreateSchemaAsync(typeof(PersonBody), cancellationToken: cancel);
        person.AdditionalPropertiesAllowed = false;
        (schema.Type, schema.Properties) = (null, null);
        schema.AnyOf = [new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 254, Description = "An e-mail address." }, person];
    }

    private static OpenApiSchema Of(OpenApiSchema schema) => schema.Items is OpenApiSchema item ? item : schema;
}
