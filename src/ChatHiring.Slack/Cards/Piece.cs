using System.Text.Json.Nodes;

namespace ChatHiring.Slack.Cards;

/// <summary>Something to read: a title, plain words, small ones, what somebody said, a link; each may be missing. None of it is markup.</summary>
internal sealed record Piece(string? Title = null, string? Body = null, string? Small = null, string? Quote = null, (string Url, string Text)? Link = null)
{
    public int Length => (Title?.Length ?? 0) + (Body?.Length ?? 0) + (Small?.Length ?? 0) + (Quote?.Length ?? 0) + (Link?.Text.Length ?? 0);

    public JsonNode ToJson() => new JsonObject
    {
        ["title"] = Line(Title, Body is not null || Small is not null),
        ["body"] = Line(Body, Small is not null),
        ["small"] = Small,
        ["quote"] = Quote,
        ["link"] = Link is { } link ? new JsonObject { ["url"] = link.Url, ["text"] = link.Text } : null,
    };

    // Sections of one block follow each other on a line of their own only when the one before ends it.
    private static string? Line(string? text, bool goesOn) => text is not null && goesOn ? text + "\n" : text;
}

/// <summary>A button.</summary>
/// <param name="Id">One of <see cref="SlackActions"/>; for a link only its name.</param>
/// <param name="Url">Opens a page; null for an action.</param>
internal sealed record Button(string Id, string Text, string Value = "", string? Url = null, bool IsPrimary = false)
{
    public JsonNode ToJson() => new JsonObject
    {
        ["id"] = Id,
        ["text"] = Text,
        ["value"] = Value,
        ["url"] = Url,
        ["primary"] = IsPrimary && Url is null,
        ["plain"] = !IsPrimary && Url is null,
    };
}

/// <summary>A line of a list, with the button that belongs to it.</summary>
internal sealed record Row(string Text, Button? Button = null)
{
    public JsonNode ToJson() => new JsonObject { ["text"] = Text, ["button"] = Button?.ToJson() };
}
