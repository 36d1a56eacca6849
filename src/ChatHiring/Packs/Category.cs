namespace ChatHiring.Packs;

/// <summary>The four kinds of question a plan is mixed from (product rule 2).</summary>
public enum Category
{
    Behavioural,
    Technical,
    Situational,
    Values,
}
