using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams.Cards;

/// <summary>Inputs: without an id nothing arrives, and without a label a screen reader says nothing.</summary>
internal static class InputRules
{
    public static void Check(AdaptiveWalk input)
    {
        input.Needs("id");
        if (input.Type != "Input.Toggle")
            input.Needs("label");
        else
            input.Needs("title");
        if (input.Node["isRequired"]?.GetValueKind() == System.Text.Json.JsonValueKind.True)
            input.Needs("errorMessage");
        if (input.Node["maxLength"] is JsonValue most && (!most.TryGetValue<int>(out var number) || number < 1))
            input.Say("must be a number above nothing", "maxLength");
        if (input.Type == "Input.ChoiceSet")
            Choices(input);
    }

    private static void Choices(AdaptiveWalk input)
    {
        var choices = input.All("choices").ToList();
        if (choices.Count == 0 && !input.Has("choices.data"))
            input.Say("needs choices");
        foreach (var choice in choices)
        {
            choice.Knows(["title", "value"]);
            choice.Needs("title");
            choice.Needs("value");
            if (choice.Node.Text("value")?.Contains(',') == true)
                choice.Say("no commas: several values are joined by them", "value");
        }

        var values = choices.Select(choice => choice.Node.Text("value")).ToList();
        foreach (var twice in values.GroupBy(value => value).Where(same => same.Count() > 1))
            input.Say($"the value {twice.Key} is there {twice.Count()} times", "choices");
        if (input.Node.Text("value") is { Length: > 0 } chosen && chosen.Split(',').Any(one => !values.Contains(one)))
            input.Say($"none of its choices is {chosen}", "value");
    }
}
