using ChatHiring.Loops;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Web;

/// <summary>From the fields of the form for a new loop to what was typed: <c>name</c>, <c>date.peer</c>, <c>panel.peer</c> …</summary>
internal static class NewLoopReader
{
    private const string Date = "date.";

    public static TypedLoop Read(IFormCollection form) => new(
        Text(form, "name"), Text(form, "email"), Text(form, "code"),
        [.. form.Keys.Where(name => name.StartsWith(Date, StringComparison.Ordinal)).Select(name => Stage(form, name[Date.Length..]))]);

    /// <summary>The same fields once more, to be carried along unseen.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(TypedLoop typed) =>
        new[] { ("name", typed.Name), ("email", typed.Email), ("code", typed.Code) }.Concat(typed.Stages.SelectMany(Fields));

    private static IEnumerable<(string Name, string Value)> Fields(TypedStage stage) =>
        new[] { ($"{Date}{stage.Key}", stage.Date), ($"time.{stage.Key}", stage.Time), ($"minutes.{stage.Key}", stage.Minutes), ($"reason.{stage.Key}", stage.Reason) }
            .Concat(stage.Panel.Select(person => ($"panel.{stage.Key}", person)));

    private static TypedStage Stage(IFormCollection form, string key) => new(
        key, Text(form, Date + key), Text(form, $"time.{key}"), Text(form, $"minutes.{key}"), Panel(form, key), Text(form, $"reason.{key}"));

    private static List<string> Panel(IFormCollection form, string key) =>
        [.. form[$"panel.{key}"].OfType<string>().Where(person => person.Length > 0)];

    private static string Text(IFormCollection form, string name) => form[name] is { Count: > 0 } values ? values[^1]?.Trim() ?? "" : "";
}
