namespace ChatHiring.Fakes.Teams.Cards;

/// <summary>What Adaptive Cards 1.5 knows: every type with its members, as the schema has them.</summary>
internal static class AdaptiveCatalogue
{
    private static readonly string[] _all = ["type", "id", "isVisible", "requires", "fallback"];

    private static readonly string[] _shown = [.. _all, "height", "separator", "spacing"];

    private static readonly string[] _input = [.. _shown, "label", "isRequired", "errorMessage"];

    private static readonly string[] _action = ["type", "id", "title", "iconUrl", "style", "mode", "tooltip", "isEnabled", "requires", "fallback"];

    /// <summary>Elements, by type.</summary>
    public static IReadOnlyDictionary<string, string[]> Elements { get; } = new Dictionary<string, string[]>
    {
        ["TextBlock"] = [.. _shown, "text", "color", "fontType", "horizontalAlignment", "isSubtle", "maxLines", "size", "weight", "wrap", "style"],
        ["RichTextBlock"] = [.. _shown, "inlines", "horizontalAlignment"],
        ["Image"] = [.. _shown, "url", "altText", "backgroundColor", "horizontalAlignment", "selectAction", "size", "style", "width"],
        ["ImageSet"] = [.. _shown, "images", "imageSize", "style"],
        ["Media"] = [.. _shown, "sources", "poster", "altText"],
        ["Container"] = [.. _shown, "items", "selectAction", "style", "verticalContentAlignment", "bleed", "backgroundImage", "minHeight", "rtl"],
        ["ColumnSet"] = [.. _shown, "columns", "selectAction", "style", "bleed", "minHeight", "horizontalAlignment"],
        ["Column"] = [.. _shown, "items", "selectAction", "style", "verticalContentAlignment", "bleed", "backgroundImage", "minHeight", "rtl", "width"],
        ["FactSet"] = [.. _shown, "facts"],
        ["ActionSet"] = [.. _shown, "actions"],
        ["Table"] = [.. _shown, "columns", "rows", "firstRowAsHeader", "showGridLines", "gridStyle", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
        ["TableRow"] = [.. _shown, "cells", "style", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
        ["TableCell"] = [.. _shown, "items", "selectAction", "style", "verticalContentAlignment", "bleed", "backgroundImage", "minHeight", "rtl"],
        ["Input.Text"] = [.. _input, "value", "placeholder", "isMultiline", "maxLength", "regex", "style", "inlineAction"],
        ["Input.Number"] = [.. _input, "value", "placeholder", "min", "max"],
        ["Input.Date"] = [.. _input, "value", "placeholder", "min", "max"],
        ["Input.Time"] = [.. _input, "value", "placeholder", "min", "max"],
        ["Input.Toggle"] = [.. _input, "value", "title", "valueOn", "valueOff", "wrap"],
        ["Input.ChoiceSet"] = [.. _input, "value", "choices", "choices.data", "isMultiSelect", "style", "placeholder", "wrap"],
    };

    public static IReadOnlyDictionary<string, string[]> Actions { get; } = new Dictionary<string, string[]>
    {
        ["Action.OpenUrl"] = [.. _action, "url"],
        ["Action.Submit"] = [.. _action, "data", "associatedInputs"],
        ["Action.Execute"] = [.. _action, "verb", "data", "associatedInputs"],
        ["Action.ShowCard"] = [.. _action, "card"],
        ["Action.ToggleVisibility"] = [.. _action, "targetElements"],
    };

    public static IReadOnlyList<string> Card { get; } =
    [
        "$schema", "type", "version", "body", "actions", "refresh", "selectAction", "fallbackText", "backgroundImage", "minHeight", "rtl", "speak", "lang", "verticalContentAlignment", "msteams", "metadata",
    ];

    public static IReadOnlyList<string> Run { get; } =
        ["type", "text", "color", "fontType", "highlight", "isSubtle", "italic", "selectAction", "size", "strikethrough", "underline", "weight"];

    /// <summary>Members that may have few values only.</summary>
    public static IReadOnlyDictionary<(string Type, string Member), string[]> Values { get; } = new Dictionary<(string, string), string[]>
    {
        [("TextBlock", "color")] = ["default", "dark", "light", "accent", "good", "warning", "attention"],
        [("TextBlock", "fontType")] = ["default", "monospace"],
        [("TextBlock", "size")] = ["default", "small", "medium", "large", "extraLarge"],
        [("TextBlock", "weight")] = ["default", "lighter", "bolder"],
        [("TextBlock", "style")] = ["default", "heading"],
        [("Container", "style")] = ["default", "emphasis", "good", "attention", "warning", "accent"],
        [("Column", "style")] = ["default", "emphasis", "good", "attention", "warning", "accent"],
        [("Input.ChoiceSet", "style")] = ["compact", "expanded", "filtered"],
        [("Input.Text", "style")] = ["text", "tel", "url", "email", "password"],
        [("", "spacing")] = ["default", "none", "small", "medium", "large", "extraLarge", "padding"],
        [("", "horizontalAlignment")] = ["left", "center", "right"],
        [("", "mode")] = ["primary", "secondary"],
        [("", "associatedInputs")] = ["auto", "none"],
        [("Action.Submit", "style")] = ["default", "positive", "destructive"],
        [("Action.Execute", "style")] = ["default", "positive", "destructive"],
    };
}
