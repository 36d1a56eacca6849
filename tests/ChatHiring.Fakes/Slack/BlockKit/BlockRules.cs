namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>Blocks, each by its type.</summary>
internal static class BlockRules
{
    private static readonly string[] _anywhere = ["section", "header", "context", "actions", "input", "divider", "image", "rich_text"];

    private static readonly string[] _inMessages = ["markdown", "table", "data_table"];

    private static readonly string[] _richParts = ["rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"];

    public static void Check(Walk block, bool isMessage)
    {
        block.Length("block_id", 255);
        if (!isMessage && _inMessages.Contains(block.Type))
            block.Say($"unsupported type: {block.Type}");
        else if (block.Is([.. _anywhere, .. _inMessages]))
            ByType(block);
    }

    private static void ByType(Walk block)
    {
        switch (block.Type)
        {
            case "section":
                Section(block);
                break;
            case "header":
                TextRules.Plain(block, "text", 150);
                break;
            case "context":
                Context(block);
                break;
            case "actions":
                Actions(block);
                break;
            case "input":
                Input(block);
                break;
            case "image":
                ElementRules.Image(block);
                TextRules.Plain(block, "title", 2000, needed: false);
                break;
            case "markdown":
                block.Length("text", 12_000, needed: true);
                break;
            case "rich_text":
                Rich(block);
                break;
            case "table" or "data_table":
                Table(block);
                break;
        }
    }

    private static void Section(Walk block)
    {
        if (!block.Has("text") && !block.Has("fields"))
            block.Say("must define either `text` or `fields`");
        TextRules.Either(block, "text", TextRules.Usual, needed: false);
        block.Count("fields", 10, least: block.Has("fields") ? 1 : 0);
        foreach (var field in block.All("fields"))
            if (field.Is("plain_text", "mrkdwn"))
                TextRules.Text(field, 2000);
        if (block.Has("accessory") && block.At("accessory").Is(ElementRules.InSections))
            ElementRules.Check(block.At("accessory"));
    }

    private static void Context(Walk block)
    {
        block.Count("elements", 10);
        foreach (var element in block.All("elements").Where(element => element.Is("plain_text", "mrkdwn", "image")))
            if (element.Type == "image")
                ElementRules.Image(element);
            else
                TextRules.Text(element, TextRules.Usual);
    }

    private static void Actions(Walk block)
    {
        block.Count("elements", 25);
        foreach (var element in block.All("elements").Where(element => element.Is(ElementRules.InActions)))
            ElementRules.Check(element);
        foreach (var twice in block.All("elements").Where(element => element.Has("action_id")).GroupBy(element => element.Text("action_id")).SelectMany(same => same.Skip(1)))
            twice.At("action_id").Say($"`action_id` \"{twice.Text("action_id")}\" already exists");
    }

    private static void Input(Walk block)
    {
        TextRules.Plain(block, "label", 2000);
        TextRules.Plain(block, "hint", 2000, needed: false);
        if (!block.Has("element"))
            block.Say("missing required field: element");
        else if (block.At("element").Is(ElementRules.InInputs))
            ElementRules.Check(block.At("element"));
    }

    // No limit of a run of text is documented; an empty one is refused.
    private static void Rich(Walk block)
    {
        block.Count("elements", int.MaxValue);
        foreach (var part in block.All("elements").Where(part => part.Is(_richParts)))
        {
            part.Count("elements", int.MaxValue);
            foreach (var inner in part.All("elements"))
                Run(inner);
        }
    }

    private static void Run(Walk run)
    {
        if (run.Type == "rich_text_section")
        {
            run.Count("elements", int.MaxValue);
            foreach (var inner in run.All("elements"))
                Run(inner);
        }

        run.Length("text", TextRules.Usual, needed: run.Type == "text");
        run.Length("url", 3000, needed: run.Type == "link");
    }

    private static void Table(Walk block)
    {
        var isData = block.Type == "data_table";
        block.Count("rows", isData ? 201 : 100, isData ? 2 : 1);
        foreach (var (row, at) in (block.At("rows").Node?.AsArray() ?? []).Select((row, at) => (row, at)))
            if (row?.AsArray().Count is not (>= 1 and <= 20))
                (block with { Place = $"{block.Place}/rows/{at}" }).Say("no more than 20 items allowed");
    }
}
