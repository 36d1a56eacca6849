using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>What a view holds when it is sent: every input block, touched or not.</summary>
public static class FormState
{
    /// <param name="typed">By block; what is not named stays as the view has it. A null empties the field.</param>
    public static JsonObject Of(JsonObject view, IReadOnlyDictionary<string, string?> typed)
    {
        var values = new JsonObject();
        foreach (var block in Inputs(view))
        {
            var (id, element) = (Text(block, "block_id"), block["element"]!.AsObject());
            values[id] = new JsonObject { [Text(element, "action_id")] = Value(element, typed, id) };
        }

        return new JsonObject { ["values"] = values };
    }

    /// <summary>The blocks in which something can be chosen or typed.</summary>
    public static IEnumerable<JsonObject> Inputs(JsonObject view) => view["blocks"]!.AsArray().OfType<JsonObject>().Where(block => Text(block, "type") == "input");

    private static JsonObject Value(JsonObject element, IReadOnlyDictionary<string, string?> typed, string id)
    {
        var (type, isTouched) = (Text(element, "type"), typed.TryGetValue(id, out var value));
        return type switch
        {
            "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" =>
                new JsonObject { ["type"] = type, ["value"] = (isTouched ? value : element["initial_value"]?.GetValue<string>()) is { Length: > 0 } text ? text : null },
            "radio_buttons" or "static_select" =>
                new JsonObject { ["type"] = type, ["selected_option"] = (isTouched ? value is null ? null : Option(element, value) : element["initial_option"])?.DeepClone() },
            "checkboxes" or "multi_static_select" => new JsonObject
            {
                ["type"] = type,
                ["selected_options"] = isTouched ? new JsonArray([.. (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => Option(element, one).DeepClone())]) : element["initial_options"]?.DeepClone() ?? new JsonArray(),
            },
            _ => throw new NotSupportedException($"This fake does not fill in {type}."),
        };
    }

    /// <summary>One of the options, by its value.</summary>
    public static JsonNode Option(JsonObject element, string value) =>
        element["options"]!.AsArray().SingleOrDefault(option => option!["value"]!.GetValue<string>() == value) ?? throw new InvalidOperationException($"There is no option {value} in {element.ToJsonString()}");

    private static string Text(JsonObject node, string name) => node[name]?.GetValue<string>() ?? "";
}
