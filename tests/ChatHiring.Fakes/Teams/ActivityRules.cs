using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams.Cards;

namespace ChatHiring.Fakes.Teams;

/// <summary>What is wrong with an activity that a bot sends, though Teams takes most of it.</summary>
internal static class ActivityRules
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Teams counts UTF-16 and promises to take 80 KB of it.</summary>
    public const int MostCharacters = 40 * 1024;

    private static readonly string[] _known =
        ["type", "id", "text", "textFormat", "summary", "attachments", "attachmentLayout", "entities", "channelData", "locale", "importance", "from", "recipient", "conversation", "replyToId"];

    /// <summary>Text beside a card, or two cards: more than one message.</summary>
    public static bool IsSeveral(JsonObject activity) => Count(activity) + (HasText(activity) ? 1 : 0) > 1;

    public static IEnumerable<string> Of(JsonObject activity)
    {
        foreach (var name in activity.Select(member => member.Key).Where(name => !_known.Contains(name)))
            yield return $"unknown member {name}";
        var type = activity["type"]?.GetValue<string>();
        if (type is not ("message" or "typing"))
            yield return $"an activity of type {type ?? "nothing"}";
        if (type == "typing")
            yield break;
        if (IsSeveral(activity))
            yield return HasText(activity) ? "text beside a card" : "two attachments";
        if (!HasText(activity) && Count(activity) == 0)
            yield return "neither text nor a card";
        if (Count(activity) > 0 && activity["summary"] is not JsonValue { } summary)
            yield return "a card without a summary";
        else if (Count(activity) > 0 && activity["summary"]!.GetValue<string>().Trim().Length == 0)
            yield return "a card with an empty summary";
        foreach (var fault in Mentions(activity).Concat(Attachments(activity)))
            yield return fault;
    }

    /// <summary>413, and recorded: what is too large has to be split before.</summary>
    public static void Weigh(string body, FakeFaults faults)
    {
        if (body.Length <= MostCharacters)
            return;
        faults.Add($"an activity of {body.Length} characters");
        throw new TeamsRefusal(413, "MessageSizeTooBig", "Message size too large.");
    }

    private static IEnumerable<string> Mentions(JsonObject activity) =>
        from entity in (activity["entities"] as JsonArray ?? []).OfType<JsonObject>()
        where entity["type"]?.GetValue<string>() == "mention"
        let text = entity["text"]?.GetValue<string>() ?? ""
        where text.Length == 0 || activity["text"]?.GetValue<string>().Contains(text, StringComparison.Ordinal) != true
        select $"a mention that the text has not: {text}";

    private static IEnumerable<string> Attachments(JsonObject activity)
    {
        foreach (var attachment in (activity["attachments"] as JsonArray ?? []).OfType<JsonObject>())
            if (attachment["contentType"]?.GetValue<string>() is not CardType)
                yield return $"an attachment of type {attachment["contentType"]}";
            else
                foreach (var fault in AdaptiveRules.Of(attachment["content"]))
                    yield return fault.ToString();
    }

    private static bool HasText(JsonObject activity) => activity["text"] is JsonValue text && text.GetValue<string>().Length > 0;

    private static int Count(JsonObject activity) => (activity["attachments"] as JsonArray)?.Count ?? 0;
}
