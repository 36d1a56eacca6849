using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>What people press, choose and type.</summary>
internal static class ElementRules
{
    private const int LongestId = 255;

    private static readonly string[] _choices = ["static_select", "multi_static_select", "radio_buttons", "checkboxes", "overflow"];

    private static readonly string[] _lookUps =
    [
        "external_select", "multi_external_select", "users_select", "multi_users_select", "conversations_select", "multi_conversations_select", "channels_select", "multi_channels_select",
    ];

    private static readonly string[] _dates = ["datepicker", "timepicker", "datetimepicker"];

    private static readonly string[] _typed = ["plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input", "file_input"];

    public static readonly string[] InActions = ["button", .. _choices, .. _lookUps, .. _dates, "workflow_button", "rich_text_input"];

    public static readonly string[] InSections = ["button", "image", .. _choices, .. _lookUps, .. _dates, "workflow_button"];

    public static readonly string[] InInputs = [.. _choices.Where(type => type != "overflow"), .. _lookUps, .. _dates, .. _typed];

    public static void Check(Walk element)
    {
        element.Length("action_id", LongestId);
        TextRules.Confirm(element);
        if (element.Has("placeholder"))
            TextRules.Plain(element, "placeholder", 150);
        switch (element.Type)
        {
            case "button":
                TextRules.Plain(element, "text", 75);
                element.Length("value", 2000);
                element.Length("url", 3000);
                element.Length("accessibility_label", 75);
                break;
            case "image":
                Image(element);
                break;
            case "plain_text_input":
                Typed(element);
                break;
            case "number_input":
                Number(element);
                break;
            default:
                Choice(element);
                break;
        }
    }

    public static void Image(Walk image)
    {
        image.Length("image_url", 3000, needed: !image.Has("slack_file"));
        image.Length("alt_text", 2000, needed: true);
    }

    private static void Typed(Walk element)
    {
        var (least, most) = (element.Number("min_length") ?? 0, element.Number("max_length") ?? TextRules.Usual);
        if (least is < 0 or > 3000)
            element.At("min_length").Say(least < 0 ? "must be greater than or equal to 0" : "must be less than or equal to 3000");
        if (most is < 1 or > 3000)
            element.At("max_length").Say(most < 1 ? "must be greater than or equal to 1" : "must be less than or equal to 3000");
        if (most < least)
            element.At("max_length").Say("must be greater than or equal to min_length");
        element.Length("initial_value", Math.Min(most, TextRules.Usual), least: 0);
    }

    private static void Number(Walk element)
    {
        if (!element.Has("is_decimal_allowed"))
            element.Say("missing required field: is_decimal_allowed");
        foreach (var name in (string[])["min_value", "max_value", "initial_value"])
            if (element.Has(name) && element.Text(name) is null)
                element.At(name).Say("must be a string");
    }

    private static void Choice(Walk element)
    {
        if (element.Has("max_selected_items") && element.Number("max_selected_items") is null or < 1)
            element.At("max_selected_items").Say("must be greater than or equal to 1");
        if (!_choices.Contains(element.Type))
            return;
        var isSelect = element.Type.EndsWith("static_select", StringComparison.Ordinal);
        if (isSelect && element.Has("option_groups"))
            Groups(element);
        else
            element.Count("options", element.Type switch { "overflow" => 5, _ when isSelect => 100, _ => 10 });
        foreach (var option in element.All("options"))
            TextRules.Option(option, mayBeMrkdwn: element.Type is "radio_buttons" or "checkboxes");
        Chosen(element);
    }

    private static void Groups(Walk element)
    {
        if (element.Has("options"))
            element.Say("must define either `options` or `option_groups`, not both");
        element.Count("option_groups", 100);
        foreach (var group in element.All("option_groups"))
        {
            TextRules.Plain(group, "label", 75);
            group.Count("options", 100);
            foreach (var option in group.All("options"))
                TextRules.Option(option, mayBeMrkdwn: false);
        }
    }

    // What is chosen from the start has to be one of the options, in every letter.
    private static void Chosen(Walk element)
    {
        var options = element.All("options").Concat(element.All("option_groups").SelectMany(group => group.All("options"))).Select(option => option.Node).ToList();
        var chosen = element.All("initial_options").ToList();
        if (element.Has("initial_option"))
            chosen.Add(element.At("initial_option"));
        foreach (var one in chosen.Where(one => !options.Exists(option => JsonNode.DeepEquals(option, one.Node))))
            one.Say("`initial_option` must match one of the options");
    }
}
