using System.Text.Json.Nodes;

namespace ChatHiring.Teams.Cards;

/// <summary>One step of a form, or something to read. In a dialog the title stands above the card; on a message the card stands alone.</summary>
/// <param name="Sentence">All that it says, where that is one sentence; null otherwise.</param>
internal sealed record TeamsDialog(string Title, JsonObject Card, string? Sentence = null);
