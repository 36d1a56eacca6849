using System.Reflection;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>The shape of messages and views as Slack's own types have it; see <c>block-kit.schema.md</c>.</summary>
public static class BlockKitSchema
{
    private static readonly JsonSchema _all = Read();

    /// <param name="message">Its <c>text</c> and <c>blocks</c>, and nothing else.</param>
    /// <returns>What does not fit; empty when all does.</returns>
    public static IReadOnlyList<string> FaultsOfMessage(JsonNode message) => Faults("Message", message);

    public static IReadOnlyList<string> FaultsOfView(JsonNode view) => Faults("View", view);

    private static IReadOnlyList<string> Faults(string definition, JsonNode node) =>
        [.. new ByType().Validate(node.ToJsonString(), _all.Definitions[definition]).SelectMany(Innermost).Distinct()];

    // Of an `anyOf` the branch that is meant says most: the one that has the type right.
    private static IEnumerable<string> Innermost(ValidationError fault) => fault is ChildSchemaValidationError { Errors: { Count: > 0 } branches }
        ? branches.Values.OrderBy(errors => errors.Any(error => error.Path?.EndsWith(".type", StringComparison.Ordinal) == true)).ThenBy(errors => errors.Count).First().SelectMany(Innermost)
        : [$"{fault.Kind} at {fault.Path}"];

    private static JsonSchema Read()
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("block-kit.schema.json") ?? throw new InvalidOperationException("The schema is not in the assembly."));
        return JsonSchema.FromJsonAsync(file.ReadToEnd()).GetAwaiter().GetResult();
    }
}
