using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>Validates an object of a union against the one branch that has its <c>type</c>: faster by far, and the fault is named rather than all branches.</summary>
internal sealed class ByType : JsonSchemaValidator
{
    protected override ICollection<ValidationError> Validate(JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        var union = schema.ActualSchema;
        return token is JObject named && union.AnyOf.Count > 1 && named["type"]?.ToString() is { } type && Branch(union, type) is { } branch
            ? base.Validate(token, branch, schemaType, propertyName, propertyPath)
            : base.Validate(token, schema, schemaType, propertyName, propertyPath);
    }

    // A union may hold unions. Where two branches have the type, as text objects of options do, the whole union is asked.
    private static JsonSchema? Branch(JsonSchema union, string type)
    {
        var found = Branches(union).Where(branch => branch.Properties.TryGetValue("type", out var of) && of.ActualSchema.Enumeration.Contains(type)).Take(2).ToList();
        return found is [var one] ? one : null;
    }

    private static IEnumerable<JsonSchema> Branches(JsonSchema schema) => schema.ActualSchema.AnyOf.Count > 0 ? schema.ActualSchema.AnyOf.SelectMany(Branches) : [schema.ActualSchema];
}
