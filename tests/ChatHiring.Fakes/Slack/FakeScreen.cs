using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>One device of somebody: the views that lie on each other there, three at most.</summary>
public sealed class FakeScreen
{
    private readonly FakeViews _views;
    private readonly FakeTriggers _triggers;
    private readonly List<JsonObject> _stack = [];

    internal FakeScreen(string user, FakeViews views, FakeTriggers triggers) => (User, _views, _triggers) = (user, views, triggers);

    public string User { get; }

    /// <summary>The view on top, as Slack has it; null: none is open.</summary>
    public JsonObject? Top
    {
        get
        {
            lock (_views.Gate)
                return _stack.LastOrDefault()?.DeepClone().AsObject();
        }
    }

    public int Depth
    {
        get
        {
            lock (_views.Gate)
                return _stack.Count;
        }
    }

    /// <summary>A trigger for what is pressed now on this device.</summary>
    public string Trigger() => _triggers.Mint(this);

    /// <summary>Closes the view on top, or all of them.</summary>
    /// <returns>The view of which Slack tells, if it asked to be told of.</returns>
    public JsonObject? Close(bool all = false)
    {
        lock (_views.Gate)
        {
            var closed = all ? _stack.FirstOrDefault() : _stack.LastOrDefault();
            if (closed is not null)
                _stack.RemoveRange(all ? 0 : _stack.Count - 1, all ? _stack.Count : 1);
            return closed?["notify_on_close"]?.GetValue<bool>() == true ? closed.DeepClone().AsObject() : null;
        }
    }

    /// <summary>Does what the answer to a submission says; null or empty closes the view.</summary>
    /// <returns>What Slack would not have understood; null when nothing. The person then reads that there was trouble.</returns>
    public string? Take(JsonObject? answer)
    {
        lock (_views.Gate)
            try
            {
                return Do(answer);
            }
            catch (SlackRefusal refusal)
            {
                return $"{refusal.Error}: {string.Join("; ", refusal.Messages)}";
            }
    }

    internal IReadOnlyList<JsonObject> Stack => _stack;

    internal JsonObject Open(JsonObject view)
    {
        _stack.Clear();
        return Push(view);
    }

    internal JsonObject Push(JsonObject view)
    {
        if (_stack.Count == 3)
            throw new SlackRefusal("push_limit_reached");
        _stack.Add(_views.Made(view, _stack.FirstOrDefault(), _stack.LastOrDefault()));
        return _stack[^1];
    }

    internal JsonObject Replace(JsonObject shown, JsonObject view)
    {
        var at = _stack.FindIndex(one => ReferenceEquals(one, shown));
        _stack[at] = _views.Again(shown, view);
        return _stack[at];
    }

    private string? Do(JsonObject? answer)
    {
        var (action, view) = (answer?["response_action"]?.GetValue<string>(), answer?["view"] as JsonObject);
        switch (action)
        {
            case null when answer is null or { Count: 0 }:
                Close();
                return null;
            case "clear":
                _stack.Clear();
                return null;
            case "errors":
                return Errors(answer?["errors"] as JsonObject);
            case "update" or "push" when view is not null:
                _views.Check(view);
                _ = action == "push" ? Push(view) : Replace(_stack[^1], view);
                return null;
            default:
                return $"unknown answer to a submission: {answer?.ToJsonString()}";
        }
    }

    private string? Errors(JsonObject? errors)
    {
        var inputs = _stack[^1]["blocks"]!.AsArray().Where(block => block!["type"]!.GetValue<string>() == "input").Select(block => block!["block_id"]?.GetValue<string>()).ToList();
        if (errors is not { Count: > 0 })
            return "errors without an error";
        return errors.Where(error => !inputs.Contains(error.Key) || error.Value is not JsonValue).Select(error => $"an error beside no input: {error.Key}").FirstOrDefault();
    }
}
