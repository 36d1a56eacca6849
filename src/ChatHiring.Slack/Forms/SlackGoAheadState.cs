using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Loops;

namespace ChatHiring.Slack.Forms;

/// <summary>What the dialog "Open without a card" carries with it in its <c>private_metadata</c>.</summary>
/// <param name="Shown">The fingerprint of the seats that its reader was shown as missing: they answer for these and no others.</param>
/// <param name="IsConfirmed">The reason was given, and the next press opens the debrief.</param>
internal sealed record SlackGoAheadState(Guid Loop, string Shown, bool IsConfirmed)
{
    public const string Callback = "go_ahead_page";

    public LoopId LoopId => new(Loop);

    public string Write() => JsonSerializer.Serialize(this);

    /// <returns>Null: another form.</returns>
    public static SlackGoAheadState? Read(JsonElement view)
    {
        try
        {
            return view.Text("callback_id") == Callback && JsonSerializer.Deserialize<SlackGoAheadState>(view.Text("private_metadata") ?? "") is { Shown: not null } state ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
