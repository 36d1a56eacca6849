using System.Text.Json.Nodes;
using ChatHiring.Cards;

namespace ChatHiring.Teams.Cards;

/// <summary>Where a form is shown: in a dialog, or in the place of the message where a client has no dialogs.</summary>
internal enum FormPlace
{
    Dialog,
    Message,
}

/// <param name="Key">An item or a fact; null where the act is about none.</param>
/// <param name="Tooltip">What a screen reader says in full; null when the title says it.</param>
internal sealed record FormButton(string Act, string Title, bool IsPrimary = false, string? Key = null, string? Tooltip = null);

/// <summary>What every page of a form has: its head, its buttons and the state that it carries.</summary>
internal sealed class TeamsForms(TeamsTemplates templates)
{
    /// <param name="summary">What is said where a client shows no cards.</param>
    public JsonObject Page(string summary, string? warning, string heading, JsonArray copies) => TeamsTemplates.With(templates.Page(summary), [
        .. warning is null ? [] : templates.Elements("form-warning", new() { ["warning"] = warning }),
        .. copies.OfType<JsonObject>().SelectMany(copy => templates.Elements("copy", copy)),
        .. templates.Elements("form-heading", new() { ["heading"] = heading })]);

    /// <summary>In a dialog they submit it; on a message they are executed, and submitted by clients that do not know how.</summary>
    public IEnumerable<JsonObject> Buttons(FormPlace place, string state, params IEnumerable<FormButton> buttons) =>
        templates.Elements(place == FormPlace.Dialog ? "buttons" : "buttons-on-card", new()
        {
            ["state"] = state,
            ["buttons"] = buttons.ToList(button => new JsonObject
            {
                ["act"] = button.Act,
                ["title"] = button.Title,
                ["key"] = button.Key,
                ["tooltip"] = button.Tooltip,
                ["style"] = button.IsPrimary ? "positive" : null,
            }),
        });
}
