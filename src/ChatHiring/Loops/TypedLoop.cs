namespace ChatHiring.Loops;

/// <summary>A new loop as it was typed: nothing is checked yet, and nothing typed is lost.</summary>
public sealed record TypedLoop(string Name, string Email, string Code, IReadOnlyList<TypedStage> Stages)
{
    /// <summary>What was typed for a stage; nothing when the form did not hold it.</summary>
    public TypedStage Of(string stageKey) => Stages.FirstOrDefault(stage => stage.Key == stageKey) ?? new(stageKey, "", "", "", [], "");
}

/// <summary>One stage as it was typed.</summary>
/// <param name="Date">Such as 2026-06-04; empty while there is no date.</param>
/// <param name="Time">Such as 13:00, in the zone that the form names.</param>
/// <param name="Minutes">Empty for as long as the plan says.</param>
/// <param name="Panel">Ids of people, in the order in which they take turns at asking; empty where nobody was chosen.</param>
/// <param name="Reason">Why the stage does not take place; empty when it does.</param>
public sealed record TypedStage(string Key, string Date, string Time, string Minutes, IReadOnlyList<string> Panel, string Reason);
